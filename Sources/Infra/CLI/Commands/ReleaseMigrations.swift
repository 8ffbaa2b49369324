import ArgumentParser
import InfraKit
import InfraRelease
import InfraSerialization

/// `infra release migrations`: whether the last release runs on the schema of the next.
struct ReleaseMigrations: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrations",
    abstract: "See that the last release runs on the schema of the next.",
    discussion: """
      Applies the migrations of a release, and then the new ones, to scratch databases of a real \
      Postgres, and compares what Postgres says of both. A change that the release does not bear \
      is an error at its line; what locks a table for long is a warning. A step that is meant to \
      break says in a comment above it which version no longer has to run:

        -- infra: contract v1.4.0

      Reads files *.sql of a folder named migrations, or Prisma's migrations/*/migration.sql. \
      Exits with 1 when there are errors.

      EXAMPLES
        swift run infra release migrations
        swift run infra release migrations --from v1.3.0 --format github
        \(ScratchServer.variable)=postgres://… swift run infra release migrations
      """
  )

  @Option(help: ArgumentHelp("The release that has to go on running.", valueName: "tag"))
  var from: String?

  @Option(help: ArgumentHelp("Where the migrations are, from the root.", valueName: "path"))
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "A server to make scratch databases on; one is started unless given.",
      discussion: "With a password, put it into \(ScratchServer.variable) instead.",
      valueName: "url"
    )
  )
  var databaseURL: String?

  @Option(help: "How to print the result.")
  var format: MigrationFormat = .text

  func run(in context: Context) throws {
    let place = try ReleasePlace(in: context)
    let found = try Failure.translating { () throws(ReleaseProblem) in
      try MigrationFolder.find(named: folder, in: place.root)
    }
    guard let found else {
      throw Failure.io(
        "there are no migrations: no folder 'migrations' with files *.sql, nor one of Prisma's",
        help: "name the folder: --folder PATH"
      )
    }
    guard let tag = try place.release(from) else {
      context.console.err(
        "note: there is no release yet (no tag v*), so nothing runs that a migration could break\n"
          + "  help: in CI, fetch the tags first: git fetch --tags\n"
      )
      return
    }
    let url = try Self.server(databaseURL)
    let report = try Failure.translating { () throws(ReleaseProblem) in
      try MigrationGate.report(from: tag, tags: place.tags, found, in: place.root, url: url)
    }
    let text = MigrationText(report, context.console)
    switch format {
    case .text:
      context.console.out(text.head)
      context.console.err(text.findings)
      context.console.out(text.sum)
    case .json: context.console.out(try JSON.encode(MigrationRecord(report)))
    case .github: context.console.out(text.annotations(below: GitPlace.prefix(of: place.root)))
    }
    if report.hasErrors { throw Failure.reported }
  }

  /// The URL of the scratch server, which may hold a password only where nobody else reads it.
  static func server(_ option: String?) throws(Failure) -> String? {
    if let option, ScratchServer.holdsPassword(option) {
      throw Failure.usage(
        "the URL has a password, and everybody on this machine can read arguments",
        help: "put it into the variable \(ScratchServer.variable) instead"
      )
    }
    return option ?? Shell.variable(ScratchServer.variable).flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// How `infra release migrations` prints its result.
enum MigrationFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, github
}
