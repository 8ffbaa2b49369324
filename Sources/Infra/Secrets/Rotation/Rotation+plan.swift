import InfraContract
package import InfraKit

extension Rotation {
  /// One step with everything that a person needs to know about it.
  package struct PlannedStep: Sendable {
    /// The step.
    package let step: RotationStep
    /// What happens, as an imperative line.
    package let title: String
    /// What it means.
    package let text: String
    /// What to do, target by target.
    package let actions: [Action]
    /// How to see that it worked.
    package let checks: [String]
    /// How to go back.
    package let back: String
  }

  /// What to do at one target.
  package struct Action: Sendable {
    /// The deployment and the platform, or this machine.
    package let place: String
    /// How.
    package let blocks: [SetupStep.Block]
  }

  /// The steps in order.
  package var steps: [PlannedStep] { RotationStep.allCases.map(planned) }

  /// A step.
  package func planned(_ step: RotationStep) -> PlannedStep {
    switch step {
    case .add:
      return make(
        step,
        "Add the next value as \(second)",
        "Programs verify with it from now on, and go on signing with \(name).",
        .set(second, entry.origin),
        "take \(second) away again: nothing was signed with it"
      )
    case .verify:
      let planned = make(step, "", "", .set(second, entry.origin), "")
      return PlannedStep(
        step: step,
        title: "See that every instance runs with both",
        text: "One that does not know the next value would refuse what another one signs with it.",
        actions: [],
        checks: planned.checks,
        back: "as after step 1: take \(second) away"
      )
    case .exchange:
      return make(
        step,
        "Switch the signer",
        "\(name) and \(second) exchange their values: the next one signs, the old one only "
          + "verifies.",
        .exchange(name, second),
        "exchange them once more: both values still verify"
      )
    case .drop:
      return make(
        step,
        "Drop the old value",
        "Nothing that it signed is valid any more: \(wait). Take \(second) out of the description "
          + "first, and run: swift run infra generate \(environment)",
        .remove(second),
        "there is none, and none is needed: whatever is valid was signed with the new value"
      )
    }
  }

  private var wait: String {
    if let dropTime { return "that is so from \(Moment.text(dropTime)) on" }
    guard let lifetime = entry.secret?.signsFor else {
      return "the description must say when, with signsFor: on the Secret"
    }
    return "that is so \(Self.words(lifetime)) after step 3"
  }

  private static func words(_ duration: Duration) -> String {
    let seconds = Int(duration.components.seconds)
    for (unit, length) in [("day", 86_400), ("hour", 3600), ("minute", 60)]
    where seconds >= length && seconds % length == 0 {
      let count = seconds / length
      return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }
    return "\(seconds) second\(seconds == 1 ? "" : "s")"
  }

  private func make(
    _ step: RotationStep,
    _ title: String,
    _ text: String,
    _ change: SecretChange,
    _ back: String
  ) -> PlannedStep {
    var actions: [Action] = []
    var checks: [String] = []
    if let file = inventory.file {
      actions.append(
        Action(
          place: file.path,
          blocks: [.commands(["\(command(step))"])]
        )
      )
    }
    for keeping in entry.keepings {
      guard let procedure = keeping.target.procedure(keeping.part, to: change, in: keeping.places)
      else { continue }
      let isAlone = entry.keepings.count == 1
      let place =
        isAlone ? keeping.platform.title : "\(keeping.deployment), \(keeping.platform.title)"
      actions.append(Action(place: place, blocks: procedure.blocks))
      checks.append(isAlone ? procedure.check : "\(place): \(procedure.check)")
    }
    return PlannedStep(
      step: step,
      title: title,
      text: text,
      actions: actions,
      checks: checks,
      back: back
    )
  }
}

extension Rotation {
  /// What to do about a secret of which programs take one value only.
  package var withoutOverlap: [String] {
    guard let secret = entry.secret else {
      return [
        "\(name) is \(entry.purpose ?? "a value of this machine") and never leaves it. The server "
          + "keeps it too, so both change together: `swift run infra dev psql \(environment)`, then "
          + "`\\password`, and type the same value into \(entry.file ?? ".env").",
        "Where its data may go: `swift run infra dev reset \(environment)`, delete the line of "
          + "\(name), and `\(LocalNames.makingCommand(for: environment))` makes another one.",
      ]
    }
    switch secret.origin {
    case .generated:
      return [
        "With one value only, whatever \(name) signed or encrypted is refused the moment it changes: "
          + "people log in again, and what was encrypted cannot be read.",
        "To rotate unnoticed, give the contract of the program .optional(\"\(second)\", …) and let it "
          + "verify with both values; then this command has four steps.",
        "To replace it at once, after a leak: set a new value as below, deploy, and see that old "
          + "tokens are refused.",
      ]
    case .provided(let place):
      return [
        "The one who gives it out keeps the overlap. Make a second one beside the first "
          + "(\(Wording.printable(place))), set it as below, deploy, see that it is used, and only "
          + "then revoke the first one there.",
        "Going back is setting the first one again, as long as it is not revoked.",
      ]
    }
  }

  /// How the one value is replaced, target by target.
  package var replacement: [Action] {
    entry.keepings.compactMap { keeping in
      guard
        let procedure = keeping.target.procedure(
          keeping.part,
          to: .set(name, entry.origin),
          in: keeping.places
        )
      else { return nil }
      let place =
        entry.keepings.count == 1
        ? keeping.platform.title : "\(keeping.deployment), \(keeping.platform.title)"
      return Action(
        place: place,
        blocks: procedure.blocks + [.text("Check: " + procedure.check)]
      )
    }
  }
}
