import ArgumentParser
import InfraContract
import InfraKit
import InfraRelease

/// `infra release plan`: the order of a release, with the commands.
struct ReleasePlanCommand: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Print the order of a release, with the commands.",
    discussion: """
      Secrets to add first, migrations, services, sites, and how to see that it worked. Nothing \
      is done.

      EXAMPLES
        swift run infra release plan prod
        swift run infra release plan prod --deployment main
      """
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment: String

  @Option(help: ArgumentHelp("The deployment, where there are several.", valueName: "name"))
  var deployment: String?

  @OptionGroup var migrations: MigrationOptions

  func run(in context: Context) throws {
    let place = try ReleasePlace(in: context)
    let output = try place.output(of: environment, in: context)
    let known = output.deployments.map(\.plan.deployment.name)
    let name = deployment ?? known.first ?? ""
    guard let chosen = output.deployments.first(where: { $0.plan.deployment.name == name }) else {
      throw Failure.usage(
        "environment '\(environment)' has no deployment '\(name)'",
        help: Suggestion.text(for: name, among: known, called: "deployments")
      )
    }
    let last = place.tags.newest(1).first
    let record = try last.flatMap { tag in
      try Failure.translating { () throws(ReleaseProblem) in
        ReleaseRecord(message: try ReleaseTags.message(of: tag, in: place.root))
      }
    }
    let pending = try last.flatMap { try migrations.pending(since: $0, in: place) }
    let sheet = ReleaseSheet(
      output,
      chosen,
      since: last,
      record?.facts(of: environment),
      pending: pending
    )
    context.console.out(sheet.text(colour: context.console.outputHasColour))
    if deployment == nil, known.count > 1 {
      let others = known.dropFirst().map { "--deployment \($0)" }.joined(separator: ", ")
      context.console.out("\nThis is deployment '\(name)'; for the others: \(others)\n")
    }
  }
}

extension MigrationOptions {
  /// The names of the migrations that are new since a release.
  func pending(since tag: ReleaseTag, in place: ReleasePlace) throws(Failure) -> [String]? {
    guard let folder = try found(in: place) else { return nil }
    return try Failure.translating { () throws(ReleaseProblem) in
      let past = Set(try folder.past(at: tag.name, in: place.root).map(\.name))
      return try folder.present(in: place.root).map(\.name).filter { !past.contains($0) }
    }
  }
}
