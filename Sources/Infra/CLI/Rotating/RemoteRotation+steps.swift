import InfraDisk
import InfraKit
import InfraSecrets
import InfraSerialization
import InfraVendors

extension RemoteRotation {
  /// The calls of a step, in order, knowing what was there before the first of them.
  func steps(
    _ step: RotationStep,
    _ live: [RotationLive],
    _ values: RotationValues,
    _ facts: AnyValue
  ) throws -> [Step] {
    switch step {
    case .add: try live.map { add($0, values, facts) } + deploys(facts)
    case .verify: live.map(verification) + readers.map(\.verification)
    case .exchange: try live.flatMap { exchange($0, values, facts) } + deploys(facts)
    case .drop: try live.compactMap { try drop($0.pair, $0) } + deploys(facts)
    }
  }

  private func deploys(_ facts: AnyValue) throws -> [Step] {
    var steps: [Step] = []
    for reader in readers {
      let call = try Failure.calling { () throws(VendorError) in try reader.deploy() }
      guard let call else {
        context.console.out("\(reader.title): by hand, for no interface builds it again\n")
        continue
      }
      steps.append(reader.step(after: facts["deploys"]?[reader.id]?.text ?? "", call))
    }
    return steps
  }

  // MARK: - Values

  /// A call that sets variables, whose effect is seen where the values are shown, and else by what
  /// changes with them.
  private func set(
    _ live: RotationLive,
    _ what: String,
    _ values: [(name: String, value: SecretText)],
    _ facts: AnyValue,
    isOver: @escaping @Sendable (RotationLive) -> Bool = { _ in false }
  ) -> Step {
    let (pair, names) = (live.pair, values.map(\.name))
    let wanted = values.map { ($0.name, $0.value) }
    let isShown = live.isReadable
    let marks = names.map { facts["marks"]?["\(pair.keeper.id)/\($0)"]?.whole ?? -1 }
    let (digests, next) = (digests, rotation.state.next)
    return Step(
      "\(pair.keeper.id)/\(what)/\(names.joined(separator: "+"))",
      "\(what) \(names.joined(separator: " and ")) of \(pair.keeper.title)",
      check: isShown
        ? "the platform lists the value" : "the platform lists the variable as changed just now",
      .call(
        pair.keeper.set(values).remembering("accepted"),
        .harmless("the same values are set again"),
        state: { remembered throws(VendorError) in
          let now = RotationLive(pair, try pair.keeper.variables(), digests, next: next)
          if isOver(now) { return .done }
          if isShown {
            return wanted.allSatisfy { now.value(of: $0.0) == $0.1 } ? .done : .notYet
          }
          // What is shown to nobody is believed to be what was accepted.
          if remembered != nil { return .done }
          let isChanged = zip(names, marks).allSatisfy { now.mark(of: $0.0) > $0.1 }
          return isChanged ? .done : .notYet
        }
      )
    )
  }

  private func add(_ live: RotationLive, _ values: RotationValues, _ facts: AnyValue) -> Step {
    set(live, "set", [(live.pair.second, values.next)], facts)
  }

  private func exchange(
    _ live: RotationLive,
    _ values: RotationValues,
    _ facts: AnyValue
  ) -> [Step] {
    let pair = live.pair
    let former = live.former ?? values.former
    let first = (name: pair.first, value: values.next)
    let second = (name: pair.second, value: former)
    switch pair.keeper.exchange {
    case .atOnce: return [set(live, "exchange", [first, second], facts)]
    // An instance that starts in between still signs what all others verify.
    case .given: return [set(live, "set", [second], facts), set(live, "set", [first], facts)]
    case .parked:
      let parked = (name: pair.parking, value: values.next)
      let parking = set(live, "park", [parked], facts, isOver: { $0.isNext(pair.first) })
      return [
        parking, set(live, "set", [second], facts), set(live, "set", [first], facts),
        removal(of: pair.parking, live, nil),
      ].compactMap(\.self)
    }
  }

  private func drop(_ pair: Pair, _ live: RotationLive) throws -> Step? {
    let call = try Failure.calling { () throws(VendorError) in
      try pair.keeper.remove(pair.second)
    }
    guard let call else { return nil }
    return removal(of: pair.second, live, call)
  }

  private func removal(of name: String, _ live: RotationLive, _ given: Call?) -> Step? {
    let pair = live.pair
    guard let call = given ?? (try? pair.keeper.remove(name)) else { return nil }
    // Railway lists no sealed variable: that it is not there says nothing.
    let isListed = live.isReadable || live.has(name)
    return Step(
      "\(pair.keeper.id)/remove/\(name)",
      "remove \(name) of \(pair.keeper.title)",
      check: "the platform lists the variable no more",
      .call(
        call.remembering("accepted"),
        .harmless("what is gone is removed again"),
        state: { remembered throws(VendorError) in
          if !isListed { return remembered == nil ? .notYet : .done }
          return try pair.keeper.variables().contains { $0.name == name } ? .notYet : .done
        }
      )
    )
  }

  // MARK: - Looking

  private func verification(_ live: RotationLive) -> Step {
    let (pair, isShown) = (live.pair, live.isReadable)
    let (digests, next) = (digests, rotation.state.next)
    return Step(
      "\(pair.keeper.id)/verify",
      "see that \(pair.keeper.title) has both values",
      check: "it lists \(pair.first) and \(pair.second)",
      .check(state: { () throws(VendorError) in
        let now = RotationLive(pair, try pair.keeper.variables(), digests, next: next)
        if !isShown {
          // Railway's sealed variables are not even listed.
          let isThere = now.has(pair.second) || pair.keeper.exchange == .atOnce
          return isThere ? .done : .failed("it has no \(pair.second)")
        }
        guard let second = now.value(of: pair.second) else {
          return .failed("it has no \(pair.second)")
        }
        if second == now.value(of: pair.first) { return .failed("both values are the same") }
        if next != nil, !now.isNext(pair.second) {
          return .failed("\(pair.second) is not the value that step 1 added")
        }
        return .done
      })
    )
  }
}

/// The two values that a step works with.
struct RotationValues: Sendable {
  /// The value that the rotation brings.
  let next: SecretText
  /// The value that signs until then.
  let former: SecretText

  /// None, for a step that needs none or is only shown.
  static let none = RotationValues(next: SecretText(""), former: SecretText(""))
}
