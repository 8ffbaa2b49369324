import InfraContract
import InfraKit
import Testing

@Suite("model/unique-names")
struct UniqueNamesTests {
  @Test("a service and a cache of one name collide, at the second one's line")
  func twoKinds() {
    let line: UInt = #line + 1
    let service = Service("shop", source: image)
    let cache = KeyValue("shop")
    #expect(
      findings(services: [service], caches: [cache]) == [
        Finding(
          "unique-names",
          line + 1,
          "cache 'shop' has the name of service 'shop' "
            + "(InfraKitTests/UniqueNamesTests.swift:\(line))"
        )
      ]
    )
  }

  @Test("a service that is listed twice is reported once")
  func listedTwice() {
    let line: UInt = #line + 1
    let service = Service("api", source: image)
    #expect(
      findings(services: [service, service]) == [
        Finding("unique-names", line, "service 'api' is listed twice")
      ]
    )
  }

  @Test("the domains of a service that is listed twice are no second mistake")
  func domainsListedTwice() {
    let api = Service("api", source: image, port: 80, domains: ["api.example.com"])
    #expect(findings(services: [api, api]).map(\.code) == ["model/unique-names"])
    let twice = Service(
      "api",
      source: image,
      port: 80,
      domains: ["api.example.com", "api.example.com"]
    )
    #expect(findings(services: [twice]).map(\.code) == ["model/unique-domains"])
  }

  @Test("two services of one name are told with both their lines")
  func twoServices() {
    let line: UInt = #line + 1
    let first = Service("api", source: image)
    let second = Service("api", source: image)
    #expect(
      findings(services: [first, second]) == [
        Finding(
          "unique-names",
          line + 1,
          "service 'api' has the name of service 'api' "
            + "(InfraKitTests/UniqueNamesTests.swift:\(line))"
        )
      ]
    )
  }

  @Test("a read replica shares the name space")
  func replica() {
    let line: UInt = #line + 1
    let database = Postgres("copy", replicas: [ReadReplica("copy")])
    #expect(
      findings(databases: [database]) == [
        Finding(
          "unique-names",
          line,
          "read replica 'copy' of database 'copy' has the name of database 'copy' "
            + "(InfraKitTests/UniqueNamesTests.swift:\(line))"
        )
      ]
    )
  }

  @Test("read replicas share it among themselves")
  func replicas() {
    let line: UInt = #line + 1
    let first = Postgres("first", replicas: [ReadReplica("copy"), ReadReplica("copy")])
    let second = Postgres("second", replicas: [ReadReplica("copy")])
    #expect(
      findings(databases: [first, second]) == [
        Finding("unique-names", line, "read replica 'copy' of database 'first' is listed twice"),
        Finding(
          "unique-names",
          line + 1,
          "read replica 'copy' of database 'second' has the name of read replica 'copy' of database "
            + "'first' (InfraKitTests/UniqueNamesTests.swift:\(line))"
        ),
      ]
    )
  }

  @Test("an illegal name is reported for what it is, and not for being there twice")
  func illegal() {
    let first = KeyValue("A")
    let second = KeyValue("A")
    let found = findings(caches: [first, second])
    #expect(found.map(\.code) == ["model/legal-names", "model/legal-names"])
  }

  @Test("names that differ pass")
  func legal() {
    #expect(findings(caches: [KeyValue("a"), KeyValue("b")]) == [])
  }
}
