import ArgumentParser
import InfraKit
import InfraSerialization
import InfraViews

/// `infra compare`: shows what differs between two environments.
struct Compare: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what differs between two environments.",
    discussion: """
      Only what differs is shown, grouped by resource: fields, variables, where each is hosted. \
      Secrets are named, never shown.

      EXAMPLES
        swift run infra compare staging prod
        swift run infra compare dev prod --format markdown
        swift run infra compare staging prod --format json
      """
  )

  @Argument(help: ArgumentHelp("The environment to start from.", valueName: "environment"))
  var left: String

  @Argument(help: ArgumentHelp("The environment to compare it with.", valueName: "environment"))
  var right: String

  @Option(help: "How to print the result.")
  var format: ComparisonFormat = .text

  func run(in context: Context) throws {
    let comparison = Comparison(
      try context.environment(left),
      try context.environment(right)
    )
    switch format {
    case .text:
      context.console.out(ComparisonText(comparison, colour: context.console.outputHasColour).text)
    case .markdown: context.console.out(comparison.markdown)
    case .json: context.console.out(try JSON.encode(ComparisonRecord(comparison)))
    }
  }
}

/// How `infra compare` prints its result.
enum ComparisonFormat: String, CaseIterable, ExpressibleByArgument {
  case text, markdown, json
}
