import InfraContract
import InfraKit
import Testing

@Suite("model/references-resolve")
struct ReferencesResolveTests {
  private let orders = Postgres("orders")

  @Test("a database that is read and not listed is reported once per reader")
  func unlisted() {
    let line: UInt = #line + 1
    let api = Service(
      "api",
      source: image,
      variables: ["URL": orders.url, "HOST": orders.host]
    )
    #expect(
      findings(services: [api]) == [
        Finding(
          "references-resolve",
          line,
          "service 'api' reads database 'orders', which application 'shop' does not list"
        )
      ]
    )
  }

  @Test("a variable that was set by itself is reported at its own line")
  func ownLine() {
    var api = Service("api", source: image)
    let line: UInt = #line + 1
    api.variables["URL"] = "\(orders.host):5432"
    #expect(findings(services: [api]).map(\.line) == [line])
  }

  @Test("shared sets, build arguments, headers, replicas and start conditions are looked at too")
  func everywhere() {
    let missing = Service("gone", source: image, port: 80, release: ["migrate"])
    let replica = ReadReplica("copy")
    let line: UInt = #line + 1
    let shared = SharedVariables("common", ["A": missing.origin])
    let api = Service("api", source: image, shared: [shared], startsAfter: [.released(missing)])
    let built = Service(
      "built",
      source: .dockerfile("Dockerfile", arguments: ["A": missing.origin]),
      variables: ["B": replica.url]
    )
    let site = StaticSite(
      "web",
      directory: "web",
      headers: [ResponseHeader("Link", "\(missing.origin)/x")]
    )
    let end = "which application 'shop' does not list"
    #expect(
      findings(services: [api, built], sites: [site]) == [
        Finding("references-resolve", line, "shared set 'common' reads service 'gone', \(end)"),
        Finding(
          "references-resolve",
          line + 1,
          "service 'api' starts after service 'gone', \(end)"
        ),
        Finding(
          "references-resolve",
          line + 2,
          "service 'built' reads read replica 'copy', \(end)"
        ),
        Finding(
          "references-resolve",
          line + 2,
          "service 'built' builds with service 'gone', \(end)"
        ),
        Finding(
          "references-resolve",
          line + 7,
          "static site 'web' names in a header service 'gone', \(end)"
        ),
      ]
    )
  }

  @Test("the help says in which list the resource belongs")
  func help() {
    let api = Service("api", source: image, variables: ["URL": orders.url])
    let shop = Application("shop", services: [api])
    let generation = Generation([Environment("dev", shop, on: Somewhere.plain)])
    #expect(
      generation.diagnostics.map(\.help) == ["add it to the application's databases: [orders]"]
    )
  }

  @Test("a listed database may be read")
  func listed() {
    let api = Service("api", source: image, variables: ["URL": orders.url])
    #expect(findings(services: [api], databases: [orders]) == [])
  }
}
