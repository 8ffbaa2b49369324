import InfraContract
import InfraKit
import Testing

@Suite("From an environment to files")
struct GenerationTests {
  private let api = Service("api", source: image, port: 80, domains: ["api.example.com"])
  private let page = StaticSite("page", directory: "page")
  private let copy = ReadReplica("copy")
  private var database: Postgres { Postgres("database", replicas: [copy]) }

  private var shop: Application {
    Application("shop", services: [api], sites: [page], databases: [database])
  }

  @Test("each target is asked for what it hosts, and its steps make the setup sheet")
  func files() {
    let one = Environment("prod", shop, on: Somewhere("edge", hosting: [page]), Somewhere("rest"))
    let generation = Generation([one])
    #expect(generation.diagnostics == [])
    let files = generation.environments[0].files
    #expect(
      files.map(\.path) == [
        "generated/prod/edge.txt", "generated/prod/rest.txt", "generated/prod/SETUP.md",
      ]
    )
    #expect(files[0].contents == "static site 'page'\n")
    #expect(files[1].contents == "service 'api'\ndatabase 'database'\n")
  }

  @Test("several deployments have folders of their own")
  func folders() {
    let prod = Environment(
      "prod",
      shop,
      deployments: [Deployment("main", on: Somewhere.plain), Deployment("b", on: Somewhere.plain)]
    )
    #expect(
      Generation([prod]).environments[0].files.map(\.path) == [
        "generated/prod/main/somewhere.txt", "generated/prod/main/SETUP.md",
        "generated/prod/b/somewhere.txt", "generated/prod/b/SETUP.md",
      ]
    )
  }

  @Test("a target is not asked when what it relies on is broken, and asked when it is not")
  func structural() {
    var broken = shop
    broken.services[0].port = 0
    let none = Generation([Environment("prod", broken, on: Somewhere.plain)])
    #expect(none.hasErrors)
    #expect(none.environments[0].files == [])
    var weak = shop
    weak.services[0].variables["DB_PASSWORD"] = "hunter2"
    let some = Generation([Environment("prod", weak, on: Somewhere.plain)])
    #expect(some.hasErrors)
    #expect(some.environments[0].files.count == 2)
  }

  @Test("a mistake in a resource that several environments share is reported once")
  func sharedMistake() {
    var broken = shop
    broken.services[0].port = 0
    let dev = Environment("dev", broken, on: Somewhere.plain.with { $0.servesDomains = false })
    let prod = Environment("prod", broken, on: Somewhere.plain)
    #expect(findings(in: [dev, prod]).map(\.code) == ["model/legal-ports"])
  }

  @Test("findings are sorted by file and line")
  func sorted() {
    let first = KeyValue("A", file: "environments/b.swift", line: 9)
    let second = KeyValue("B", file: "environments/b.swift", line: 10)
    let third = KeyValue("C", file: "environments/a.swift", line: 99)
    let environment = Environment(
      "dev",
      Application("shop", caches: [second, first, third]),
      on: Somewhere.plain
    )
    #expect(
      Generation([environment]).diagnostics.map { $0.site?.description } == [
        "environments/a.swift:99", "environments/b.swift:9", "environments/b.swift:10",
      ]
    )
  }

  @Test("a plan knows where every reference leads, and from where")
  func plan() {
    let edge = Somewhere("edge", hosting: [page])
    let environment = Environment("prod", shop, on: edge, Somewhere("rest"))
    let plan = Plan(environment, environment.deployments[0])
    let part = HostedPart(plan, target: 0)
    #expect(part.sites.map(\.name) == ["page"])
    #expect(part.services.isEmpty)
    #expect(part.directory == "generated/prod")
    let origin = Reference(.service, "api", .origin)
    let provider = part.provider(origin)
    #expect(provider?.whereabouts == .elsewhere(Platform("rest", title: "Rest")))
    #expect(provider?.domain == "api.example.com")
    #expect(plan.provider(origin, from: 1)?.whereabouts == .here)
    #expect(plan.provider(Reference(.replica, "copy", .url), from: 1)?.whereabouts == .here)
    #expect(part.provider(Reference(.service, "gone", .origin)) == nil)
    #expect(plan.lists(Reference(.replica, "copy", .url)))
    #expect(!plan.lists(Reference(.keyValue, "copy", .url)))
  }

  @Test("every rule of the model has a code, a sentence, and a place of its own in the catalog")
  func catalog() {
    let codes = ModelRules.catalog.map(\.code)
    #expect(Set(codes).count == codes.count)
    for rule in ModelRules.catalog {
      let parts = rule.code.split(separator: "/")
      #expect(parts.count == 2 && parts[0] == "model" && Label.isLegal(String(parts[1])))
      #expect(rule.demand.hasSuffix("."))
      #expect(rule.page == nil)
    }
  }

  @Test("ten thousand services of every shape are worked out")
  func many() {
    var random = Steps(state: 7)
    let database = Postgres("database", pooling: true)
    let cache = KeyValue("cache")
    let key = Secret("SESSION_KEY", .generated(bytes: 32))
    let shared = SharedVariables("common", ["CACHE_URL": cache.url, "REGION": "frankfurt"])
    var services: [Service] = []
    for number in 0..<10_000 {
      var service = Service("s\(number)", source: image)
      if random.next(2) == 0 {
        service.port = 8080
        service.health = .http("/up")
        service.domains = [Domain("s\(number).example.com")]
      }
      if random.next(3) == 0 { service.source = .dockerfile("services/s\(number)/Dockerfile") }
      if random.next(3) == 0 { service.shared = [shared] }
      if random.next(4) == 0 { service.volumes = [Volume("data", at: "/data")] }
      if number > 0, let before = services.last, before.health != nil {
        service.startsAfter = [.healthy(before)]
        service.variables["BEFORE"] = "\(before.origin)/api"
      }
      for variable in 0..<random.next(20) { service.variables["V\(variable)"] = "value" }
      service.variables["DATABASE_URL"] = database.pooledURL
      service.variables["SESSION_KEY"] = key.value
      services.append(service)
    }
    let found = findings(services: services, databases: [database], caches: [cache])
    #expect(found == [])
  }
}

/// A small generator that gives the same numbers in every run.
private struct Steps {
  var state: UInt64

  mutating func next(_ bound: UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % bound)
  }
}
