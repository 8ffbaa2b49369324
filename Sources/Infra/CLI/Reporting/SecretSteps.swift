import InfraKit
import InfraSecrets

/// The steps of a deployment that set secrets, in the words of its setup sheet.
struct SecretSteps {
  private let deployment: DeploymentOutput
  private let inventory: SecretInventory
  private let isAlone: Bool

  init(_ deployment: DeploymentOutput, _ inventory: SecretInventory, isAlone: Bool) {
    self.deployment = deployment
    self.inventory = inventory
    self.isAlone = isAlone
  }

  /// The steps, for a terminal.
  func text(colour: Bool) -> String {
    let plan = deployment.plan
    var text = Paint.bold(plan.environment.name, colour)
    if !isAlone { text += Paint.bold(", deployment \(plan.deployment.name)", colour) }
    text += "\n"
    for (platform, names) in made {
      text += Paragraph.wrapped(
        "\(platform) makes \(names.joined(separator: " and ")) by itself, at the first deploy.",
        first: "  ",
        rest: "  "
      )
    }
    let steps = deployment.steps.filter { $0.phase == .secrets }
    if steps.isEmpty { return text + "  Nothing is set by hand.\n\n" }
    for (index, step) in steps.enumerated() {
      text += "\n  \(index + 1). \(Paint.bold(step.title, colour))\n"
      text += Paragraph.blocks(step.blocks, indent: "     ")
      text += Paragraph.wrapped("Check: \(step.check)", first: "     ", rest: "       ")
    }
    return text + "\n"
  }

  /// The secrets that platforms make themselves.
  private var made: [(platform: String, names: [String])] {
    var made: [(platform: String, names: [String])] = []
    for entry in inventory.entries {
      for keeping in entry.keepings where keeping.deployment == deployment.plan.deployment.name {
        let isMade = keeping.places.contains { place in
          if case .generated? = place.form { true } else { false }
        }
        guard isMade else { continue }
        if let index = made.firstIndex(where: { $0.platform == keeping.platform.title }) {
          made[index].names.append(entry.name)
        } else {
          made.append((keeping.platform.title, [entry.name]))
        }
      }
    }
    return made
  }
}
