import InfraKit

/// What Docker Compose and the images that it runs state, each with its page and that page's day.
enum ComposeFacts {
  /// Every fact, as reports show it.
  static var rows: [FactRow] {
    versions.map(\.row) + defaults.map(\.row) + images.map(\.row) + [
      postgresData.row, postgresDataFrom18.row,
    ]
  }

  private static let specification = "github.com/compose-spec/compose-spec"
  private static let changes = "github.com/docker/compose/releases"

  /// Since when Compose knows a key.
  static let versions = [
    Fact("since version", "include", "2.20.0", source: changes, date: "2026-08-20"),
    Fact(
      "since version",
      "healthcheck.start_interval",
      "2.20.2",
      source: changes,
      date: "2026-08-20"
    ),
    Fact("since version", "develop.watch", "2.22.0", source: changes, date: "2026-08-20"),
    Fact("since version", "!reset and !override", "2.24.4", source: changes, date: "2026-08-20"),
    Fact("since version", "ports.app_protocol", "2.26.0", source: changes, date: "2026-08-20"),
    Fact(
      "since version",
      "watch: restart, sync+exec",
      "2.32.0",
      source: changes,
      date: "2026-08-20"
    ),
    Fact("since version", "label_file", "2.32.0", source: changes, date: "2026-08-20"),
    Fact("since version", "provider", "2.36.0", source: changes, date: "2026-08-20"),
    Fact("since version", "models", "2.38.0", source: changes, date: "2026-08-20"),
    Fact("since version", "pre_start", "5.3.0", source: changes, date: "2026-08-20"),
  ]

  /// What holds where the file says nothing.
  static let defaults = [
    Fact("default", "seconds between checks", "30", source: specification, date: "2026-06-23"),
    Fact("default", "seconds of a check", "30", source: specification, date: "2026-06-23"),
    Fact("default", "tries of a check", "3", source: specification, date: "2026-06-23"),
    Fact("default", "seconds after SIGTERM", "10", source: specification, date: "2026-06-23"),
    Fact(
      "default",
      "address of a port",
      "0.0.0.0 and [::]",
      source: specification,
      date: "2026-06-23"
    ),
  ]

  /// The images that stand for what a platform manages.
  static let images = [
    Fact(
      "image",
      "caches",
      ServerImages.keyValue,
      source: "hub.docker.com/r/valkey/valkey",
      date: "2026-11-23"
    ),
    Fact(
      "image",
      "databases",
      "postgres:MAJOR",
      source: "hub.docker.com/_/postgres",
      date: "2026-11-23"
    ),
  ]

  static let postgresData = Fact(
    "path",
    "volume of Postgres up to 17",
    "/var/lib/postgresql/data",
    source: "github.com/docker-library/postgres/issues/1370",
    date: "2025-10-11"
  )

  static let postgresDataFrom18 = Fact(
    "path",
    "volume of Postgres from 18 on",
    "/var/lib/postgresql",
    source: "github.com/docker-library/postgres/issues/1370",
    date: "2025-10-11"
  )
}
