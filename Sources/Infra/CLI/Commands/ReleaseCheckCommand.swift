import ArgumentParser
import InfraKit
import InfraRelease
import InfraSerialization

/// `infra release check`: whether the last two releases could be gone back to right now.
struct ReleaseCheckCommand: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "See whether the last two releases could be gone back to right now.",
    discussion: """
      Looks at the tags, what their messages say of manifests, images, secrets, schedules and \
      queues, at what the platforms keep, and at the migrations since. Exits with 1 when one of \
      the two could not be restored.

      EXAMPLES
        swift run infra release check prod
        swift run infra release check prod --format json
      """
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment: String

  @OptionGroup var migrations: MigrationOptions

  @OptionGroup var output: FormatOption

  func run(in context: Context) throws {
    let place = try ReleasePlace(in: context)
    let described = try place.output(of: environment, in: context)
    let newest = place.tags.newest(2)
    guard !newest.isEmpty else {
      throw Failure.io(
        "there is no release yet (no tag v*), so there is nothing to go back to",
        help: "make one: swift run infra release tag v0.1.0; in CI: git fetch --tags"
      )
    }
    let check = ReleaseCheck(described, tags: place.tags, root: place.root, now: Clock.seconds)
    var verdicts: [ReleaseVerdict] = []
    for tag in newest {
      let report = try migrations.report(from: tag, in: place)
      verdicts.append(
        try Failure.translating { () throws(ReleaseProblem) in try check.verdict(on: tag, report) }
      )
    }
    switch output.format {
    case .text:
      let colour = context.console.outputHasColour
      for verdict in verdicts { context.console.out(verdict.text(colour: colour) + "\n") }
      if newest.count == 1 {
        context.console.out("There is one release only; the next one has it to go back to.\n")
      }
    case .json: context.console.out(try JSON.encode(VerdictRecords(environment, verdicts)))
    }
    if verdicts.contains(where: { !$0.isRestorable }) { throw Failure.reported }
  }
}

/// The options of commands that look at migrations on their way.
struct MigrationOptions: ParsableArguments {
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

  /// The folder; nil where the repository has no migrations.
  func found(in place: ReleasePlace) throws(Failure) -> MigrationFolder? {
    try Failure.translating { () throws(ReleaseProblem) in
      try MigrationFolder.find(named: folder, in: place.root)
    }
  }

  /// What the migrations since a release do to it; nil where there are none at all.
  func report(from tag: ReleaseTag, in place: ReleasePlace) throws(Failure) -> MigrationReport? {
    guard let folder = try found(in: place) else { return nil }
    let url = try ReleaseMigrations.server(databaseURL)
    return try Failure.translating { () throws(ReleaseProblem) in
      try MigrationGate.report(from: tag, tags: place.tags, folder, in: place.root, url: url)
    }
  }
}

extension ReleasePlace {
  /// What an environment comes to; a description with errors is reported, and nothing is done.
  func output(of name: String, in context: Context) throws -> EnvironmentOutput {
    _ = try context.environment(name)
    let generation = Generation(context.environments).selecting([name])
    guard !generation.hasErrors, let output = generation.environments.first else {
      context.console.err(Report(generation, in: context).text)
      throw Failure.reported
    }
    return output
  }
}

extension ReleaseVerdict {
  /// The verdict for people.
  func text(colour: Bool) -> String {
    let word =
      isRestorable
      ? Paint.green("can be restored", colour) : Paint.red("cannot be restored", colour)
    var text = "\(Paint.bold(tag.name, colour)) \(word)\n"
    if isRestorable {
      for part in way.split(separator: ";") {
        text += Paragraph.wrapped(part.drop { $0 == " " }.description, indent: 2)
      }
    }
    for reason in reasons {
      let word =
        switch reason.severity {
        case .error: Paint.red("error:", colour)
        case .warning: Paint.yellow("warning:", colour)
        case .note: Paint.blue("note:", colour)
        }
      // What colours add is not seen, so that the word is put in front of a wrapped line.
      let message = Paragraph.wrapped("\(reason.severity.rawValue): \(reason.message)", indent: 2)
      text += "  \(word)" + message.dropFirst(3 + reason.severity.rawValue.count)
      text += Paragraph.wrapped("help: \(reason.help)", indent: 4)
    }
    return text
  }
}

/// Verdicts as data.
struct VerdictRecords: Encodable {
  let environment: String
  let releases: [Release]?

  struct Release: Encodable {
    let tag: String
    let commit: String
    let isRestorable: Bool
    let way: String
    let reasons: [Reason]?
  }

  struct Reason: Encodable {
    let severity: String
    let message: String
    let help: String
  }

  init(_ environment: String, _ verdicts: [ReleaseVerdict]) {
    self.environment = environment
    releases = verdicts.map { verdict in
      Release(
        tag: verdict.tag.name,
        commit: verdict.tag.commit,
        isRestorable: verdict.isRestorable,
        way: verdict.way,
        reasons: verdict.reasons.map {
          Reason(severity: $0.severity.rawValue, message: $0.message, help: $0.help)
        }
      )
    }
  }
}
