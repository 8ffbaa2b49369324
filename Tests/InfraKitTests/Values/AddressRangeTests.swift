import InfraContract
import InfraKit
import Testing

@Suite("Address ranges and names inside Postgres")
struct AddressRangeTests {
  @Test(
    "addresses and ranges are legal",
    arguments: [
      "0.0.0.0/0", "203.0.113.0/24", "203.0.113.7", "255.255.255.255/32", "::/0", "::", "::1",
      "2001:db8::/32", "2001:db8:1:2:3:4:5:6/128", "1::", "1:2:3:4:5:6:7::", "::ffff:203.0.113.7",
      "1:2:3:4:5:6:203.0.113.7", "FE80::1/64",
    ]
  )
  func legal(cidr: String) {
    #expect(AddressRange(cidr).fault == nil)
  }

  @Test(
    "anything else has a fault",
    arguments: [
      ("", "is empty"), ("203.0.113", "is not an address"), ("203.0.113.256", "is not an address"),
      ("203.0.113.07", "is not an address"), ("203.0.113.0/33", "has '/33' as its length"),
      ("203.0.113.0/", "has '/' as its length"), ("203.0.113.0/-1", "has '/-1' as its length"),
      ("203.0.113.0/024", "has '/024' as its length"), ("1.2.3.4/8/8", "has more than one '/'"),
      ("example.com", "is not an address"), ("1.2.3.4.5", "is not an address"),
      (":", "is not an IPv6 address"), (":::", "is not an IPv6 address"),
      ("1::2::3", "is not an IPv6 address"), ("1:2:3:4:5:6:7", "is not an IPv6 address"),
      ("1:2:3:4:5:6:7:8:9", "is not an IPv6 address"), ("12345::", "is not an IPv6 address"),
      ("g::", "is not an IPv6 address"), (":1", "is not an IPv6 address"),
      ("1:", "is not an IPv6 address"), ("::1.2.3", "is not an IPv6 address"),
      ("::/129", "has '/129' as its length"),
    ]
  )
  func illegal(cidr: String, start: String) {
    #expect(AddressRange(cidr).fault?.hasPrefix(start) == true)
  }

  @Test("a database and a cache report theirs at their own lines")
  func findings() {
    let line: UInt = #line + 1
    let database = Postgres("d", allowedAddresses: [AddressRange("1.2.3", "office")])
    let cache = KeyValue("c", allowedAddresses: [AddressRange("::/200")])
    #expect(
      InfraKitTests.findings(databases: [database], caches: [cache]) == [
        Finding(
          "legal-address-ranges",
          line,
          "address range '1.2.3' of database 'd' is not an address"
        ),
        Finding(
          "legal-address-ranges",
          line + 1,
          "address range '::/200' of cache 'c' has '/200' as its length, which lies in 0...128"
        ),
      ]
    )
  }

  @Test("names inside Postgres need no quoting")
  func names() {
    let line: UInt = #line + 1
    let database = Postgres("d", databaseName: "my-app", user: "App")
    let rest =
      "is not made of lower-case letters, digits and underscores, no digit first, at most 63"
    #expect(
      InfraKitTests.findings(databases: [database]) == [
        Finding("legal-database-names", line, "database name 'my-app' of database 'd' \(rest)"),
        Finding("legal-database-names", line, "user 'App' of database 'd' \(rest)"),
      ]
    )
    let fine = Postgres("d", databaseName: "my_app2", user: "_app")
    #expect(InfraKitTests.findings(databases: [fine]) == [])
  }
}
