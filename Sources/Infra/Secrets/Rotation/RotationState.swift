package import InfraDisk
import InfraKit

/// How far the rotation of a secret is, kept on this machine below `.infra`.
package struct RotationState: Sendable, Hashable {
  /// When each step was done, in seconds since 1970.
  package private(set) var done: [RotationStep: Int] = [:]

  /// The digest of the value that the rotation brings, where this machine has seen it.
  package var next: Digest?

  /// When the signer was switched back, in seconds since 1970: what the next value signed until then
  /// still needs it.
  package var wentBack: Int?

  /// Starts with nothing done.
  package init() {}

  /// The step to do now; nil when all are done.
  package var due: RotationStep? { RotationStep.allCases.first { done[$0] == nil } }

  /// Whether it has begun and is not over.
  package var isRunning: Bool { !done.isEmpty && due != nil }

  /// Marks a step as done.
  package mutating func mark(_ step: RotationStep, at seconds: Int) { done[step] = seconds }

  /// Takes marks away, for a rotation that goes back to before a step.
  package mutating func goBack(before step: RotationStep) {
    for later in RotationStep.allCases where later >= step { done[later] = nil }
  }

  /// Reads what was kept; nothing done where nothing was.
  ///
  /// - Parameters:
  ///   - root: The folder that `.infra` lies in.
  ///   - environment: The environment.
  ///   - name: The secret.
  ///   - deployment: The deployment, where several keep values of their own.
  /// - Throws: `SecretsProblem`, where the file cannot be read or is not one of ours.
  package init(
    root: String,
    environment: String,
    name: String,
    deployment: String? = nil
  ) throws(SecretsProblem) {
    let file = Self.file(root, environment, name, deployment)
    for (index, line) in (try file.lines() ?? []).enumerated() {
      let words = line.split(separator: " ")
      if words.count == 2, words[0] == "next", let digest = Digest(hexadecimal: String(words[1])) {
        next = digest
      } else if words.count == 2, words[0] == "back", let seconds = Int(words[1]) {
        wentBack = seconds
      } else if words.count == 2, let number = Int(words[0]),
        let step = RotationStep(rawValue: number), let seconds = Int(words[1])
      {
        done[step] = seconds
      } else {
        throw SecretsProblem(
          "\(file.path):\(index + 1): this is not what infra writes there",
          help: "see by hand how far the rotation is, and remove the file to begin again"
        )
      }
    }
  }

  /// Keeps it, or removes what was kept where nothing is on its way.
  package func write(
    root: String,
    environment: String,
    name: String,
    deployment: String? = nil
  ) throws(SecretsProblem) {
    let file = Self.file(root, environment, name, deployment)
    if done.isEmpty && next == nil || due == nil { return try file.remove() }
    let steps = done.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value)" }
    let back = wentBack.map { ["back \($0)"] } ?? []
    try file.write(steps + (next.map { ["next \($0)"] } ?? []) + back)
  }

  private static func file(
    _ root: String,
    _ environment: String,
    _ name: String,
    _ deployment: String?
  ) -> PrivateFile {
    // No name of a secret has this sign.
    let suffix = deployment.map { "@\($0)" } ?? ""
    return PrivateFile(root: root, "rotations/\(environment)/\(name)\(suffix)")
  }
}

extension RotationState {
  /// Keeps in mind which second values were made by chance just now: such a value is the next one of
  /// a rotation that has not begun, and no old one that somebody left behind.
  package static func note(
    _ draft: EnvironmentDraft,
    of environment: String,
    root: String
  ) throws(SecretsProblem) {
    guard let values = try? EnvFile(draft.text) else { return }
    for wanted in draft.file.wanted {
      let second = Overlap.second(of: wanted.name)
      guard draft.additions.contains(where: { $0.name == second && $0.how == "generated" }),
        let value = values[second]
      else { continue }
      var state = RotationState()
      state.next = try SecretDigests(root: root).digest(of: value)
      try state.write(root: root, environment: environment, name: wanted.name)
    }
  }
}

/// The steps of a rotation, in the only order in which nobody is logged out.
package enum RotationStep: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// The next value is added, and only verifies.
  case add = 1
  /// Every instance is seen to run with both.
  case verify
  /// The next value signs, and the old one only verifies.
  case exchange
  /// The old value is dropped.
  case drop

  /// Whether one step comes before another.
  package static func < (left: RotationStep, right: RotationStep) -> Bool {
    left.rawValue < right.rawValue
  }
}
