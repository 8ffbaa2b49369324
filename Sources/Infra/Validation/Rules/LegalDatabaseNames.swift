import InfraContract

/// The database and the user inside a Postgres server have names that need no quoting.
///
/// Postgres cuts longer names silently (postgresql.org/docs/17/sql-syntax-lexical.html, 4.1.1).
enum LegalDatabaseNames: EnvironmentRule {
  static let rule = Rule(
    "model/legal-database-names",
    .error,
    "Names inside Postgres are \(expectation)."
  )

  static let isStructural = true

  private static let expectation =
    "lower-case letters, digits and underscores, no digit first, at most 63"

  static func check(_ environment: Environment, _ findings: inout Findings) {
    for database in environment.application.databases {
      for (label, what, name) in [
        ("databaseName", "database name", database.databaseName), ("user", "user", database.user),
      ] {
        guard let name, !isLegal(name) else { continue }
        findings.report(
          rule,
          "\(what) \(Wording.quote(name)) of \(database.id.title) is not made of \(expectation)",
          help: "write a name such as 'app', or leave \(label): out",
          at: database.site,
          about: database.id
        )
      }
    }
  }

  private static func isLegal(_ name: String) -> Bool {
    VariableName.isLegal(name) && name.utf8.count <= 63
      && !name.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
