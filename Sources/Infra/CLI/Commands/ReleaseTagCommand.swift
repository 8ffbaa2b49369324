import ArgumentParser
import InfraDisk
import InfraKit
import InfraRelease
import InfraSecrets

/// `infra release tag`: checks everything, and makes the tag of a release.
struct ReleaseTagCommand: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Check everything, and make the tag of a release.",
    discussion: """
      The tag's message says what each environment's manifests are (digests), the newest \
      migration, images, secrets by name, schedules and queues, which 'infra release check' and \
      'infra rollback' read. Nothing is pushed.

      EXAMPLES
        swift run infra release tag v1.4.0
        swift run infra release tag 1.4.0 --message 'Escalation by mail'
        swift run infra release tag v1.4.0 --dry-run
      """
  )

  @Argument(help: ArgumentHelp("The version, such as v1.4.0.", valueName: "version"))
  var version: String

  @Option(help: ArgumentHelp("A line about the release.", valueName: "text"))
  var message: String?

  @Flag(help: "Check, and print the message; make no tag.")
  var dryRun = false

  @OptionGroup var migrations: MigrationOptions

  func run(in context: Context) throws {
    let place = try ReleasePlace(in: context)
    let number = try allowed(after: place.tags)
    let git = Git(root: place.root)
    try refuseUncommitted(git)
    let generation = try checked(place, context)
    let before = place.tags.newest(1).first
    if let before { try checkMigrations(from: before, place, context) }
    for output in generation.environments {
      guard let before else { break }
      try checkWayBack(to: before, output, place, context)
    }
    let record = ReleaseRecord(
      migration: try newestMigration(place),
      environments: generation.environments.map { ReleaseFacts($0) }
    )
    let name = "v\(number)"
    let text = [name + (message.map { ": \($0)" } ?? ""), record.text].joined(separator: "\n\n")
    if dryRun {
      context.console.out(text)
      return
    }
    let head = try Failure.translating { () throws(ReleaseProblem) in
      try git.output(
        of: ["tag", "--annotate", "--cleanup=verbatim", "--file=-", name],
        input: text
      )
      return try git.lines(of: ["rev-parse", "--short=12", "HEAD"]).first ?? ""
    }
    context.console.out(
      "\(name) is made at \(head).\n\nNext: push it, and release\n"
        + "  git push origin \(name)\n  swift run infra release plan ENV\n"
    )
  }

  /// The version, if it may come next.
  private func allowed(after tags: ReleaseTags) throws(Failure) -> ReleaseVersion {
    guard let number = ReleaseVersion(version) else {
      throw Failure.usage(
        "'\(version)' is no version",
        help: "write three numbers, such as v1.4.0, or v1.4.0-rc.1 before it"
      )
    }
    if tags.tag("v\(number)") != nil {
      throw Failure.usage(
        "there is a tag 'v\(number)' already, and releases are never moved",
        help: "choose the next version"
      )
    }
    if let last = tags.all.last, number <= last.version {
      throw Failure.usage(
        "v\(number) is not above the last version, \(last.name)",
        help: "choose a version above it"
      )
    }
    return number
  }

  private func refuseUncommitted(_ git: Git) throws(Failure) {
    let changed = try Failure.translating { () throws(ReleaseProblem) in
      try git.lines(of: ["status", "--porcelain"])
    }
    if changed.isEmpty { return }
    let shown = changed.prefix(5).map { "\n  | \($0)" }.joined()
    throw Failure.io(
      "the work tree is not what is committed, so a tag would not say what is released\(shown)"
        + (changed.count > 5 ? "\n  | and \(changed.count - 5) more" : ""),
      help: "commit, or stash what does not belong to the release"
    )
  }

  /// The environments, without an error and as they are on the disk.
  private func checked(_ place: ReleasePlace, _ context: Context) throws -> Generation {
    let generation = Generation(context.environments)
    if generation.hasErrors {
      context.console.err(Report(generation, in: context).text)
      throw Failure.reported
    }
    let files = try DesiredFiles(generation, deployment: nil)
    let report = try Failure.translating { () throws(DiskError) in
      try Disk(root: place.root).check(files.environments, isComplete: true)
    }
    if let drift = report.drift.first {
      let more = report.drift.count > 1 ? ", and \(report.drift.count - 1) more" : ""
      throw Failure.io(
        "\(drift.sentence)\(more)",
        help: "run: swift run infra generate, and commit"
      )
    }
    let leaks = try Failure.translating { () throws(SecretsProblem) in
      try LeakReport(generation, root: place.root, isWithHistory: false)
    }
    if !leaks.findings.isEmpty {
      context.console.err(leaks.text(colour: context.console.errorHasColour))
      throw Failure.io(
        "a secret is in a file that would be released",
        help: "see it again: swift run infra secrets check"
      )
    }
    return generation
  }

  private func checkMigrations(
    from tag: ReleaseTag,
    _ place: ReleasePlace,
    _ context: Context
  ) throws {
    guard let report = try migrations.report(from: tag, in: place), report.hasErrors else { return }
    context.console.err(MigrationText(report, context.console).findings)
    throw Failure.io(
      "\(tag.name) could not go on running on the schema of this release",
      help: "mend what is said above; see it again: swift run infra release migrations"
    )
  }

  private func checkWayBack(
    to tag: ReleaseTag,
    _ output: EnvironmentOutput,
    _ place: ReleasePlace,
    _ context: Context
  ) throws {
    let check = ReleaseCheck(output, tags: place.tags, root: place.root, now: Clock.seconds)
    let verdict = try Failure.translating { () throws(ReleaseProblem) in
      try check.verdict(on: tag, nil)
    }
    let errors = verdict.reasons.filter { $0.severity == .error }
    // An environment that the release before did not have needs no way back.
    let isNew = errors.contains { $0.message.hasSuffix("has no environment '\(output.name)'") }
    if errors.isEmpty || isNew { return }
    for reason in errors {
      context.console.err("warning: \(output.name): \(reason.message)\n  help: \(reason.help)\n")
    }
  }

  private func newestMigration(_ place: ReleasePlace) throws(Failure) -> ReleaseFacts.Entry? {
    guard let folder = try migrations.found(in: place) else { return nil }
    let files = try Failure.translating { () throws(ReleaseProblem) in
      try folder.present(in: place.root)
    }
    return files.last.map { ReleaseFacts.Entry(name: folder.path, value: $0.name) }
  }
}
