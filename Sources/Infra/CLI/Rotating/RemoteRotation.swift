import InfraContract
import InfraDisk
import InfraKit
import InfraSecrets
import InfraSerialization
import InfraTargets
import InfraVendors

/// Does a step of a rotation at the platforms of a deployment.
///
/// The live state is read first, and what shows it done is not done again: a run that was stopped
/// goes on when the same command is given once more. A value is on no disk and in no journal; a
/// salted digest says which one the rotation brings.
struct RemoteRotation {
  /// A keeper with the variables of the two values there.
  struct Pair: Sendable {
    let keeper: RotationKeeper
    let first: String
    let second: String
    /// Where the next value waits while the two change places.
    var parking: String { first + "_NEXT" }
  }

  let rotation: Rotation
  let deployment: String
  let context: Context
  let root: String
  let pairs: [Pair]
  let readers: [RotationReader]
  let digests: SecretDigests

  /// Opens everything that keeps or reads the secret.
  init(
    _ rotation: Rotation,
    _ deployment: String,
    in context: Context,
    root: String
  ) throws {
    self.rotation = rotation
    self.deployment = deployment
    self.context = context
    self.root = root
    digests = try Failure.translating { () throws(SecretsProblem) in
      try SecretDigests(root: root)
    }
    let spots = try RotationSpots(rotation, deployment)
    pairs = try Failure.calling { () throws(VendorError) in
      try spots.keepers.map { spot throws(VendorError) in
        Pair(
          keeper: try RotationKeeper(spot.address, through: context.vendors),
          first: spot.first,
          second: spot.second
        )
      }
    }
    readers = try Failure.calling { () throws(VendorError) in
      try spots.readers.map { address throws(VendorError) in
        try RotationReader.at(address, through: context.vendors)
      }
    }
    .compactMap(\.self)
  }

  /// What is there now, pair by pair.
  func live() throws -> [RotationLive] {
    try Failure.calling { () throws(VendorError) in
      try pairs.map { pair throws(VendorError) in
        RotationLive(pair, try pair.keeper.variables(), digests, next: rotation.state.next)
      }
    }
  }

  /// The name of the journal of a step.
  func journalName(_ step: RotationStep) -> String {
    "rotate-\(rotation.environment)-\(deployment)-\(rotation.name)-\(step.rawValue)"
  }

  /// Names the calls of some steps with a word for each value.
  func show(_ steps: [Step]) {
    for step in steps {
      switch step.action {
      case .call(let call, _, _): context.console.out("\(call.shown)\n")
      case .check: context.console.out("look: \(step.title)\n")
      case .person: context.console.out("by hand: \(step.title)\n")
      }
    }
  }

  /// Carries steps out with the journal of a step of the rotation.
  func carryOut(_ steps: [Step], _ journal: consuming Journal) throws {
    try context.carryOut(steps, journal, whenDone: "done before")
  }

  /// The journal of a step, begun or gone on with; it keeps what was there before the first call.
  func journal(_ step: RotationStep, _ live: [RotationLive]) throws -> Journal {
    let name = journalName(step)
    let isBegun = Journal.isUnfinished(name, in: root)
    let facts = isBegun ? .null : try facts(live)
    do throws(ApplyProblem) {
      if isBegun { return try Journal.resume(name, in: root) }
      return try Journal.start(name, in: root, facts: facts)
    } catch {
      throw Failure.io(error.message, help: error.help)
    }
  }

  /// What is there before the first call, as far as it tells a change from none.
  private func facts(_ live: [RotationLive]) throws -> AnyValue {
    var marks: OrderedMap<AnyValue> = [:]
    for live in live {
      for variable in [live.pair.first, live.pair.second] {
        marks["\(live.pair.keeper.id)/\(variable)"] = .integer(live.mark(of: variable))
      }
    }
    var deploys: OrderedMap<AnyValue> = [:]
    for reader in readers {
      let newest = try Failure.calling { () throws(VendorError) in try reader.newest() }
      deploys[reader.id] = .string(newest)
    }
    return ["marks": .map(marks), "deploys": .map(deploys)]
  }
}

/// What one keeper has now.
struct RotationLive {
  let pair: RemoteRotation.Pair
  private let held: [RotationKeeper.Held]
  private let digests: SecretDigests
  private let next: Digest?

  init(
    _ pair: RemoteRotation.Pair,
    _ held: [RotationKeeper.Held],
    _ digests: SecretDigests,
    next: Digest?
  ) {
    self.pair = pair
    self.held = held
    self.digests = digests
    self.next = next
  }

  /// Whether the values of its variables are shown: Vercel's and Railway's sealed ones are not.
  var isReadable: Bool { value(of: pair.first) != nil }

  /// Whether a variable is listed.
  func has(_ name: String) -> Bool { held.contains { $0.name == name } }

  /// The value of a variable, where it is shown.
  func value(of name: String) -> SecretText? {
    held.first { $0.name == name }?.value.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What changes with each change of a variable.
  func mark(of name: String) -> Int { held.first { $0.name == name }?.mark ?? -1 }

  /// Whether a variable has the value that the rotation brings.
  func isNext(_ name: String) -> Bool {
    guard let next, let value = value(of: name) else { return false }
    return value.withText { digests.digest(of: $0) } == next
  }

  /// The next value, wherever it is on its way.
  var nextValue: SecretText? {
    [pair.first, pair.parking, pair.second].first(where: isNext).flatMap(value)
  }

  /// The value that signs, or the one that did.
  var former: SecretText? { isNext(pair.first) ? value(of: pair.second) : value(of: pair.first) }
}
