import InfraKit

/// The description that is measured: web services with six variables each, and one database.
///
/// `peers/model.py` and `peers/model.k` say the same in the words of the programs that it is
/// compared with.
struct Synthetic {
  var database = Postgres("database", version: .v17, databaseName: "synthetic", user: "synthetic")
  var services: [Service] = []

  init(services count: Int) {
    services.reserveCapacity(count)
    for number in 0..<count { services.append(service(number, of: count)) }
  }

  private func service(_ number: Int, of count: Int) -> Service {
    let secret = Secret("SESSION_SECRET_\(number)", .generated(bytes: 32))
    // Each calls the one before it, and the first one the last.
    let upstream = services.last ?? Service("service-\(count - 1)", source: .image("none"))
    return Service(
      "service-\(number)",
      source: .node("services/\(number)", build: "npm ci && npm run build"),
      command: "node dist/index.js",
      port: 10000,
      health: .http("/health"),
      instances: 2,
      variables: [
        "DATABASE_URL": database.url,
        "GREETING": "service \(number): ready at 22:22 # \"for real\"",
        "LOG_LEVEL": "info",
        "SESSION_SECRET": secret.value,
        "UPSTREAM_URL": upstream.origin,
        "WORKERS": 4,
      ],
      watching: WatchPaths(["services/\(number)/**"])
    )
  }

  var application: Application {
    Application("synthetic", services: services, databases: [database])
  }

  /// Static sites with a variable each, for a platform that hosts nothing else.
  static func application(sites count: Int) -> Application {
    let sites = (0..<count).map { number in
      StaticSite(
        "site-\(number)",
        directory: "sites/\(number)",
        build: "npm run build",
        output: "dist",
        variables: ["GREETING": "site \(number)"]
      )
    }
    return Application("synthetic", sites: sites)
  }
}
