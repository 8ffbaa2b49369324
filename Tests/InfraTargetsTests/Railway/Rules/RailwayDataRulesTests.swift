import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Railway: databases and caches")
struct RailwayDataRulesTests {
  @Test("a database has no read replicas")
  func replicas() {
    let reader = ReadReplica("reader")
    let line: UInt = #line + 1
    var database = Postgres("database", replicas: [reader])
    var api = Service("api", source: .image("acme/api:1"))
    api.variables["READER_URL"] = reader.url
    #expect(
      railwayFindings("read-replicas", services: [api], databases: [database]) == [
        "\(line): error: database 'database' has the read replica 'reader', and Railway has none"
      ]
    )
    // One finding for one cause: the variable that reads it has none of its own.
    #expect(
      railwayFindings("available-references", services: [api], databases: [database]) == []
    )
    database.replicas = []
    #expect(railwayFindings("read-replicas", databases: [database]) == [])
  }

  @Test("a standby is a conversion by hand")
  func standby() {
    let line: UInt = #line + 1
    var database = Postgres("database", highAvailability: true)
    #expect(
      railwayFindings("high-availability", databases: [database]) == [
        "\(line): warning: database 'database' is to survive its server, and railway.ts has no word "
          + "for that"
      ]
    )
    database.highAvailability = false
    #expect(railwayFindings("high-availability", databases: [database]) == [])
  }

  @Test("a pooler, a disk's size and names move or follow")
  func notes() {
    let line: UInt = #line + 1
    let database = Postgres(
      "database",
      storage: .gigabytes(10),
      pooling: true,
      databaseName: "shop",
      user: "keeper"
    )
    let plain = Postgres("database")
    #expect(
      railwayFindings("pooling", databases: [database]) == [
        "\(line): note: database 'database' has a connection pooler, which moves to the setup sheet"
      ]
    )
    #expect(
      railwayFindings("database-storage", databases: [database]) == [
        "\(line): note: database 'database' needs 10 GB of storage, which moves to the setup sheet"
      ]
    )
    #expect(
      railwayFindings("database-names", databases: [database]) == [
        "\(line): note: database 'database' has the name 'shop' and the user 'keeper', and Railway's "
          + "image calls every database 'railway' and its user 'postgres'"
      ]
    )
    for code in ["pooling", "database-storage", "database-names"] {
      #expect(railwayFindings(code, databases: [plain]) == [])
    }
  }

  @Test("addresses cannot be listed")
  func addresses() {
    let line: UInt = #line + 1
    let database = Postgres("database", allowedAddresses: [AddressRange("203.0.113.0/24")])
    let cache = KeyValue("cache", eviction: .never, allowedAddresses: [AddressRange("::1")])
    #expect(
      railwayFindings("allowed-addresses", databases: [database], caches: [cache]) == [
        "\(line): warning: database 'database' allows '203.0.113.0/24', and Railway has no such "
          + "list: it stays on the private network",
        "\(line + 1): warning: cache 'cache' allows '::1', and Railway has no such list: it stays on "
          + "the private network",
      ]
    )
    #expect(railwayFindings("allowed-addresses", databases: [Postgres("database")]) == [])
  }

  @Test("what a cache keeps and forgets moves to the setup sheet")
  func cache() {
    let line: UInt = #line + 1
    let cache = KeyValue("cache", persistence: .journal, memory: .megabytes(100))
    #expect(
      railwayFindings("cache-settings", caches: [cache]) == [
        "\(line): note: cache 'cache' needs '--maxmemory 100mb --maxmemory-policy allkeys-lru "
          + "--appendonly yes', which moves to the setup sheet"
      ]
    )
    let queue = KeyValue("queue", eviction: .never, persistence: .snapshots)
    #expect(railwayFindings("cache-settings", caches: [queue]) == [])
  }
}
