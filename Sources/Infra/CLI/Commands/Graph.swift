import ArgumentParser
import InfraKit
import InfraViews

/// `infra graph`: draws the resources of an environment.
struct Graph: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw the resources of an environment and their references.",
    discussion: """
      Shows which resource reads from which, what only waits, the platform of each, and where the \
      public comes in. Mermaid is drawn by GitHub in Markdown, dot by Graphviz; the SVG needs no \
      other program.

      EXAMPLES
        swift run infra graph prod
        swift run infra graph prod --format svg > prod.svg
        swift run infra graph prod --deployment railway --format dot
      """
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment: String

  @Option(help: ArgumentHelp("The deployment; the first when left out.", valueName: "name"))
  var deployment: String?

  @Option(help: "What to write.")
  var format: GraphFormat = .mermaid

  func run(in context: Context) throws {
    let environment = try context.environment(environment)
    let deployments = try environment.deployments(deployment)
    guard let first = deployments.first else {
      throw Failure.usage(
        "environment '\(environment.name)' has no deployment",
        help: "name a target: Environment(\"\(environment.name)\", application, on: .compose)"
      )
    }
    if deployments.count > 1 {
      let others = deployments.dropFirst().map(\.name).joined(separator: ", ")
      context.console.err(
        "Showing deployment '\(first.name)'; there are others: \(others) (--deployment NAME).\n"
      )
    }
    let view = GraphView(Plan(environment, first))
    switch format {
    case .mermaid: context.console.out(view.mermaid)
    case .dot: context.console.out(view.dot)
    case .svg: context.console.out(view.svg)
    }
  }
}

/// What `infra graph` writes.
enum GraphFormat: String, CaseIterable, ExpressibleByArgument {
  case mermaid, dot, svg
}
