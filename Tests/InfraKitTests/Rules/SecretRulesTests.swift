import InfraContract
import InfraKit
import Testing

@Suite("Secrets")
struct SecretRulesTests {
  private func service(_ values: Value...) -> Service {
    var service = Service("api", source: image)
    for (number, value) in values.enumerated() { service.variables["V\(number)"] = value }
    return service
  }

  @Test("a secret has a variable's name, enough bytes, and a source")
  func legal() {
    let line: UInt = #line + 1
    let a = Secret("my-key", .generated(bytes: 32))
    let b = Secret("SHORT", .generated(bytes: 31))
    let c = Secret("LONG", .generated(bytes: 1025))
    let d = Secret("NOWHERE", .provided(" "))
    #expect(
      findings(services: [service(a.value, b.value, c.value, d.value)]) == [
        Finding(
          "legal-secrets",
          line,
          "secret 'my-key' has a name that has '-' in it; names of secrets are letters, digits and "
            + "underscores, and no digit first"
        ),
        Finding(
          "legal-secrets",
          line + 1,
          "secret 'SHORT' is to be generated with 31 bytes, and 32...1024 are allowed"
        ),
        Finding(
          "legal-secrets",
          line + 2,
          "secret 'LONG' is to be generated with 1025 bytes, and 32...1024 are allowed"
        ),
        Finding(
          "legal-secrets",
          line + 3,
          "secret 'NOWHERE' does not say where a person gets its value"
        ),
      ]
    )
  }

  @Test("where a person gets a value is said on one line")
  func oneLine() {
    let line: UInt = #line + 1
    let a = Secret("A", .provided("the wallet\n# of the office"))
    let b = Secret("B", .provided("the wallet, of the office"))
    let api = Service("api", source: image, variables: ["A": a.value, "B": b.value])
    #expect(
      findings(services: [api]) == [
        Finding(
          "legal-secrets",
          line,
          "secret 'A' says where a person gets its value with a control character"
        )
      ]
    )
  }

  @Test("the shortest and the longest generated secret pass, and a provided one")
  func bounds() {
    let a = Secret("A", .generated(bytes: 32))
    let b = Secret("B", .generated(bytes: 1024))
    let c = Secret("C", .provided("Stripe, Developers, API keys"))
    #expect(findings(services: [service(a.value, b.value, "x\(c.value)y")]) == [])
  }

  @Test("one secret has one origin")
  func origins() {
    let line: UInt = #line + 1
    let first = Secret("KEY", .generated(bytes: 32))
    let second = Secret("KEY", .generated(bytes: 32))
    let third = Secret("KEY", .provided("the vault"))
    #expect(findings(services: [service(first.value, second.value)]) == [])
    #expect(
      findings(services: [service(first.value, second.value, third.value, third.value)]) == [
        Finding(
          "one-origin-per-secret",
          line + 2,
          "secret 'KEY' is provided ('the vault'), and at InfraKitTests/SecretRulesTests.swift:\(line) "
            + "it is generated with 32 bytes"
        )
      ]
    )
  }

  @Test(
    "a secret under a public prefix ends up in public files",
    arguments: [
      "NEXT_PUBLIC_", "VITE_", "PUBLIC_", "NUXT_PUBLIC_", "REACT_APP_", "GATSBY_", "EXPO_PUBLIC_",
      "VUE_APP_", "STORYBOOK_",
    ]
  )
  func prefix(prefix: String) {
    let key = Secret("KEY", .generated(bytes: 32))
    var api = Service("api", source: image)
    let line: UInt = #line + 1
    api.variables[prefix + "X"] = "a\(key.value)"
    #expect(
      findings(services: [api]) == [
        Finding(
          "public-secrets",
          line,
          "service 'api' sets '\(prefix)X' to secret 'KEY', and bundlers copy every variable that "
            + "starts with '\(prefix)' into public files"
        )
      ]
    )
  }

  @Test("a public prefix in a shared set is a mistake at the set's line")
  func sharedPrefix() {
    let key = Secret("KEY", .generated(bytes: 32))
    let line: UInt = #line + 1
    let shared = SharedVariables("common", ["VITE_KEY": key.value])
    let a = Service("a", source: image, shared: [shared])
    let b = Service("b", source: image, shared: [shared])
    let page = StaticSite("page", directory: "page", shared: [shared])
    #expect(
      findings(services: [a, b], sites: [page]) == [
        Finding(
          "public-secrets",
          line,
          "shared set 'common' sets 'VITE_KEY' to secret 'KEY', and bundlers copy every variable "
            + "that starts with 'VITE_' into public files"
        )
      ]
    )
  }

  @Test("no secret and no database URL is in a static site, a header or a build argument")
  func published() {
    let key = Secret("KEY", .generated(bytes: 32))
    let database = Postgres("database")
    let shared = SharedVariables("common", ["KEY": key.value])
    let line: UInt = #line + 1
    let page = StaticSite("page", directory: "page", variables: ["A": key.value])
    let blog = StaticSite("blog", directory: "blog", variables: ["B": database.url])
    let docs = StaticSite("docs", directory: "docs", headers: [ResponseHeader("X", key.value)])
    let shop = StaticSite("shop", directory: "shop", shared: [shared])
    let api = Service("api", source: .dockerfile("Dockerfile", arguments: ["C": key.value]))
    let files = "and a static site's variables end up in public files"
    #expect(
      findings(services: [api], sites: [page, blog, docs, shop], databases: [database]) == [
        Finding(
          "public-secrets",
          line,
          "static site 'page' sets 'A' to secret 'KEY', \(files)"
        ),
        Finding(
          "public-secrets",
          line + 1,
          "static site 'blog' sets 'B' to the connection URL of database 'database', which holds its "
            + "password, \(files)"
        ),
        Finding(
          "public-secrets",
          line + 2,
          "static site 'docs' sets header 'X' to secret 'KEY', and headers are sent to everybody"
        ),
        Finding(
          "public-secrets",
          line + 3,
          "static site 'shop' reads shared set 'common', whose 'KEY' is secret 'KEY', \(files)"
        ),
        Finding(
          "public-secrets",
          line + 4,
          "service 'api' sets build argument 'C' to secret 'KEY', and build arguments stay readable "
            + "in the image"
        ),
      ]
    )
  }

  @Test("a secret is where it belongs: in a service, or a framework that serves itself")
  func atHome() {
    let key = Secret("KEY", .generated(bytes: 32))
    let api = Service("api", source: image, variables: ["KEY": key.value])
    let job = CronJob("job", source: image, schedule: .hourly(), variables: ["KEY": key.value])
    let own = StaticSite("own", directory: "own", output: nil, variables: ["KEY": key.value])
    let served = StaticSite(
      "served",
      directory: "served",
      serve: SiteServer("npm start", port: 3000),
      variables: ["KEY": key.value]
    )
    #expect(findings(services: [api], sites: [own, served], jobs: [job]) == [])
  }

  @Test("a page that names a private host is a warning")
  func privateHost() {
    let api = Service("api", source: image, port: 80)
    let line: UInt = #line + 1
    let page = StaticSite("page", directory: "page", variables: ["API": api.privateOrigin])
    let web = Service("web", source: image, variables: ["VITE_API": "http://\(api.host):80"])
    let rest = "of service 'api', which no browser can reach"
    #expect(
      findings(services: [api, web], sites: [page]) == [
        Finding(
          "public-addresses",
          line,
          "static site 'page' sets 'API' to the private origin \(rest)",
          .warning
        ),
        Finding(
          "public-addresses",
          line + 1,
          "service 'web' sets 'VITE_API' to the private host \(rest)",
          .warning
        ),
      ]
    )
    let fine = StaticSite("fine", directory: "fine", variables: ["API": api.origin])
    #expect(findings(services: [api], sites: [fine]) == [])
  }

  @Test("two environments that draw a secret from one place are one mistake, naming both lines")
  func stores() {
    let first = Secret("A_KEY", .generated(bytes: 32))
    let second = Secret("B_KEY", .generated(bytes: 32))
    let api = Service("api", source: image, variables: ["A": first.value, "B": second.value])
    let shop = Application("shop", services: [api])
    func target(_ place: String, at site: CallSite) -> Somewhere {
      Somewhere().with { target in
        target.stores = { _ in
          [first, second].map { SecretStore($0, in: place, site: site) }
        }
      }
    }
    let line: UInt = #line + 1
    let here = CallSite()
    let there = CallSite()
    let dev = Environment("dev", shop, on: target("one group", at: here))
    let prod = Environment("prod", shop, on: target("one group", at: there))
    let apart = Environment("apart", shop, on: target("another group", at: there))
    let twice = Environment(
      "twice",
      shop,
      deployments: [
        Deployment("main", on: target("a third group", at: here)),
        Deployment("other", on: target("a third group", at: there)),
      ]
    )
    #expect(findings(in: [dev, apart, twice]) == [])
    #expect(
      findings(in: [dev, prod]) == [
        Finding(
          "separate-secret-stores",
          line + 1,
          "'prod' and 'dev' (InfraKitTests/SecretRulesTests.swift:\(line)) draw secrets 'A_KEY' and "
            + "'B_KEY' from one place: one group"
        )
      ]
    )
  }
}
