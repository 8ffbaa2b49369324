import ArgumentParser
import InfraKit
import InfraSerialization

/// `infra list`: shows environments, deployments, resources, where each is hosted, and files.
struct List: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show environments, resources, where each is hosted, and files.",
    discussion: """
      EXAMPLES
        swift run infra list
        swift run infra list prod
        swift run infra list --format json
      """
  )

  @OptionGroup var selection: EnvironmentSelection

  @OptionGroup var output: FormatOption

  func run(in context: Context) throws {
    let names = try selection.names(in: context.environments)
    let generation = Generation(context.environments).selecting(names)
    let listing = Listing(generation)
    switch output.format {
    case .text: context.console.out(listing.text(colour: context.console.outputHasColour))
    case .json: context.console.out(try JSON.encode(listing))
    }
    if generation.hasErrors {
      context.console.err(Report(generation, in: context).text)
      throw Failure.reported
    }
  }
}
