import Foundation
import InfraContract
import InfraKit
import InfraReading
import InfraSerialization
import InfraTargets
import Testing

@Suite("Render's variables, from a description")
struct RenderVariablesTests {
  private func variables(_ result: RenderResult, _ name: String) throws -> [Blueprint.Variable] {
    let blueprint = try Reader.decode(Blueprint.self, yaml: result.file).value
    for service in blueprint.services where service.name == name {
      switch service {
      case .server(let server): return server.envVars
      case .site(let site): return site.envVars
      case .cron(let job): return job.envVars
      case .keyValue, .workflow: return []
      }
    }
    return []
  }

  @Test("a secret that several services read has one value: the first keeps it")
  func sharedSecret() throws {
    let key = Secret("KEY", .generated(bytes: 32))
    let image = Source.image("a:1")
    let result = RenderResult(
      services: [
        Service("api", source: image, port: 10000, variables: ["KEY": key.value]),
        Service("worker", source: image, variables: ["SIGNING_KEY": key.value]),
      ],
      jobs: [
        CronJob("digest", source: image, schedule: .hourly(), variables: ["KEY": key.value])
      ]
    )
    #expect(try variables(result, "shop-api-prod") == [.generated("KEY")])
    #expect(
      try variables(result, "shop-worker-prod") == [
        .fromService("SIGNING_KEY", .web, "shop-api-prod", variable: "KEY")
      ]
    )
    #expect(
      try variables(result, "shop-digest-prod") == [
        .fromService("KEY", .web, "shop-api-prod", variable: "KEY")
      ]
    )
  }

  @Test("a shared set is a group, without what a group cannot hold")
  func group() throws {
    let database = Postgres("database")
    let set = SharedVariables(
      "common",
      [
        "LEVEL": "info",
        "KEY": Secret("KEY", .generated(bytes: 32)).value,
        "MAIL": Secret("MAIL", .provided("the provider")).value,
        "URL": database.url,
      ]
    )
    let image = Source.image("a:1")
    let result = RenderResult(
      services: [
        Service("api", source: image, port: 10000, variables: ["LEVEL": "debug"], shared: [set]),
        Service("worker", source: image, shared: [set]),
      ],
      databases: [database]
    )
    let blueprint = try Reader.decode(Blueprint.self, yaml: result.file).value
    #expect(
      blueprint.envVarGroups == [
        .init(name: "shop-common-prod", envVars: [.value("LEVEL", "info"), .generated("KEY")])
      ]
    )
    let url = Blueprint.Variable.fromDatabase("URL", "shop-database-prod", .connectionString)
    #expect(
      try variables(result, "shop-api-prod") == [
        .value("LEVEL", "debug"), .secret("MAIL"), url, .fromGroup("shop-common-prod"),
      ]
    )
    #expect(
      try variables(result, "shop-worker-prod") == [
        .fromService("MAIL", .web, "shop-api-prod", variable: "MAIL"), url,
        .fromGroup("shop-common-prod"),
      ]
    )
  }

  @Test("a secret in a shared set that something else reads too is kept by a service")
  func groupSecret() throws {
    let key = Secret("KEY", .generated(bytes: 32))
    let set = SharedVariables("common", ["KEY": key.value])
    let image = Source.image("a:1")
    let result = RenderResult(
      services: [
        Service("api", source: image, port: 10000, variables: ["OWN": key.value]),
        Service("worker", source: image, shared: [set]),
      ]
    )
    #expect(try variables(result, "shop-api-prod") == [.generated("OWN")])
    #expect(
      try variables(result, "shop-worker-prod") == [
        .fromService("KEY", .web, "shop-api-prod", variable: "OWN")
      ]
    )
    #expect(!result.file.contains("envVarGroups"))
  }

  @Test("PORT is the service's, unless that is Render's own")
  func port() throws {
    let image = Source.image("a:1")
    let result = RenderResult(
      services: [
        Service("api", source: image, port: 10000), Service("search", source: image, port: 7700),
      ]
    )
    #expect(try variables(result, "shop-api-prod") == [])
    #expect(try variables(result, "shop-search-prod") == [.value("PORT", "7700")])
  }

  @Test(
    "a property becomes Render's reference, a text, or a chore",
    arguments: [
      ("ORIGIN", Blueprint.Variable.value("ORIGIN", "https://api.example.com")),
      ("HOST", .value("HOST", "api.example.com")),
      ("PLAIN", .fromService("PLAIN", .web, "shop-plain-prod", variable: "RENDER_EXTERNAL_URL")),
      ("SITE", .fromService("SITE", .web, "shop-web-prod", variable: "RENDER_EXTERNAL_URL")),
      ("PRIVATE", .fromService("PRIVATE", .pserv, "shop-inner-prod", .host)),
      ("PRIVATE_PORT", .fromService("PRIVATE_PORT", .pserv, "shop-inner-prod", .port)),
      ("PRIVATE_ORIGIN", .secret("PRIVATE_ORIGIN")),
      ("JOINED", .value("JOINED", "see https://api.example.com/docs")),
      ("UNJOINED", .secret("UNJOINED")),
      ("PASSWORD", .fromDatabase("PASSWORD", "shop-database-prod", .password)),
      ("CACHE_PORT", .fromService("CACHE_PORT", .keyvalue, "shop-cache-prod", .port)),
    ]
  )
  func references(key: String, variable: Blueprint.Variable) throws {
    let image = Source.image("a:1")
    let api = Service("api", source: image, port: 80, domains: ["api.example.com"])
    let plain = Service("plain", source: image, port: 80)
    let inner = Service("inner", source: image, port: 80, access: .private)
    let web = StaticSite("web", directory: "web")
    let database = Postgres("database")
    let cache = KeyValue("cache")
    let worker = Service(
      "worker",
      source: image,
      variables: [
        "ORIGIN": api.origin, "HOST": api.publicHost, "PLAIN": plain.origin, "SITE": web.origin,
        "PRIVATE": inner.host, "PRIVATE_PORT": inner.privatePort,
        "PRIVATE_ORIGIN": inner.privateOrigin, "JOINED": "see \(api.origin)/docs",
        "UNJOINED": "redis://\(cache.host):6379", "PASSWORD": database.password,
        "CACHE_PORT": cache.port,
      ]
    )
    let result = RenderResult(
      services: [api, plain, inner, worker],
      sites: [web],
      databases: [database],
      caches: [cache]
    )
    #expect(try variables(result, "shop-worker-prod").first { $0.key == key } == variable)
  }

  @Test("what runs elsewhere is known by its domain, or is set by hand")
  func elsewhere() throws {
    let owned = StaticSite("owned", directory: "a", domains: ["app.example.com"])
    let plain = StaticSite("plain", directory: "b")
    let line = #line as UInt + 1
    let api = Service("api", source: .image("a:1"), port: 10000)
    var reading = api
    reading.variables = ["OWNED": owned.origin, "PLAIN": plain.origin]
    let application = Application("shop", services: [reading], sites: [owned, plain])
    let result = RenderResult(
      Environment(
        "prod",
        application,
        on: .render(region: .frankfurt, hosting: reading),
        Elsewhere()
      )
    )
    #expect(
      try variables(result, "shop-api-prod") == [
        .value("OWNED", "https://app.example.com"), .secret("PLAIN"),
      ]
    )
    #expect(
      result.findings("render/values-by-hand") == [
        "\(line): note: 'PLAIN' of service 'api' is set by hand, as the setup sheet tells: the "
          + "https address that Elsewhere gives 'plain'"
      ]
    )
    #expect(result.sheet.contains("| `shop-api-prod` | `PLAIN` | the https address that"))
  }

  @Test("a text with a secret is at hand before the first deploy, with where the secret is from")
  func textsWithSecrets() throws {
    let password = Secret("MAIL", .provided("the mail provider's dashboard"))
    let cache = KeyValue("cache")
    let api = Service(
      "api",
      source: .image("a:1"),
      port: 10000,
      variables: [
        "SMTP": "smtp://shop:\(password.value)@mail.example.com",
        "LATER": "redis://\(cache.host)/\(password.value)",
      ]
    )
    let result = RenderResult(services: [api], caches: [cache])
    let early = try #require(result.sheet.range(of: "| `SMTP` |"))
    let deploy = try #require(result.sheet.range(of: "Render: create the Blueprint"))
    let late = try #require(result.sheet.range(of: "| `LATER` |"))
    #expect(early.lowerBound < deploy.lowerBound && deploy.lowerBound < late.lowerBound)
    #expect(
      result.sheet.contains(
        "| `shop-api-prod` | `SMTP` | `smtp://shop:[secret MAIL]@mail.example.com`, with `MAIL` from "
          + "the mail provider's dashboard; in a URL, percent-encode it |"
      )
    )
    let stores = result.generation.environments.flatMap(\.deployments).flatMap(\.stores)
    #expect(stores.map(\.secret.name) == ["MAIL", "MAIL"])
  }

  @Test("a secret is kept where it was first read, and nowhere else")
  func stores() {
    let key = Secret("KEY", .generated(bytes: 32))
    let image = Source.image("a:1")
    let result = RenderResult(
      services: [
        Service("api", source: image, port: 80, variables: ["KEY": key.value]),
        Service("worker", source: image, variables: ["KEY": key.value]),
      ]
    )
    let stores = result.generation.environments.flatMap(\.deployments).flatMap(\.stores)
    #expect(stores.map(\.place) == ["Render service 'shop-api-prod'"])
  }

  @Test(
    "a command line reaches a container as one, with a shell where it needs one",
    arguments: [
      (Command.shell("backend serve --port 80"), "backend serve --port 80"),
      (.shell("migrate && serve"), "/bin/sh -c 'migrate && serve'"),
      (.shell("A=1 serve"), "/bin/sh -c 'A=1 serve'"),
      (.shell("echo 'a;b'"), #"/bin/sh -c 'echo '\''a;b'\'''"#),
      (.exec(["serve", "two words"]), "serve 'two words'"),
      (.shell("/bin/bash -c 'a && b'"), "/bin/bash -c 'a && b'"),
    ]
  )
  func commands(command: Command, line: String) throws {
    let api = Service("api", source: .image("a:1"), command: command, port: 80)
    let result = RenderResult(services: [api])
    let blueprint = try Reader.decode(Blueprint.self, yaml: result.file).value
    guard case .server(let server)? = blueprint.services.first else {
      Issue.record("no server")
      return
    }
    #expect(server.dockerCommand == line)
  }
}
