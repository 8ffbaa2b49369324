package import InfraKit

/// Something about a migration that should be known before it is released.
package struct MigrationFinding: Sendable, Hashable {
  /// The rule that found it.
  package let rule: Rule

  /// How bad it is; a breaking step that is meant is a note.
  package let severity: Severity

  /// What is wrong.
  package let message: String

  /// How to mend it.
  package let help: String

  /// The line that allows it, for whoever means it; nil where nothing does.
  package var exception: String?

  /// The file, from the root.
  package let file: String

  /// The line, counted from one.
  package let line: Int

  /// The text of the line; empty where the file is not there any more.
  package let source: String
}

/// What is known of the migrations since a release.
package struct MigrationReport: Sendable {
  /// The release that is compared with.
  package let from: ReleaseTag

  /// The folder.
  package let folder: MigrationFolder

  /// The names of the migrations that are new since then.
  package let new: [String]

  /// The major version of the Postgres that they were tried on; nil where there was nothing to try.
  package let postgres: Int?

  /// What was found, by file and line.
  package let findings: [MigrationFinding]

  /// How many findings there are of a severity.
  package func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// Whether the version before could not go on running.
  package var hasErrors: Bool { count(.error) > 0 }
}
