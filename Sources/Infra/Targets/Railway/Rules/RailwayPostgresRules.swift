import InfraContract
import InfraKit

extension RailwayRules {
  /// No read replicas.
  static let readReplicas = rule(
    "read-replicas",
    .error,
    "A database has no read replicas of its own address.",
    page: "databases/postgresql-ha"
  )

  /// High availability is a conversion by hand.
  static let highAvailability = rule(
    "high-availability",
    .warning,
    "A standby is a conversion by hand, and its services are in no file.",
    page: "databases/postgresql-ha"
  )

  /// Pooling is a conversion by hand.
  static let pooling = rule(
    "pooling",
    .note,
    "A connection pooler is added by hand once the database runs.",
    page: "databases/postgresql-pgbouncer"
  )

  /// A database's disk is sized by hand.
  static let databaseStorage = rule(
    "database-storage",
    .note,
    "A database's disk has its plan's size until it is resized by hand.",
    page: "volumes/reference"
  )

  /// Names inside the server are Railway's.
  static let databaseNames = rule(
    "database-names",
    .note,
    "A database is called 'railway' and owned by 'postgres'; references follow.",
    page: "databases/postgresql"
  )

  /// No list of addresses.
  static let allowedAddresses = rule(
    "allowed-addresses",
    .warning,
    "A database is open to everybody or to the private network: there is no list of addresses.",
    page: "networking/tcp-proxy"
  )
}

/// Rules about Postgres databases.
enum RailwayPostgresRules: RailwayTopic {
  static let rules = [
    RailwayRules.readReplicas, RailwayRules.highAvailability, RailwayRules.pooling,
    RailwayRules.databaseStorage, RailwayRules.databaseNames, RailwayRules.allowedAddresses,
  ]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    for database in project.part.databases { check(database, &findings) }
  }

  private static func check(_ database: Postgres, _ findings: inout Findings) {
    func report(_ rule: Rule, _ message: String, _ help: String) {
      findings.report(
        rule,
        "\(database.id.title) \(message)",
        help: help,
        at: database.site,
        about: database.id
      )
    }
    if !database.replicas.isEmpty {
      let names = database.replicas.map { "'\($0.name)'" }.joined(separator: ", ")
      report(
        RailwayRules.readReplicas,
        "has the read replica\(database.replicas.count == 1 ? "" : "s") \(names), and Railway has "
          + "none",
        "read from the database itself; where another deployment keeps its replicas, give this one "
          + "an application without them: Deployment(\"railway\", application, on: .railway)"
      )
    }
    if database.highAvailability {
      report(
        RailwayRules.highAvailability,
        "is to survive its server, and railway.ts has no word for that",
        "convert it as SETUP.md says, and read every plan after that before it is applied"
      )
    }
    if database.pooling {
      report(
        RailwayRules.pooling,
        "has a connection pooler, which moves to the setup sheet",
        "add PgBouncer as SETUP.md says"
      )
    }
    if let storage = database.storage {
      report(
        RailwayRules.databaseStorage,
        "needs \(storage) of storage, which moves to the setup sheet",
        "resize its volume as SETUP.md says"
      )
    }
    let names = [
      database.databaseName.map { "the name '\($0)'" }, database.user.map { "the user '\($0)'" },
    ].compactMap { $0 }
    if !names.isEmpty {
      report(
        RailwayRules.databaseNames,
        "has \(RailwayRules.list(names)), and Railway's image calls every database "
          + "'railway' and its user 'postgres'",
        "use references such as \\(database.url), which follow"
      )
    }
    RailwayCacheRules.check(database.allowedAddresses, of: database, &findings)
  }
}
