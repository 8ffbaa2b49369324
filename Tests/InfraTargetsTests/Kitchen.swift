import InfraContract
import InfraKit

/// An invented application that uses every field of the model, for the goldens of all platforms.
///
/// What a platform refuses, its tests take out by assignment, as an environment would.
struct Kitchen {
  var database = Postgres(
    "database",
    version: .v16,
    storage: .gigabytes(20),
    size: Size(cpu: 1, memory: .gigabytes(2)),
    highAvailability: true,
    replicas: [ReadReplica("reader")],
    pooling: true,
    databaseName: "shop",
    user: "shopkeeper",
    allowedAddresses: [AddressRange("203.0.113.0/24", "the office")]
  )
  var ledger = Postgres("ledger")
  var cache = KeyValue(
    "cache",
    eviction: .leastFrequentlyUsed,
    persistence: KeyValue.Persistence.none,
    memory: .megabytes(256),
    allowedAddresses: [AddressRange("198.51.100.7")]
  )
  var queue = KeyValue("queue", eviction: .never, persistence: .journal)

  let sessionKey = Secret("SESSION_KEY", .generated(bytes: 32))
  let mailPassword = Secret("MAIL_PASSWORD", .provided("the mail provider's dashboard"))

  var api = Service(
    "api",
    source: .dockerfile("services/api/Dockerfile", context: "services/api"),
    command: ["api", "serve", "--name", "two words"],
    port: 8080,
    health: .http(
      "/health",
      every: .seconds(15),
      timeout: .seconds(4),
      grace: .seconds(90),
      retries: 5
    ),
    domains: ["api.example.com", "api.example.org"],
    instances: 2,
    scaling: Scaling(2...6, cpuPercent: 70, memoryPercent: 80),
    size: Size(cpu: 0.5, memory: .megabytes(512)),
    limit: Size(cpu: 1, memory: .gigabytes(1)),
    release: ["api", "migrate"],
    dev: "api serve --watch",
    allowedAddresses: [AddressRange("203.0.113.0/24", "the office")],
    watching: WatchPaths(["services/api/**", "Package.swift"], ignoring: ["services/api/docs/**"]),
    shutdownGrace: .seconds(25)
  )
  var media = Service(
    "media",
    source: .dockerfile("media/Dockerfile", stage: "run", arguments: ["CODEC": "av1"]),
    command: "media --port $PORT && true",
    port: 9000,
    access: .private,
    health: .http("/"),
    release: "media upgrade",
    volumes: [Volume("files", at: "/files", size: .gigabytes(10))],
    soleInstance: "its files lie on one disk"
  )
  var worker = Service(
    "worker",
    source: .node("services/worker", version: "22", build: "npm ci && npm run build"),
    command: "node dist/worker.js",
    health: .command(["node", "dist/alive.js"]),
    instances: 3,
    watching: ["services/worker/**"]
  )
  var proxy = Service(
    "proxy",
    source: .image("ghcr.io/acme/proxy:1.4.2", credential: "acme-registry"),
    command: ["proxy", "--listen", ":3000"],
    port: 3000
  )
  var docs = StaticSite(
    "docs",
    directory: "docs",
    runtime: Runtime("node", version: "22"),
    build: "npm ci && npm run build",
    output: "public",
    dev: "npm run dev",
    domains: ["docs.example.com", "help.example.com"],
    redirects: [
      Redirect("/old/:page", to: "/new/:page"),
      Redirect("/chat", to: "https://chat.example.com", status: .found),
    ],
    rewrites: [Rewrite("/guide/*", to: "/guides/*"), .singlePage],
    allowedAddresses: [AddressRange("203.0.113.0/24", "the office")],
    watching: WatchPaths(["docs/**"], ignoring: ["docs/drafts/**"])
  )
  var shop = StaticSite(
    "shop",
    directory: "shop",
    runtime: Runtime("node", version: "24"),
    build: "npm run build",
    output: nil,
    serve: SiteServer("npm start", port: 3001),
    dev: "npm run dev",
    watching: ["shop/**"]
  )
  var digest = CronJob(
    "digest",
    source: .dockerfile("services/api/Dockerfile", context: "services/api"),
    schedule: .weekly(on: .monday, at: 6, minute: 30),
    timeZone: "Europe/Berlin",
    command: ["api", "digest"],
    size: Size(cpu: 0.25, memory: .megabytes(256)),
    limit: Size(memory: .megabytes(512)),
    watching: ["services/api/**"]
  )
  var sweep = CronJob(
    "sweep",
    source: .image("ghcr.io/acme/sweep:2"),
    schedule: .every(minutes: 30)
  )

  init() {
    media.source = .dockerfile(
      "media/Dockerfile",
      stage: "run",
      arguments: ["CODEC": "av1"],
      secrets: [mailPassword]
    )
    let common = SharedVariables("common", ["LOG_LEVEL": "info", "REGION_NAME": "Europe"])
    api.variables = [
      "DATABASE_URL": database.url,
      "POOLED_URL": database.pooledURL,
      "READER_URL": database.replicas[0].url,
      "PG": "host=\(database.host) port=\(database.port) user=\(database.userName)",
      "PG_PASSWORD": database.password,
      "PG_NAME": database.database,
      "CACHE_URL": cache.url,
      "CACHE": "\(cache.host):\(cache.port)",
      "SESSION_KEY": sessionKey.value,
      "SMTP_URL": "smtp://shop:\(mailPassword.value)@mail.example.com:587",
      "PUBLIC_ORIGIN": "\(api.origin)",
      "SHOP_ORIGIN": shop.origin,
      "MEDIA": media.privateOrigin,
      "MEDIA_AT": "\(media.host):\(media.privatePort)",
      "LOG_LEVEL": "debug",
      "ODD": #"quotes " ' ` \ $HOME ${A} <!-- ☃ --> */"#,
    ]
    api.shared = [common]
    api.startsAfter = [.healthy(media), .healthy(database), .healthy(cache)]
    worker.variables = [
      "QUEUE_URL": queue.url,
      "LEDGER_URL": ledger.url,
      "KEY": sessionKey.value,
      "PROXY": proxy.publicHost,
      "WORKERS": 4,
      "VERBOSE": true,
    ]
    worker.shared = [common]
    worker.startsAfter = [.released(api)]
    proxy.variables = ["UPSTREAM": "http://\(api.host):\(api.privatePort)"]
    docs.variables = ["API_ORIGIN": api.origin, "PROXY_ORIGIN": proxy.origin]
    docs.headers = [
      ResponseHeader("X-Content-Type-Options", "nosniff"),
      ResponseHeader(
        "Content-Security-Policy",
        "default-src 'self'; connect-src \(api.origin) \(proxy.origin)"
      ),
      ResponseHeader("Cache-Control", "public, max-age=31536000, immutable", on: "/assets/*"),
    ]
    shop.variables = ["NEXT_PUBLIC_API_URL": api.origin]
    shop.shared = [common]
    digest.variables = ["DATABASE_URL": database.url]
    digest.shared = [common]
    digest.startsAfter = [.healthy(database)]
  }

  var application: Application {
    Application(
      "kitchen",
      services: [api, media, worker, proxy],
      sites: [docs, shop],
      jobs: [digest, sweep],
      databases: [database, ledger],
      caches: [cache, queue]
    )
  }
}
