import InfraContract
import InfraKit
import InfraTargets

/// A product like the helpdesk: a backend and a worker of one image, a database, a page elsewhere.
struct RenderHelpdesk {
  var database = Postgres("database", storage: .gigabytes(12))
  let accessSecret = Secret("JWT_ACCESS_SECRET", .generated(bytes: 32))
  let refreshSecret = Secret("JWT_REFRESH_SECRET", .generated(bytes: 32))
  var backend: Service
  var worker: Service
  var frontend = StaticSite(
    "frontend",
    directory: "frontend",
    output: ".",
    domains: ["app.helpdesk.example"]
  )

  init() {
    let image = Source.dockerfile("templates/backend.Dockerfile")
    backend = Service(
      "backend",
      source: image,
      command: ["backend", "serve"],
      port: 8080,
      health: .http("/readyz"),
      domains: ["api.helpdesk.example"],
      instances: 2,
      release: ["backend", "migrate", "deploy"],
      shutdownGrace: .seconds(30)
    )
    worker = Service("worker", source: image, command: ["backend", "worker"])
    backend.variables = [
      "DATABASE_URL": database.url,
      "FRONTEND_URL": frontend.origin,
      "JWT_ACCESS_SECRET": accessSecret.value,
      "JWT_REFRESH_SECRET": refreshSecret.value,
      "JOBS": "worker",
    ]
    worker.variables = ["DATABASE_URL": database.url, "JOBS": "worker"]
    frontend.variables = ["NEXT_PUBLIC_API_URL": backend.origin]
  }

  var application: Application {
    Application(
      "helpdesk",
      services: [backend, worker],
      sites: [frontend],
      databases: [database]
    )
  }
}
