import InfraContract
import InfraKit
import InfraSerialization

extension ComposeProject {
  /// What a developer's volumes hold, and so a changed file alone does not change.
  var entries: [RecordedEntry] {
    var entries: [RecordedEntry] = []
    for (name, service) in file.services.entries {
      guard let tag = service.postgresTag else { continue }
      var entry = RecordedEntry("database", name, of: owners[name]?.id, at: owners[name]?.site)
      entry.add("version", String(tag.prefix { $0.isASCII && $0.isNumber }))
      if case .map(let map)? = service.environment {
        entry.add("databaseName", map["POSTGRES_DB"]?.written)
        entry.add("user", map["POSTGRES_USER"]?.written)
      }
      entries.append(entry)
    }
    return entries
  }
}

extension ComposeScalar {
  fileprivate var written: String? {
    if case .text(let text) = self { text.written } else { nil }
  }
}

// What a volume remembers: the image of Postgres looks at its variables on an empty one only
// (hub.docker.com/_/postgres, read 2026-11-23).
extension ComposeRules {
  /// The rules about changes.
  static let changes = [
    ChangeRule(
      change("database-version", "A database's volume was made by its major version of Postgres."),
      "database",
      when: .differs("version"),
      message: {
        "\($0.title) goes from Postgres \($0.old) to \($0.new), which does not start on the old volume"
      },
      help: { _ in "dump what matters, then 'docker compose down --volumes'" }
    ),
    ChangeRule(
      change("database-made", "A database's volume was made with its name inside the server."),
      "database",
      when: .differs("databaseName"),
      message: {
        "\($0.title) is called '\($0.new)' inside the server, and a volume that exists goes on holding "
          + "'\($0.old)'"
      },
      help: { _ in "dump what matters, then 'docker compose down --volumes'" }
    ),
    ChangeRule(
      change("database-owner", "A database's volume was made with its user."),
      "database",
      when: .differs("user"),
      message: {
        "\($0.title) is owned by '\($0.new)', and a volume that exists goes on knowing '\($0.old)'"
      },
      help: { _ in "dump what matters, then 'docker compose down --volumes'" }
    ),
    ChangeRule(
      change("database-renamed", "A database keeps its name, and with it its volume."),
      "database",
      when: .isReplaced,
      message: {
        "\($0.title) takes the place of '\($0.old)': it starts on an empty volume, and the old one stays"
      },
      help: { _ in "dump what matters before the next 'docker compose up'" }
    ),
  ]

  private static func change(_ code: String, _ demand: String) -> Rule {
    Rule(
      "compose/\(code)",
      .warning,
      demand,
      page: "https://hub.docker.com/_/postgres",
      checked: "2026-11-23",
      needs: .history
    )
  }
}
