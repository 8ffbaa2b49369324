import InfraKit

/// Where the product's background jobs run.
enum BackgroundJobs {
  /// Inside the backend: then it may have one instance only.
  case inProcess
  /// In a single worker of their own.
  case worker
  /// In any number of workers that share a queue.
  case queue
}

/// A Node.js backend with Prisma, and a Next.js frontend.
struct Product {
  var jobs: BackgroundJobs
  var database = Postgres("database", version: .v17)
  var queue = KeyValue("queue", eviction: .never)
  let accessSecret = Secret("JWT_ACCESS_SECRET", .generated(bytes: 32))
  let refreshSecret = Secret("JWT_REFRESH_SECRET", .generated(bytes: 32))
  var backend = Service(
    "backend",
    source: source,
    command: "node dist/index.js",
    port: 3001,
    health: .http("/health"),
    release: "npx prisma migrate deploy",
    dev: "npm run dev",
    watching: ["backend/**"]
  )
  var worker = Service(
    "worker",
    source: source,
    command: "node dist/worker.js",
    dev: "npm run worker",
    watching: ["backend/**"]
  )
  var frontend = StaticSite(
    "frontend",
    directory: "frontend",
    build: "npm run build",
    output: nil,
    serve: SiteServer("npm start", port: 3000),
    dev: "npm run dev",
    watching: ["frontend/**"]
  )

  private static let source = Source.node(
    "backend",
    version: "22",
    build: "npm install && npx prisma generate && npm run build"
  )

  init(jobs: BackgroundJobs) {
    self.jobs = jobs
    backend.variables = [
      "DATABASE_URL": database.url,
      "JWT_ACCESS_SECRET": accessSecret.value,
      "JWT_REFRESH_SECRET": refreshSecret.value,
      "FRONTEND_URL": frontend.origin,
    ]
    worker.variables = ["DATABASE_URL": database.url]
    frontend.variables = ["NEXT_PUBLIC_API_URL": backend.origin]

    switch jobs {
    case .inProcess:
      backend.soleInstance = "its background jobs run in process"
    case .worker:
      worker.soleInstance = "it is the single worker"
    case .queue:
      backend.variables["REDIS_URL"] = queue.url
      worker.variables["REDIS_URL"] = queue.url
    }
  }

  var application: Application {
    Application(
      "product",
      services: jobs == .inProcess ? [backend] : [backend, worker],
      sites: [frontend],
      databases: [database],
      caches: jobs == .queue ? [queue] : []
    )
  }
}
