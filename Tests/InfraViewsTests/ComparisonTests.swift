import InfraContract
import InfraKit
import InfraTargets
import InfraViews
import Testing

@Suite("What differs between two environments")
struct ComparisonTests {
  @Test("only what differs is there, grouped by resource, in the order of the description")
  func differences() {
    var prod = Shop()
    prod.api.instances = 3
    prod.api.variables["GREETING"] = "good day"
    prod.api.shutdownGrace = .seconds(20)
    prod.data.storage = .gigabytes(15)
    prod.settings.logLevel = "debug"
    let comparison = compare(Shop(), prod)
    #expect(comparison.groups.map { "\($0.kind) \($0.name)" } == ["service api", "database data"])
    let api = comparison.groups.first?.changes ?? []
    #expect(api.map(\.field).sorted() == ["GREETING", "LOG_LEVEL", "instances", "shutdown grace"])
    #expect(change("instances", in: api) == ["1", "3"])
    #expect(change("GREETING", in: api) == ["hello", "good day"])
    #expect(change("shutdown grace", in: api) == ["not set", "20 s"])
    #expect(change("LOG_LEVEL", in: api) == ["not set (the program takes info)", "debug"])
    #expect(change("storage", in: comparison.groups.last?.changes ?? []) == ["not set", "15 GB"])
  }

  @Test("what a release command's contract fills is told once, as the variable that it is")
  func releaseContract() {
    func environment(_ name: String, _ level: Word) -> Environment {
      var shop = Shop()
      shop.settings.logLevel = level
      let api = shop.api.reading(shop.settings, release: shop.settings)
      let application = Application("shop", services: [api, shop.worker])
      return Environment(name, application, on: .render(region: .frankfurt))
    }
    let comparison = Comparison(environment("staging", "info"), environment("prod", "debug"))
    #expect(comparison.groups.flatMap(\.changes).map(\.field) == ["LOG_LEVEL"])
  }

  @Test("two equal environments do not differ")
  func equal() {
    #expect(compare(Shop(), Shop()).groups.isEmpty)
    #expect(compare(Shop(), Shop()).markdown == "**staging** and **prod** do not differ.\n")
  }

  @Test("a resource that one of them lacks is named, with the side that has it")
  func presence() {
    let left = Environment(
      "staging",
      Application("shop", databases: [Shop().data]),
      on: .render(region: .frankfurt)
    )
    let right = Environment(
      "prod",
      Application("shop", caches: [Shop().cache]),
      on: .render(region: .frankfurt)
    )
    let groups = Comparison(left, right).groups
    #expect(groups.map(\.name) == ["data", "cache"])
    #expect(groups.map(\.presence) == [.left, .right])
    #expect(Comparison(left, right).markdown.contains("Only in staging."))
  }

  @Test("where each resource is hosted, and what a target was told, is compared too")
  func hosting() {
    let shop = Shop()
    let left = Environment("staging", shop.application, on: .render(region: .ohio))
    let right = Environment("prod", shop.application, on: .render(region: .frankfurt))
    #expect(
      Comparison(left, right).groups.flatMap(\.changes).map(\.field) == ["Render (main) region"]
    )
    let other = Environment("dev", shop.application, on: .compose)
    let comparison = Comparison(other, right)
    #expect(comparison.groups.first?.changes.map(\.field) == ["deployments"])
    let api = comparison.groups.first { $0.name == "api" }?.changes ?? []
    #expect(change("hosted by", in: api) == ["Docker Compose", "Render"])
  }

  @Test("fields of every kind have a readable text")
  func kinds() {
    var prod = Shop()
    prod.api.source = .dockerfile("Dockerfile", arguments: ["MODE": "release"])
    prod.api.domains = ["a.example", "b.example"]
    prod.api.volumes = [Volume("files", at: "/data", size: .gigabytes(2))]
    prod.api.access = .private
    prod.api.release = ["api", "migrate now"]
    prod.api.shared = [SharedVariables("common", ["ZONE": "eu"])]
    prod.digest.schedule = .hourly(minute: 5)
    prod.cache.eviction = .never
    prod.web.headers = [ResponseHeader("X-Frame-Options", "DENY")]
    prod.worker.startsAfter = []
    let changes = compare(Shop(), prod).groups.flatMap(\.changes)
    #expect(change("source", in: changes) == ["image", "dockerfile"])
    #expect(change("source arguments MODE", in: changes) == ["not set", "release"])
    #expect(change("domains", in: changes) == ["api.shop.example", "a.example, b.example"])
    #expect(change("volumes files path", in: changes) == ["not set", "/data"])
    #expect(change("access", in: changes) == ["public", "private"])
    #expect(change("release", in: changes) == ["not set", "api 'migrate now'"])
    #expect(change("shared common ZONE", in: changes) == ["not set", "eu"])
    #expect(change("schedule", in: changes) == ["0 3 * * *", "5 * * * *"])
    #expect(change("eviction", in: changes) == ["least recently used", "never"])
    #expect(change("headers X-Frame-Options value", in: changes) == ["not set", "DENY"])
    #expect(change("starts after", in: changes) == ["service 'api' healthy", "not set"])
  }

  @Test("references and secrets are told by name, and a credential in a text is withheld")
  func secrets() {
    var prod = Shop()
    prod.api.variables["BACKEND_KEY"] = prod.mailKey.value.value
    prod.api.variables["MIXED"] = "x-\(prod.data.host)-\(prod.mailKey.value)"
    prod.api.variables["ELSEWHERE"] = "postgres://ada:correct-horse@db.example/shop"
    let comparison = compare(Shop(), prod)
    let changes = comparison.groups.flatMap(\.changes)
    #expect(change("BACKEND_KEY", in: changes) == ["not set", "secret MAIL_KEY"])
    #expect(
      change("MIXED", in: changes) == ["not set", #"x-\(data.host)-\(secret MAIL_KEY)"#]
    )
    #expect(
      change("ELSEWHERE", in: changes) == ["not set", "(withheld: a URL with a password)"]
    )
    #expect(!comparison.markdown.contains("correct-horse"))
  }

  @Test("in Markdown a value keeps to its cell, whatever it holds")
  func markdown() {
    var prod = Shop()
    prod.api.variables["GREETING"] = "a | `b`\n<img src=x> **c**"
    let text = compare(Shop(), prod).markdown
    #expect(text.contains("### service `api`"))
    #expect(text.contains(#"| GREETING | `hello` | `` a \| `b`\n<img src=x> **c** `` |"#))
  }

  private func compare(_ left: Shop, _ right: Shop) -> Comparison {
    Comparison(
      Environment("staging", left.application, on: .render(region: .frankfurt)),
      Environment("prod", right.application, on: .render(region: .frankfurt))
    )
  }

  private func change(_ field: String, in changes: [Comparison.Change]) -> [String] {
    guard let change = changes.first(where: { $0.field == field }) else { return [] }
    return [change.shown(change.left), change.shown(change.right)]
  }
}
