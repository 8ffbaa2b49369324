import InfraContract
import InfraKit
import InfraTargets

/// An application with everything that the model can say and Render can do.
enum RenderShop {
  static var environment: Environment {
    let database = Postgres(
      "database",
      version: .v17,
      storage: .gigabytes(12),
      size: Size(cpu: 2, memory: .gigabytes(6)),
      highAvailability: true,
      replicas: [ReadReplica("database-copy")],
      pooling: true,
      databaseName: "shop",
      user: "shopkeeper",
      allowedAddresses: [AddressRange("203.0.113.0/24", "office")]
    )
    let cache = KeyValue(
      "cache",
      eviction: .never,
      persistence: .snapshots,
      memory: .gigabytes(2)
    )
    let sessionKey = Secret("SESSION_KEY", .generated(bytes: 32))
    let mailKey = Secret("MAIL_KEY", .provided("the mail provider's dashboard, under API keys"))
    let logging = SharedVariables(
      "logging",
      [
        "LOG_LEVEL": "info",
        "LOG_KEY": Secret("LOG_KEY", .generated(bytes: 32)).value,
        "LOG_DATABASE": database.url,
      ]
    )

    var api = Service(
      "api",
      source: .node("api", version: "22", build: "npm ci && npm run build"),
      command: "node dist/index.js",
      port: 3000,
      health: .http("/healthz"),
      scaling: Scaling(1...4, cpuPercent: 70, memoryPercent: 80),
      size: Size(cpu: 1, memory: .gigabytes(2)),
      release: "npx prisma migrate deploy",
      shared: [logging],
      watching: WatchPaths(["api/**"], ignoring: ["**/*.md"]),
      shutdownGrace: .milliseconds(1500)
    )
    api.variables = [
      "DATABASE_URL": database.pooledURL,
      "COPY_URL": database.replicas[0].url,
      "DATABASE_HOST": database.host,
      "CACHE_URL": cache.url,
      "OWN_URL": api.origin,
      "OWN_HOST": api.publicHost,
      "SESSION_KEY": sessionKey.value,
      "MAIL_KEY": mailKey.value,
      "DSN": "postgres://\(database.userName):\(database.password)@\(database.host)/shop",
    ]
    let search = Service(
      "search",
      source: .image("getmeili/meilisearch:v1.12", credential: "hub"),
      port: 7700,
      access: .private,
      size: Size(memory: .gigabytes(4)),
      volumes: [Volume("index", at: "/meili_data", size: .gigabytes(20))],
      variables: ["MEILI_MASTER_KEY": Secret("SEARCH_KEY", .generated(bytes: 32)).value]
    )
    let worker = Service(
      "worker",
      source: .dockerfile(
        "worker/Dockerfile",
        context: "worker",
        arguments: ["MODE": "release"]
      ),
      command: "exec worker --all | tee /var/log/worker",
      instances: 3,
      variables: [
        "SESSION_KEY": sessionKey.value,
        "MAIL_TOKEN": mailKey.value,
        "SEARCH_HOST": search.host,
        "SEARCH_PORT": search.privatePort,
      ],
      shared: [logging],
      startsAfter: [.healthy(api)]
    )
    let site = StaticSite(
      "web",
      directory: "web",
      build: "npm run build",
      domains: ["www.example.com"],
      redirects: [Redirect("/blog/:slug", to: "/posts/:slug")],
      rewrites: [.singlePage],
      headers: [ResponseHeader("X-Frame-Options", "DENY")],
      variables: ["API": api.origin],
      watching: ["web/**"]
    )
    let desk = StaticSite(
      "desk",
      directory: "desk",
      build: "npm run build",
      output: nil,
      serve: SiteServer("npm start", port: 3000),
      variables: ["SITE": site.origin]
    )
    let digest = CronJob(
      "digest",
      source: .python("digest", build: "pip install -r requirements.txt"),
      schedule: .daily(at: 3),
      command: "python digest.py",
      variables: ["DATABASE_URL": database.url]
    )
    let application = Application(
      "shop",
      services: [api, search, worker],
      sites: [site, desk],
      jobs: [digest],
      databases: [database],
      caches: [cache]
    )
    return Environment(
      "staging",
      application,
      on: .render(
        region: .frankfurt,
        branch: "staging",
        autoDeploy: .checksPass
      ) {
        $0.edit(api) { $0.initialDeployHook = "npm run seed" }
        $0.edit(database) { $0.storageAutoscalingEnabled = true }
        $0.editServer(of: desk) { $0.renderSubdomainPolicy = .enabled }
      }
    )
  }
}
