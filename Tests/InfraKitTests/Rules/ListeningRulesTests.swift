import InfraContract
import InfraKit
import Testing

@Suite("Ports, domains and health checks")
struct ListeningRulesTests {
  @Test("a port that does not exist is refused", arguments: [0, -1, 65536])
  func port(number: Int) {
    let line: UInt = #line + 1
    let api = Service("api", source: image, port: Port(number))
    let web = StaticSite("web", directory: "web", serve: SiteServer("serve", port: Port(number)))
    #expect(
      findings(services: [api], sites: [web]) == [
        Finding(
          "legal-ports",
          line,
          "service 'api' has port \(number), and ports lie in 1...65535"
        ),
        Finding(
          "legal-ports",
          line + 1,
          "static site 'web' has port \(number), and ports lie in 1...65535"
        ),
      ]
    )
  }

  @Test("the first and the last port exist", arguments: [1, 65535])
  func legalPort(number: Int) {
    #expect(findings(services: [Service("api", source: image, port: Port(number))]) == [])
  }

  @Test("the author does not set PORT for what listens")
  func givenPort() {
    let line: UInt = #line + 1
    let shared = SharedVariables("common", ["PORT": 9000])
    var api = Service("api", source: image, port: 80, shared: [shared])
    let web = Service("web", source: image, port: 80, shared: [shared])
    api.variables["PORT"] = 80
    let page = StaticSite(
      "page",
      directory: "page",
      serve: SiteServer("serve", port: 3000),
      variables: ["PORT": 3000]
    )
    #expect(
      findings(services: [api, web], sites: [page]) == [
        Finding(
          "port-is-given",
          line,
          "shared set 'common' sets 'PORT' for service 'api', for which the platform sets it to its "
            + "port, 80"
        ),
        Finding(
          "port-is-given",
          line + 3,
          "service 'api' sets 'PORT', which the platform sets to its port, 80"
        ),
        Finding(
          "port-is-given",
          line + 4,
          "static site 'page' sets 'PORT', which the platform sets to its port, 3000"
        ),
      ]
    )
  }

  @Test("what does not listen may have a PORT of its own")
  func ownPort() {
    #expect(findings(services: [Service("a", source: image, variables: ["PORT": 1])]) == [])
  }

  @Test(
    "a domain is a host name and nothing more",
    arguments: [
      ("", "is empty", "write a name such as 'api.example.com'"),
      ("https://api.example.com", "has a scheme or a path", "write 'api.example.com'"),
      ("api.example.com/v1", "has a scheme or a path", "write 'api.example.com'"),
      ("*.example.com", "is a wildcard", "write 'example.com'"),
      ("api.example.com:8080", "has a port", "write 'api.example.com'"),
      ("API.example.com", "has 'A' in it", "write 'api.example.com'"),
      ("api.example.com.", "has a dot too many", "write 'api.example.com'"),
      ("api..com", "has a dot too many", "write a name such as 'api.example.com'"),
      ("localhost", "has no dot", "write a name such as 'api.example.com'"),
      ("10.0.0.1", "is an address", "write a name such as 'api.example.com'"),
      (
        "-a.example.com", "has a hyphen beside a dot or end",
        "write a name such as 'api.example.com'"
      ),
      ("a_b.example.com", "has '_' in it", "write a name such as 'api.example.com'"),
      ("bücher.example", "has 'ü' in it", "write its ASCII form, which starts with 'xn--'"),
    ]
  )
  func domain(name: String, fault: String, help: String) {
    let line: UInt = #line + 1
    let api = Service("api", source: image, port: 80, domains: [Domain(name)])
    #expect(
      findings(services: [api]) == [
        Finding("legal-domains", line, "domain '\(name)' of service 'api' \(fault)")
      ]
    )
    let environment = Environment("dev", Application("shop", services: [api]), on: Somewhere.plain)
    #expect(Generation([environment]).diagnostics.map(\.help) == [help])
  }

  @Test(
    "host names pass",
    arguments: ["example.com", "a.b.c.example.co.uk", "xn--bcher-kva.example", "1.example.com"]
  )
  func legalDomain(name: String) {
    let api = Service("api", source: image, port: 80, domains: [Domain(name)])
    #expect(findings(services: [api]) == [])
  }

  @Test("a domain belongs to one resource, once")
  func uniqueDomain() {
    let line: UInt = #line + 1
    let api = Service("api", source: image, port: 80, domains: ["a.example.com", "a.example.com"])
    let web = StaticSite("web", directory: "web", domains: ["a.example.com"])
    #expect(
      findings(services: [api], sites: [web]) == [
        Finding("unique-domains", line, "service 'api' lists domain 'a.example.com' twice"),
        Finding(
          "unique-domains",
          line + 1,
          "static site 'web' has domain 'a.example.com', which service 'api' has too"
        ),
      ]
    )
  }

  @Test("a worker has neither domains nor an HTTP health check, and a private service no domains")
  func unreachable() {
    let line: UInt = #line + 1
    let a = Service("a", source: image, health: .http("/up"), domains: ["a.example.com"])
    let b = Service("b", source: image, port: 80, access: .private, domains: ["b.example.com"])
    #expect(
      findings(services: [a, b]) == [
        Finding(
          "only-listeners-answer",
          line,
          "service 'a' has domain 'a.example.com' and a health check of '/up', but no port to "
            + "listen on"
        ),
        Finding(
          "only-listeners-answer",
          line + 1,
          "service 'b' has domain 'b.example.com', but is private"
        ),
      ]
    )
  }

  @Test("a worker may be checked by a command, a private service by HTTP")
  func reachable() {
    let a = Service("a", source: image, health: .command(["check"]))
    let b = Service("b", source: image, port: 80, access: .private, health: .http("/up"))
    #expect(findings(services: [a, b]) == [])
  }

  @Test("a health check has a path or a command, and times that can pass")
  func health() {
    let checks: [(HealthCheck, String)] = [
      (.http("up"), "asks for 'up', which does not start with '/'"),
      (.http("/a b"), "asks for '/a b', which has ' ' in it"),
      (.http("/ü"), "asks for '/ü', which has 'ü' in it"),
      (.http("/a#b"), "asks for '/a#b', which has '#' in it"),
      (.http("/", every: .zero), "comes every 0.0 seconds"),
      (.http("/", timeout: .seconds(-1)), "may take -1.0 seconds"),
      (.http("/", grace: .seconds(-1)), "has a grace of -1.0 seconds"),
      (.http("/", retries: 0), "fails after 0 tries"),
    ]
    for (check, fault) in checks {
      let line: UInt = #line + 1
      let api = Service("api", source: image, port: 80, health: check)
      #expect(
        findings(services: [api]) == [
          Finding("legal-health-checks", line, "the health check of service 'api' \(fault)")
        ]
      )
    }
    let fine = HealthCheck.http("/up?deep=1&x=%20", every: .seconds(1), grace: .zero, retries: 1)
    #expect(findings(services: [Service("api", source: image, port: 80, health: fine)]) == [])
  }
}
