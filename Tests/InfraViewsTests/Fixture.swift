import InfraContract
import InfraKit
import InfraTargets

/// What the process of the fixture reads.
struct ServeContract: ProcessContract {
  static let process = "api serve"
  static let fields: [ContractField<ServeContract>] = [
    .required("DATABASE_URL", "The database.") { $0.database },
    .required("SESSION_KEY", "The key that signs sessions.") { $0.key },
    .defaulted("LOG_LEVEL", "How much is logged.", Word("info")) { $0.logLevel },
    .optional("OLD_KEY", "The key before the last rotation.") { $0.oldKey },
    .platform("PORT", "The port to listen on.", as: Port.self),
  ]

  var database: PostgresURL
  var key: SecretKey
  var logLevel = Word("info")
  var oldKey: SecretKey?
  var site = CallSite()
}

/// Any text.
struct Word: VariableType, ExpressibleByStringLiteral {
  let value: Value
  init(_ text: String) { value = Value(text) }
  init(stringLiteral text: String) { self.init(text) }
  static var expectation: String { "a word" }
  static func accepts(_ text: String) -> Bool { true }
}

/// A shop with one of everything.
struct Shop {
  var data = Postgres("data", version: .v17)
  var cache = KeyValue("cache")
  var key = Secret("SESSION_KEY", .generated(bytes: 32))
  var mailKey = Secret("MAIL_KEY", .provided("the mail provider"))
  var web = StaticSite("web", directory: "web", build: "npm run build", domains: ["shop.example"])
  var api = Service(
    "api",
    source: .image("ghcr.io/acme/api:1.0.0"),
    port: 8080,
    health: .http("/health"),
    domains: ["api.shop.example"]
  )
  var worker = Service("worker", source: .image("ghcr.io/acme/api:1.0.0"), command: ["work"])
  var digest = CronJob(
    "digest",
    source: .image("ghcr.io/acme/api:1.0.0"),
    schedule: .daily(at: 3),
    command: ["digest"]
  )
  var settings: ServeContract

  init() {
    settings = ServeContract(database: data.url, key: key.value)
    web.variables["API_ORIGIN"] = api.origin.value
    api.variables["WEB_ORIGIN"] = web.origin.value
    api.variables["GREETING"] = "hello"
    worker.variables["REDIS"] = "redis://\(cache.host):6379/1"
    worker.variables["MAIL_KEY"] = mailKey.value.value
    digest.variables["DATABASE_URL"] = data.url.value
    worker.startsAfter = [.healthy(api)]
  }

  var application: Application {
    Application(
      "shop",
      services: [api.reading(settings), worker],
      sites: [web],
      jobs: [digest],
      databases: [data],
      caches: [cache]
    )
  }
}
