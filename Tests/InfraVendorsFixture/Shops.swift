import InfraKit
import InfraTargets

/// One small product on every platform.
enum Shops {
  static let all = [prod, staging, dev]
  static let secrets = [vault, cells]

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

  static let staging = {
    var api = Shops.api
    api.domains = ["api.staging.shop.example"]
    return Environment(
      "staging",
      Application("shop", services: [api, worker], sites: [site], databases: [database]),
      on: .render(region: .frankfurt, branch: "staging"),
      .vercel(hosting: site)
    )
  }()

  static let dev = Environment("dev", shop, on: .compose)

  // MARK: - Secrets

  private static let key = Secret("SESSION_KEY", .generated(bytes: 32), signsFor: .seconds(1))
  private static let second = Secret("SESSION_KEY_PREVIOUS", .generated(bytes: 32))
  private static let mail = Secret("MAIL_KEY", .provided("the mail provider"))

  private static let keeper = Service(
    "keeper",
    source: source,
    port: 8080,
    health: .http("/ready"),
    variables: [
      "SESSION_KEY": key.value.value, "SESSION_KEY_PREVIOUS": second.value.value,
      "MAIL_KEY": mail.value.value,
    ]
  )
  private static let guardian = Service(
    "guardian",
    source: source,
    command: ["work"],
    variables: [
      "SESSION_KEY": key.value.value, "SESSION_KEY_PREVIOUS": second.value.value,
    ]
  )

  /// Two programs with a secret that rotates, on several platforms.
  static let vault = Environment(
    "vault",
    Application("vault", services: [keeper, guardian]),
    deployments: [
      Deployment("render", on: .render(region: .frankfurt)),
      Deployment("railway", on: .railway),
      Deployment(
        "mixed",
        on: .render(region: .frankfurt, hosting: guardian),
        .vercel(containers: [keeper], plan: .pro, environment: .production)
      ),
    ]
  )

  /// One program where no value is shown to anybody.
  static let cells = Environment(
    "cells",
    Application("cells", services: [keeper]),
    on: .vercel(containers: [keeper], plan: .pro, environment: .production)
  )
}
