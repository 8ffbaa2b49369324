import InfraContract
import InfraKit

/// The rotation of one secret of an environment: what each step is, and which one may be done.
package struct Rotation: Sendable {
  /// The secret.
  package let entry: SecretInventory.Entry

  /// All secrets of its environment.
  package let inventory: SecretInventory

  /// Whether two values can be there at once.
  package let overlap: Overlap

  /// How far it is.
  package var state: RotationState

  /// What a person adds to the command where `infra` does the steps at platforms by itself, such as
  /// `--deployment main --apply`; nil where it does not.
  package var remoteOptions: String?

  /// Prepares the rotation of a secret.
  package init(
    _ entry: SecretInventory.Entry,
    in inventory: SecretInventory,
    _ state: RotationState
  ) {
    self.entry = entry
    self.inventory = inventory
    self.state = state
    overlap = Overlap(entry, in: inventory)
  }

  /// The variable that signs.
  package var name: String { entry.name }

  /// The variable of the value that only verifies.
  package var second: String { Overlap.second(of: entry.name) }

  /// The environment.
  package var environment: String { inventory.environment.name }

  /// When the old value may be dropped: once all that it signed is over; nil before that is known.
  package var dropTime: Int? {
    state.done[.exchange].flatMap(end)
  }

  /// When all that was signed until a moment is over; nil where the description does not say.
  private func end(_ since: Int) -> Int? {
    guard let lifetime = entry.secret?.signsFor else { return nil }
    // A started second counts.
    return since + Int(lifetime.components.seconds) + (lifetime.components.attoseconds > 0 ? 1 : 0)
  }

  /// Why the last step that was done must not be undone; nil where it may be.
  package func objectionToGoingBack(now: Int) -> SecretsProblem? {
    if state.done.isEmpty {
      return SecretsProblem(
        "no rotation of \(name) is on its way in \(environment)",
        help: "see its plan: swift run infra secrets rotate \(environment) \(name)"
      )
    }
    guard state.done[.exchange] == nil, let since = state.wentBack else { return nil }
    guard let time = end(since) else { return nil }
    if now >= time { return nil }
    return SecretsProblem(
      "the next value of \(name) must stay until \(Moment.text(time)): it has signed tokens, and "
        + "whoever has one would be logged out",
      help: "go on with the rotation instead: \(command(.exchange))"
    )
  }

  /// Why a step must not be done now; nil where it may be.
  package func objection(to step: RotationStep, now: Int) -> SecretsProblem? {
    if let objection = objectionToOverlap(step) { return objection }
    if state.done[step] != nil {
      return SecretsProblem(
        "step \(step.rawValue) of \(name) is done already",
        help: state.due.map { "step \($0.rawValue) is next: \(command($0))" } ?? ""
      )
    }
    if let due = state.due, due < step {
      return SecretsProblem(
        "step \(step.rawValue) of \(name) must wait for step \(due.rawValue): \(reason(step))",
        help: "do that first: \(command(due))"
      )
    }
    guard step == .drop else { return nil }
    guard let time = dropTime else {
      return SecretsProblem(
        "nothing says how long what \(name) signs is valid, so the old value cannot be dropped",
        help: "say it in the description: Secret(\"\(name)\", …, signsFor: .seconds(900))"
      )
    }
    if now >= time { return nil }
    return SecretsProblem(
      "the old value of \(name) must stay until \(Moment.text(time)): until then there are tokens "
        + "that it signed, and whoever has one would be logged out",
      help: "do it then: \(command(.drop))"
    )
  }

  private func objectionToOverlap(_ step: RotationStep) -> SecretsProblem? {
    // The last step may come after the description has dropped the variable.
    if state.done[.exchange] != nil { return nil }
    switch overlap {
    case .described: return nil
    case .left(let processes):
      return SecretsProblem(
        "\(environment) gives \(Self.list(processes)) no \(second), and a rotation of \(name) needs "
          + "both",
        help: "fill it in the description, \(declaration), and run: "
          + "swift run infra generate \(environment)"
      )
    case .none:
      return SecretsProblem(
        "\(name) cannot rotate with an overlap: no program that reads it knows \(second)",
        help:
          "give its contract .optional(\"\(second)\", …), and let the program verify with both; "
          + "what to do without: swift run infra secrets rotate \(environment) \(name)"
      )
    }
  }

  /// How the second variable is declared.
  package var declaration: String {
    switch entry.origin {
    case .generated(let bytes): "with Secret(\"\(second)\", .generated(bytes: \(bytes))).value"
    case .provided: "with Secret(\"\(second)\", .provided(\"…\")).value"
    }
  }

  private func reason(_ step: RotationStep) -> String {
    switch step {
    case .add: ""
    case .verify: "there is no second value yet"
    case .exchange:
      "an instance that does not know the next value yet would refuse what another one signs with it"
    case .drop: "the value that would be dropped may still sign"
    }
  }

  /// What a person types for a step.
  package func command(_ step: RotationStep) -> String {
    "swift run infra secrets rotate \(environment) \(name) --step \(step.rawValue) "
      + (inventory.file == nil ? remoteOptions ?? "--done" : "--apply")
  }

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: " and ")
  }
}

/// A moment as people read it, in universal time.
package enum Moment {
  /// `2026-11-24 18:40 UTC`.
  package static func text(_ seconds: Int) -> String {
    let minutes = seconds / 60
    let days = minutes / 1440
    // From days to a date of the Gregorian calendar (howardhinnant.github.io/date_algorithms.html).
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * index + 2) / 5 + 1
    let month = index < 10 ? index + 3 : index - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(two(month))-\(two(day)) \(two(minutes / 60 % 24)):\(two(minutes % 60)) UTC"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
