import InfraKit
import InfraTargets

/// One small product on every platform.
enum Shops {
  static let all = [prod, staging, dev]

  private static let source = Source.dockerfile("Dockerfile")
  private static let database = Postgres("data")
  private static let api: Service = {
    var api = Service(
      "api",
      source: source,
      port: 8080,
      health: .http("/ready"),
      variables: ["DATABASE_URL": database.url.value]
    )
    api.domains = ["api.shop.example"]
    return api
  }()
  private static let worker = Service("worker", source: source, command: ["work"])
  private static let site = StaticSite("web", directory: "web", build: "true", output: "dist")

  private static let shop = Application(
    "shop",
    services: [api, worker],
    sites: [site],
    databases: [database]
  )

  static let prod = Environment(
    "prod",
    shop,
    deployments: [
      Deployment("main", on: .render(region: .frankfurt), .vercel(hosting: site)),
      Deployment("railway", on: .railway),
    ]
  )

  static let staging = Environment(
    "staging",
    shop,
    on: .render(region: .frankfurt, branch: "staging"),
    .vercel(hosting: site)
  )

  static let dev = Environment("dev", shop, on: .compose)
}
