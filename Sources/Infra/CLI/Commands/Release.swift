import ArgumentParser
import InfraDisk
import InfraKit
import InfraRelease

/// `infra release`: what must hold before a version goes out.
struct Release: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "See that a release can be made, and undone.",
    discussion: """
      Releases are the tags v* of git, such as v1.4.0. The last two can always be gone back to: \
      that is what these commands see to.

      EXAMPLES
        swift run infra release check prod
        swift run infra release plan prod
        swift run infra release tag v1.4.0
        swift run infra release migrations
        swift run infra release rehearse dev
      """,
    subcommands: [
      ReleaseCheckCommand.self, ReleasePlanCommand.self, ReleaseTagCommand.self,
      ReleaseMigrations.self, ReleaseRehearse.self,
    ]
  )
}

/// The repository that a command about releases works in.
struct ReleasePlace {
  /// The folder of the package.
  let root: String

  /// Its releases.
  let tags: ReleaseTags

  /// Finds the package and its tags.
  init(in context: Context) throws {
    let root = try Failure.translating { () throws(DiskError) in
      try Root.find(from: context.directory)
    }
    self.root = root
    tags = try Failure.translating { () throws(ReleaseProblem) in try ReleaseTags(in: root) }
  }

  /// The release of a name, or the newest; nil where there is none yet.
  func release(_ name: String?) throws(Failure) -> ReleaseTag? {
    guard let name else { return tags.newest(1).first }
    guard let tag = tags.tag(name) else {
      throw Failure.usage(
        "there is no release '\(name)'",
        help: tags.all.isEmpty
          ? "there is none at all yet; in CI, fetch them: git fetch --tags"
          : Suggestion.text(for: name, among: tags.all.map(\.name), called: "releases")
      )
    }
    return tag
  }
}

extension Failure {
  /// Runs a body, and makes its problem one to report.
  static func translating<Result>(
    _ body: () throws(ReleaseProblem) -> Result
  ) throws(Failure) -> Result {
    do { return try body() } catch {
      let log = error.log.map { "\n  | \($0)" }.joined()
      throw Failure.io(error.message + log, help: error.help)
    }
  }
}
