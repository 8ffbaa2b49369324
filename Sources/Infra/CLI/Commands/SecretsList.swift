import ArgumentParser
import InfraKit
import InfraSecrets
import InfraSerialization

/// `infra secrets list`: shows the secrets of an environment, and no value.
struct SecretsList: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show an environment's secrets: who reads them, and who keeps them.",
    usage: "infra secrets list [<environment>] [<options>]",
    discussion: """
      For each secret: where its value comes from, the line that declares it, the variables that \
      read it, what each target does with it, and whether it can rotate unnoticed.

      EXAMPLES
        swift run infra secrets list prod
        swift run infra secrets list dev --format json
      """
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment = "dev"

  @OptionGroup var output: FormatOption

  func run(in context: Context) throws {
    let inventory = try SecretInventory(context.sound(environment))
    switch output.format {
    case .text: context.console.out(inventory.text(colour: context.console.outputHasColour))
    case .json: context.console.out(try JSON.encode(InventoryRecord(inventory)))
    }
  }
}

extension Context {
  /// What an environment comes to; a description with errors is reported, and nothing is done.
  func sound(_ name: String) throws -> EnvironmentOutput {
    let environment = try environment(name)
    let generation = Generation(environments).selecting([environment.name])
    guard !generation.hasErrors, let output = generation.environments.first else {
      console.err(Report(generation, in: self).text)
      throw Failure.reported
    }
    return output
  }
}
