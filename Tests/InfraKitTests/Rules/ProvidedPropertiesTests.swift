import InfraContract
import InfraKit
import Testing

@Suite("model/provided-properties")
struct ProvidedPropertiesTests {
  private let database = Postgres("database")
  private let pooled = Postgres("pooled", pooling: true)
  private let worker = Service("worker", source: image)
  private let inner = Service("inner", source: image, port: 80, access: .private)
  private let web = Service("web", source: image, port: 80)
  private let page = StaticSite("page", directory: "page")
  private let cache = KeyValue("cache")

  private func findings(reading value: Value, line: UInt = #line) -> [Finding] {
    let reader = Service("reader", source: image, variables: ["A": value])
    return InfraKitTests.findings(
      services: [worker, inner, web, reader],
      sites: [page],
      databases: [database, pooled],
      caches: [cache]
    )
  }

  @Test("what a resource does not have cannot be asked for")
  func missing() {
    let table: [(Value, String)] = [
      (worker.origin, "public origin of service 'worker', but it has no port to listen on"),
      (worker.host, "private host of service 'worker', but it has no port to listen on"),
      (worker.privatePort, "private port of service 'worker', but it has no port to listen on"),
      (inner.origin, "public origin of service 'inner', but it is private"),
      (inner.publicHost, "public host of service 'inner', but it is private"),
      (
        database.pooledURL,
        "pooled connection URL of database 'database', but it has no connection pooler"
      ),
      (
        Value([.reference(Reference(.site, "page", .host))]),
        "private host of static site 'page', but there is none"
      ),
      (
        Value([.reference(Reference(.keyValue, "cache", .password))]),
        "password of cache 'cache', but there is none"
      ),
      (
        Value([.reference(Reference(.service, "web", .url))]),
        "connection URL of service 'web', but there is none"
      ),
      (
        Value([.reference(Reference(.postgres, "database", .origin))]),
        "public origin of database 'database', but there is none"
      ),
    ]
    for (value, text) in table {
      let found = findings(reading: value)
      #expect(found.map(\.message) == ["service 'reader' sets 'A' to the \(text)"])
      #expect(found.map(\.code) == ["model/provided-properties"])
    }
  }

  @Test("the finding stands at the variable's own line")
  func line() {
    var reader = Service("reader", source: image)
    let line: UInt = #line + 1
    reader.variables["A"] = database.pooledURL
    #expect(
      InfraKitTests.findings(services: [reader], databases: [database]).map(\.line) == [line]
    )
  }

  @Test("a worker with a domain is one mistake, also where its origin is read")
  func oneFinding() {
    let worker = Service("worker", source: image, domains: ["worker.example.com"])
    let reader = Service("reader", source: image, variables: ["A": worker.origin])
    let found = InfraKitTests.findings(services: [worker, reader])
    #expect(found.map(\.code) == ["model/only-listeners-answer"])
  }

  @Test("what a resource has may be asked for")
  func there() {
    let values: [Value] = [
      web.origin, web.publicHost, web.host, web.privatePort, web.privateOrigin, inner.host,
      inner.privateOrigin, page.origin, page.publicHost, database.url, database.host, database.port,
      database.userName, database.password, database.database, pooled.pooledURL, cache.url,
      cache.host, cache.port,
    ]
    for value in values { #expect(findings(reading: value) == []) }
  }
}
