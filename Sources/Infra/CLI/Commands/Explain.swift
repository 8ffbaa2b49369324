import ArgumentParser
import InfraKit
import InfraSerialization
import InfraViews

/// `infra explain`: shows where the value of each variable comes from.
struct Explain: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show where the variables of a service come from.",
    usage: "infra explain <environment> <service> [<variable>] [<options>]",
    discussion: """
      For each variable of a service, a site or a cron job: where its value comes from, the line \
      that set it or the assignment of an overlay near which it was set, what each target gets, and \
      what an edit of a target's manifest changed. Secrets are named, never shown.

      EXAMPLES
        swift run infra explain prod backend
        swift run infra explain prod backend DATABASE_URL
        swift run infra explain prod backend --deployment railway
        swift run infra explain dev frontend --format json
      """
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment: String

  @Argument(help: ArgumentHelp("The service, site or cron job.", valueName: "service"))
  var service: String

  @Argument(help: ArgumentHelp("Only this variable.", valueName: "variable"))
  var variable: String?

  @Option(help: ArgumentHelp("Only what one deployment gets.", valueName: "name"))
  var deployment: String?

  @OptionGroup var output: FormatOption

  func run(in context: Context) throws {
    let environment = try context.environment(environment)
    let resource = try resource(in: environment.application)
    let deployments = try environment.deployments(deployment)
    // What is wrong with the description may be in the way of what targets make of it.
    let generation = Generation(context.environments).selecting([environment.name])
    if generation.hasErrors {
      context.console.err(Report(generation, in: context).text)
      throw Failure.reported
    }
    let explanation = Explanation(
      resource,
      in: environment,
      deployments: deployments.map { Plan(environment, $0) }
    )
    let sources = Sources(
      at: [environment.site] + explanation.variables.compactMap(\.site),
      in: context.directory
    )
    let variables = try variables(of: explanation).map { variable in
      ExplainedVariable(
        variable: variable,
        near: NearLine(variable, in: environment, sources)
      )
    }
    switch output.format {
    case .text:
      let text = ExplanationText(
        explanation,
        variables,
        colour: context.console.outputHasColour
      )
      context.console.out(text.text)
    case .json: context.console.out(try JSON.encode(ExplanationRecord(explanation, variables)))
    }
  }

  private func resource(in application: Application) throws -> any Configured {
    if let found = application.configured.first(where: { $0.id.name == service }) { return found }
    let names = application.configured.map(\.id.name)
    if let other = application.resources.first(where: { $0.id.name == service }) {
      throw Failure.usage(
        "\(other.id.title) reads no variables",
        help: "those that do are " + names.joined(separator: ", ")
      )
    }
    throw Failure.usage(
      "there is no service, site or cron job '\(service)' in '\(environment)'",
      help: Suggestion.text(for: service, among: names, called: "services, sites and cron jobs")
    )
  }

  private func variables(of explanation: Explanation) throws -> [Explanation.Variable] {
    guard let variable else { return explanation.variables }
    let found = explanation.variables.filter { $0.name == variable }
    if found.isEmpty {
      throw Failure.usage(
        "\(explanation.resource.title) has no variable '\(variable)'",
        help: Suggestion.text(
          for: variable,
          among: explanation.variables.map(\.name),
          called: "variables"
        )
      )
    }
    return found
  }
}
