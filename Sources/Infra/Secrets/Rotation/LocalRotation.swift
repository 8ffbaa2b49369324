import InfraDisk

/// Does the steps of a rotation in a `.env`.
///
/// What is on its way is kept before the file changes and after it, so that a run that was killed
/// between the two is found out by the next one.
package struct LocalRotation {
  private let store: EnvStore
  private let root: String

  /// Prepares for the file of an environment.
  package init(_ store: EnvStore, root: String) {
    self.store = store
    self.root = root
  }

  /// Does a step, and answers what was changed.
  ///
  /// - Parameters:
  ///   - step: The step, to which the rotation has no objection.
  ///   - rotation: The rotation.
  ///   - value: The next value, for the first step.
  ///   - now: Seconds since 1970.
  /// - Returns: One sentence without a value.
  /// - Throws: `SecretsProblem`, with the file as it was.
  package func apply(
    _ step: RotationStep,
    of rotation: inout Rotation,
    next value: () throws(SecretsProblem) -> String,
    now: Int
  ) throws(SecretsProblem) -> String {
    guard let text = try store.read() else {
      throw SecretsProblem(
        "there is no \(store.name)",
        help: "make it: swift run infra secrets init \(rotation.environment)"
      )
    }
    let values: EnvFile
    do { values = try EnvFile(text) } catch {
      throw SecretsProblem("\(store.name):\(error.line): \(error.message)", help: error.help)
    }
    var digests = try SecretDigests(root: root)
    let (name, second) = (rotation.name, rotation.second)
    guard let current = values[name], !current.isEmpty else {
      throw SecretsProblem(
        "\(store.name) has no value for \(name)",
        help: "make it: swift run infra secrets init \(rotation.environment)"
      )
    }
    let other = values[second] ?? ""
    let said: String
    switch step {
    case .add:
      said = try add(&rotation, text, other, current, digests, value)
    case .verify:
      guard !other.isEmpty, other != current else {
        throw SecretsProblem(
          "\(store.name) has no second value as \(second)",
          help: "add it again: \(rotation.command(.add))"
        )
      }
      said = "\(store.name) has both values; you have seen that programs run with them"
    case .exchange:
      said = try exchange(rotation, text, current, other, digests)
    case .drop:
      guard rotation.state.next == digests.digest(of: current) else {
        throw SecretsProblem(
          "\(name) in \(store.name) is not the value that the rotation brought",
          help: "put back the one that signs, or begin again: remove "
            + ".infra/rotations/\(rotation.environment)/\(name)"
        )
      }
      try write([(second, nil)], to: text)
      said = "\(second) is gone from \(store.name)"
    }
    rotation.state.mark(step, at: now)
    try rotation.state.write(root: root, environment: rotation.environment, name: name)
    if let file = try? EnvFile(try store.read() ?? "") {
      digests.note(rotation.environment, name, file[name] ?? "")
      digests.note(rotation.environment, second, file[second] ?? "")
      try digests.write(root: root)
    }
    return said
  }

  private func add(
    _ rotation: inout Rotation,
    _ text: String,
    _ other: String,
    _ current: String,
    _ digests: SecretDigests,
    _ value: () throws(SecretsProblem) -> String
  ) throws(SecretsProblem) -> String {
    let second = rotation.second
    if !other.isEmpty {
      // A run that was killed has written it, and only its mark is missing.
      if rotation.state.next == digests.digest(of: other) { return "\(second) is added" }
      throw SecretsProblem(
        "\(second) has a value in \(store.name) already, from no rotation that is known here",
        help: "where nothing needs it any more, delete the line, and begin again"
      )
    }
    let next = try value()
    if next.isEmpty || next == current {
      throw SecretsProblem(
        "the next value must be there and be another one",
        help: "get a new one, and run this again"
      )
    }
    rotation.state.next = digests.digest(of: next)
    try rotation.state.write(root: root, environment: rotation.environment, name: rotation.name)
    try write([(second, next)], to: text)
    return "\(second) is added to \(store.name)"
  }

  private func exchange(
    _ rotation: Rotation,
    _ text: String,
    _ current: String,
    _ other: String,
    _ digests: SecretDigests
  ) throws(SecretsProblem) -> String {
    let said = "\(rotation.name) is the next value now, and \(rotation.second) the old one"
    guard !other.isEmpty, let next = rotation.state.next else {
      throw SecretsProblem(
        "\(store.name) has no \(rotation.second) to exchange",
        help: "begin again: remove .infra/rotations/\(rotation.environment)/\(rotation.name)"
      )
    }
    // A run that was killed has exchanged them, and only its mark is missing.
    if digests.digest(of: current) == next { return said }
    guard digests.digest(of: other) == next else {
      throw SecretsProblem(
        "\(rotation.second) in \(store.name) is not the value that step 1 added",
        help: "begin again: delete its line and .infra/rotations/\(rotation.environment)/"
          + rotation.name
      )
    }
    try write([(rotation.name, other), (rotation.second, current)], to: text)
    return said
  }

  /// Undoes the steps that can be undone, and answers what was changed.
  package func goBack(_ rotation: inout Rotation, now: Int) throws(SecretsProblem) -> String {
    let (name, second) = (rotation.name, rotation.second)
    guard let text = try store.read(), let values = try? EnvFile(text) else {
      throw SecretsProblem("\(store.name) cannot be read", help: "see what is wrong with it")
    }
    let digests = try SecretDigests(root: root)
    let said: String
    if rotation.state.done[.exchange] != nil {
      guard let current = values[name], let other = values[second], !other.isEmpty else {
        throw SecretsProblem("\(second) is gone from \(store.name)", help: "begin a new rotation")
      }
      if digests.digest(of: current) == rotation.state.next {
        try write([(name, other), (second, current)], to: text)
      }
      rotation.state.goBack(before: .exchange)
      rotation.state.wentBack = now
      said = "\(name) is the old value again, and \(second) the next one"
    } else {
      try write([(second, nil)], to: text)
      rotation.state = RotationState()
      said = "\(second) is gone from \(store.name)"
    }
    try rotation.state.write(root: root, environment: rotation.environment, name: name)
    return said
  }

  private func write(
    _ changes: [(name: String, value: String?)],
    to text: String
  ) throws(SecretsProblem) {
    let changed: String
    do { changed = try EnvEdit.applying(changes, to: text) } catch {
      throw SecretsProblem("\(store.name):\(error.line): \(error.message)", help: error.help)
    }
    try store.write(changed)
  }
}
