import InfraKit
import InfraTargets

/// Environments that show one thing each; the tests write the programs that they run.
enum Scenarios {
  static let all = [
    plain, pair, exits, never, building, stubborn, values, data, store, failing, missing, waits,
    rehearsed, rotation,
  ]

  private static let source = Source.dockerfile("Dockerfile")

  private static func environment(
    _ name: String,
    services: [Service],
    sites: [StaticSite] = [],
    databases: [Postgres] = []
  ) -> Environment {
    Environment(
      name,
      Application("fixture", services: services, sites: sites, databases: databases),
      on: .compose
    )
  }

  private static func server(
    _ name: String,
    health: HealthCheck? = .http("/health"),
    startsAfter: [StartCondition] = []
  ) -> Service {
    Service(
      name,
      source: source,
      port: 8080,
      health: health,
      dev: "exec python3 server.py",
      startsAfter: startsAfter,
      shutdownGrace: .seconds(5)
    )
  }

  /// One server, a site that names it, and a worker that waits until it is healthy.
  static let plain: Environment = {
    let api = server("api")
    let web = StaticSite(
      "web",
      directory: "web",
      build: "true",
      dev: "exec python3 ../server.py",
      variables: ["API": api.origin.value]
    )
    let worker = Service(
      "worker",
      source: source,
      dev: "echo the worker is here; exec sleep 1000",
      startsAfter: [.healthy(api)]
    )
    return environment("plain", services: [worker, api], sites: [web])
  }()

  /// A shell with a server as its child.
  static let pair = environment(
    "pair",
    services: [
      Service(
        "api",
        source: source,
        port: 8080,
        health: .http("/health"),
        dev: "python3 server.py & echo $! > child.pid; wait $!; exit 9"
      )
    ]
  )

  /// A service that ends at once.
  static let exits = environment(
    "exits",
    services: [
      Service(
        "api",
        source: source,
        port: 8080,
        dev: "for n in 1 2 3; do echo line $n; done; echo the reason >&2; exit 3"
      )
    ]
  )

  /// A service that says that it is not well, as long as it runs.
  static let never = environment(
    "never",
    services: [
      Service(
        "api",
        source: source,
        port: 8080,
        health: .http("/broken", every: .seconds(1), timeout: .seconds(1), grace: .seconds(1)),
        dev: "exec python3 server.py"
      )
    ]
  )

  /// A service whose build does not want to end.
  static let building = environment(
    "building",
    services: [
      Service(
        "api",
        source: source,
        dev: DevCommands(
          build: "trap '' TERM; echo $$ > build.pid; while :; do sleep 1; done",
          start: "sleep 1000"
        )
      )
    ]
  )

  /// A service that does not want to end, and starts what leaves its group.
  static let stubborn = environment(
    "stubborn",
    services: [
      Service(
        "api",
        source: source,
        dev: """
          trap '' TERM; setsid sleep 1000 & echo $! > away.pid; sleep 1000 & echo $! > near.pid
          echo $$ > leader.pid; while :; do sleep 1; done
          """,
        shutdownGrace: .seconds(1)
      )
    ]
  )

  /// A service that writes its variables down.
  static let values: Environment = {
    let names = ["FIRST", "SECOND", "THIRD"]
    let secrets = names.map { Secret("\($0)_VALUE", .provided("the test")) }
    var api = Service("api", source: source, dev: "python3 variables.py; exec sleep 1000")
    for (name, secret) in zip(names, secrets) { api.variables[name] = secret.value.value }
    api.variables["MIXED"] = "<\(secrets[0].value)>"
    return environment("values", services: [api])
  }()

  /// A database, migrations, and a worker that waits for them.
  static let data: Environment = {
    let database = Postgres("main", version: .v17, databaseName: "shop", user: "shop")
    let api = Service(
      "api",
      source: source,
      port: 8080,
      health: .http("/health"),
      release: "psql \"$DATABASE_URL\" -c 'CREATE TABLE IF NOT EXISTS things (name text)'",
      dev: DevCommands(
        build: "echo built >> builds",
        start: "exec python3 server.py"
      ),
      variables: ["DATABASE_URL": database.url.value],
      watching: ["watched/**"]
    )
    let worker = Service(
      "worker",
      source: source,
      dev: DevCommands(
        build: "echo built >> builds",
        start: "psql \"$DATABASE_URL\" -c 'SELECT name FROM things'; exec sleep 1000"
      ),
      variables: ["DATABASE_URL": database.url.value],
      startsAfter: [.released(api)],
      watching: ["watched/**"]
    )
    return environment("data", services: [api, worker], databases: [database])
  }()

  /// A server with migrations and a smoke test, whose tests write all three for each version.
  static let rehearsed: Environment = {
    let database = Postgres("main", version: .v17, databaseName: "shop", user: "shop")
    let api = Service(
      "api",
      source: source,
      port: 8080,
      health: .http("/health"),
      dev: DevCommands(
        start: "exec python3 server.py",
        release: "sh migrate.sh",
        smoke: "sh smoke.sh"
      ),
      variables: ["DATABASE_URL": database.url.value]
    )
    return environment("rehearsed", services: [api], databases: [database])
  }()

  /// A cache, and a program that says where it is.
  static let store: Environment = {
    let cache = KeyValue("cache", eviction: .never, persistence: .journal)
    let api = Service(
      "api",
      source: source,
      dev: "echo the cache is at $CACHE_URL; exec sleep 1000",
      variables: ["CACHE_URL": cache.url.value]
    )
    let application = Application("fixture", services: [api], caches: [cache])
    return Environment("store", application, on: .compose)
  }()

  /// A release command that fails.
  static let failing = environment(
    "failing",
    services: [
      Service(
        "api",
        source: source,
        dev: DevCommands(start: "touch started; sleep 1000", release: "echo no such table; exit 4")
      )
    ]
  )

  /// A program that is not there.
  static let missing = environment(
    "missing",
    services: [Service("api", source: source, dev: ["no-such-program-here"])]
  )

  /// A service that says nothing about running without an image.
  static let waits = environment("waits", services: [Service("api", source: source, port: 8080)])

  /// What signs for seconds only, and can rotate.
  static let rotation: Environment = {
    var api = Service("api", source: source, port: 8080, dev: "exec sleep 1000")
    for name in ["JWT_ACCESS_SECRET", "JWT_REFRESH_SECRET"] {
      let current = Secret(name, .generated(bytes: 32), signsFor: .seconds(4))
      let second = Secret(name + "_PREVIOUS", .generated(bytes: 32))
      api.variables[name] = current.value.value
      api.variables[name + "_PREVIOUS"] = second.value.value
    }
    return environment("rotation", services: [api])
  }()
}
