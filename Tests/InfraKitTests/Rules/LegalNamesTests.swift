import InfraContract
import InfraKit
import Testing

@Suite("model/legal-names")
struct LegalNamesTests {
  private let rest =
    "names are lower-case letters, digits and hyphens, from a letter to a letter or digit, at most "
    + "63"

  @Test(
    "a name that is no DNS label is refused",
    arguments: [
      ("Api", "has 'A' in it"),
      ("my api", "has ' ' in it"),
      ("1st", "starts with '1'"),
      ("-a", "starts with '-'"),
      ("a-", "ends in '-'"),
      ("", "is empty"),
      ("a.b", "has '.' in it"),
      ("a_b", "has '_' in it"),
      ("../x", "has '.' in it"),
      ("é", "has 'é' in it"),
      ("a\u{301}", "has 'a\u{301}' in it"),
      ("a\"b", "has '\"' in it"),
      ("$(id)", "has '$' in it"),
      ("`id`", "has '`' in it"),
      ("a\nb", "has '\\n' in it"),
      ("a\u{0}", "has '\\u{0}' in it"),
      (String(repeating: "a", count: 64), "has 64 characters"),
    ]
  )
  func resource(name: String, fault: String) {
    let line: UInt = #line + 1
    let cache = KeyValue(name)
    let shown = name.count > 60 ? name.prefix(60) + "…" : Substring(name)
    let text = String(shown).split(separator: "\n").joined(separator: "\\n")
      .split(separator: "\0", omittingEmptySubsequences: false).joined(separator: "\\u{0}")
    #expect(
      findings(caches: [cache]) == [
        Finding("legal-names", line, "the name of cache '\(text)' \(fault); \(rest)")
      ]
    )
  }

  @Test(
    "a DNS label is a name",
    arguments: ["a", "a1", "a-b", "a--b", "x9", String(repeating: "z", count: 63)]
  )
  func legal(name: String) {
    #expect(findings(caches: [KeyValue(name)]) == [])
  }

  @Test("every kind of thing is asked for its name, each at its own line")
  func everything() {
    let line: UInt = #line + 1
    let shared = SharedVariables("Common", ["A": "1"])
    let service = Service("S", source: image, volumes: [Volume("V", at: "/v")], shared: [shared])
    let site = StaticSite("T", directory: "web")
    let job = CronJob("J", source: image, schedule: .daily(at: 3))
    let database = Postgres("D", replicas: [ReadReplica("R")])
    let cache = KeyValue("K")
    let shop = Application(
      "Shop",
      services: [service],
      sites: [site],
      jobs: [job],
      databases: [database],
      caches: [cache]
    )
    let deployment = Deployment("Main", on: Somewhere.plain)
    let environment = Environment("Dev", shop, deployments: [deployment])
    let found = findings(in: [environment])
    let expected: [(String, UInt)] = [
      ("shared set 'Common' has 'C'", 0),
      ("service 'S' has 'S'", 1),
      ("volume of service 'S': 'V' has 'V'", 1),
      ("static site 'T' has 'T'", 2),
      ("cron job 'J' has 'J'", 3),
      ("database 'D' has 'D'", 4),
      ("read replica 'R' has 'R'", 4),
      ("cache 'K' has 'K'", 5),
      ("application 'Shop' has 'S'", 6),
      ("deployment 'Main' has 'M'", 14),
      ("environment 'Dev' has 'D'", 15),
    ]
    #expect(
      found
        == expected.map {
          Finding("legal-names", line + $0.1, "the name of \($0.0) in it; \(rest)")
        }
    )
  }

  @Test(
    "the help suggests a legal name that is near",
    arguments: [
      ("My API", "my-api"), ("1st_shop", "st-shop"), ("api-", "api"), ("a__b", "a-b"),
      ("Ünit", "nit"),
    ]
  )
  func suggestion(name: String, legal: String) {
    #expect(Label.legal(name) == legal)
    #expect(Label.isLegal(legal))
  }

  @Test("nothing is suggested where nothing can be kept")
  func nothing() {
    #expect(Label.legal("123") == nil)
    #expect(Label.legal("") == nil)
  }
}
