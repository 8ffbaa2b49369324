import InfraContract
import InfraKit

@testable import InfraTargets

/// A platform that takes whatever Vercel does not host.
struct ElsewhereThanVercel: Target {
  let platform = Platform("elsewhere", title: "Elsewhere")
  let hosting: [ResourceID]? = nil
  let hostableKinds = Set(ResourceKind.allCases)
  let site: CallSite? = CallSite()
  let rules: [RuleException] = []
  static let catalog: [Rule] = []

  func emit(_ part: HostedPart) -> Emission { Emission() }
}

/// An application with everything that a site and a container can say on Vercel.
struct VercelKitchen {
  let token = Secret("TOKEN", .generated(bytes: 32))
  let mailKey = Secret("MAIL_KEY", .provided("the mail provider's dashboard"))
  let databaseURL = Secret("DATABASE_URL", .provided("the database's page: the external URL"))
  let database = Postgres("database")
  var api = Service(
    "api",
    source: .dockerfile("api/Dockerfile", context: "api"),
    port: 8080,
    domains: ["api.shop.example"]
  )
  var render2 = Service(
    "render2",
    source: .dockerfile("services/render/Containerfile", context: "services/render"),
    command: ["serve", "--verbose"],
    port: 9000,
    size: Size(cpu: 1, memory: .gigabytes(2)),
    dev: "npm run dev",
    watching: WatchPaths(["services/render/**", "shared/*.json"], ignoring: ["**/*.md"])
  )
  var web = StaticSite(
    "web",
    directory: "sites/web",
    runtime: Runtime("node", version: "22.x"),
    build: ["npm", "run", "build:site"],
    output: "dist/",
    dev: "npm run dev",
    domains: ["shop.example", "www.shop.example"],
    redirects: [
      Redirect("/old", to: "/new"),
      Redirect("/blog/:slug", to: "https://blog.shop.example/:slug?from=shop", status: .temporary),
      Redirect("/docs/*", to: "https://docs.shop.example/*", status: .movedPermanently),
      Redirect("/a+b/:rest/*", to: "/c/:rest/*-x", status: .found),
    ],
    rewrites: [
      Rewrite("/users/:id", to: "/users/[id].html"),
      Rewrite("/files/*", to: "/static/*"),
      .singlePage,
    ],
    headers: [
      ResponseHeader("X-Frame-Options", "DENY"),
      ResponseHeader("Referrer-Policy", "no-referrer"),
      ResponseHeader("Cache-Control", "max-age=31536000, immutable", on: "/assets/*"),
      ResponseHeader("X-User", "a:b", on: "/users/:id"),
    ],
    watching: WatchPaths(["sites/web/**", "shared/**"], ignoring: ["sites/web/README.md"])
  )
  var next = StaticSite(
    "next",
    directory: "sites/next",
    build: "npm run build",
    output: nil,
    serve: SiteServer("npm start", port: 3000)
  )
  var plain = StaticSite("plain", directory: ".", output: "public")

  init() {
    web.headers.append(ResponseHeader("X-Api", "\(api.origin)/v1", on: "/users/:id"))
    web.variables = [
      "PLAIN": "it's 5 $ | `more`",
      "EMPTY": "",
      "API_URL": api.origin,
      "API_SOCKET": "wss://\(api.publicHost)/socket",
      "NEXT_URL": next.origin,
    ]
    next.shared = [SharedVariables("common", ["LOCALE": "en", "PLAIN": "shared"])]
    next.variables["PLAIN"] = "own"
    render2.variables = [
      "TOKEN": token.value,
      "MAIL_KEY": mailKey.value,
      "MAIL_URL": "smtps://shop:\(mailKey.value)@mail.example",
      "DATABASE_URL": databaseURL.value,
    ]
    api.variables["TOKEN"] = token.value
  }

  var application: Application {
    Application(
      "shop",
      services: [api, render2],
      sites: [web, next, plain],
      databases: [database]
    )
  }

  /// What an environment of that name comes to.
  func generation(
    _ name: String,
    plan: VercelPlan = .hobby,
    _ edit: @escaping @Sendable (inout VercelEdits) -> Void = { _ in }
  ) -> Generation {
    Generation([
      Environment(
        name,
        application,
        on: .vercel(hosting: web, next, plain, containers: [render2], plan: plan, edit),
        ElsewhereThanVercel()
      )
    ])
  }
}

extension Generation {
  /// The file of that path.
  func file(_ path: String) -> String? {
    environments.flatMap(\.files).first { $0.path == path }?.contents
  }

  /// The findings as lines: severity, code and message.
  var lines: [String] {
    diagnostics.map { "\($0.severity.rawValue) \($0.rule.code): \($0.message)" }
  }
}
