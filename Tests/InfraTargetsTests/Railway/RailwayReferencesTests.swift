import InfraContract
import InfraKit
import InfraSerialization
import TestSupport
import Testing

@testable import InfraTargets

@Suite("Railway: what references become")
struct RailwayReferencesTests {
  private static let site = StaticSite("web", directory: "web")

  /// The variables and late steps of an API on Railway beside a site on Vercel.
  private func apart(_ site: StaticSite) -> ([String: RailwayGraph.Variable], [String]) {
    var api = Service("api", source: .image("acme/api:1"), port: 8080)
    api.variables = [
      "ORIGIN": site.origin, "HOST": site.publicHost, "LOGIN": "\(site.origin)/login",
    ]
    let application = Application("shop", services: [api], sites: [site])
    let target = Railway.railway()
    let environment = Environment("prod", application, on: target, .vercel(hosting: site))
    let output = Generation([environment]).environments[0].deployments[0]
    let graph = railwayGraph(output.plan, target)
    guard case .service(let service)? = graph.resources.first else { return ([:], []) }
    let steps = output.steps.filter { $0.phase == .lateValues && $0.title.hasSuffix(" of api") }
    return (
      Dictionary(uniqueKeysWithValues: service.variables.entries.map { ($0.key, $0.value) }),
      steps.map { step in
        var words = step.title + ": "
        if case .text(let text) = step.blocks[0] { words += text }
        return words
      }
    )
  }

  @Test("a site elsewhere with its own domain is known")
  func known() {
    var site = Self.site
    site.domains = ["www.example.com", "example.com"]
    let (variables, steps) = apart(site)
    #expect(variables["ORIGIN"] == .literal("https://www.example.com"))
    #expect(variables["HOST"] == .literal("www.example.com"))
    #expect(variables["LOGIN"] == .literal("https://www.example.com/login"))
    #expect(steps == [])
  }

  @Test("a site elsewhere without one is asked for")
  func asked() {
    let (variables, steps) = apart(Self.site)
    #expect(variables["ORIGIN"] == .preserve)
    #expect(variables["HOST"] == .preserve)
    #expect(variables["LOGIN"] == .preserve)
    #expect(
      steps == [
        "Railway: set ORIGIN of api: It is the public origin (`https://` and the host name, without a path) "
          + "of static site 'web'. This deploys `api` anew.",
        "Railway: set HOST of api: It is the public host name (without `https://`) of static site 'web'. This "
          + "deploys `api` anew.",
        "Railway: set LOGIN of api: It is `VALUE/login`, where `VALUE` is the public origin (`https://` and "
          + "the host name, without a path) of static site 'web'. This deploys `api` anew.",
      ]
    )
  }

  @Test("a secret is kept once, wherever it stands")
  func secrets() {
    let password = Secret("PASSWORD", .generated(bytes: 32))
    var api = Service("api", source: .image("acme/api:1"))
    api.variables = [
      "URL": "https://user:\(password.value)@example.com/\(password.value)", "OTHER": "1",
    ]
    func variables(_ service: Service) -> [String] {
      let graph = railwayGraph(Application("shop", services: [service]))
      guard case .service(let own)? = graph.resources.first else { return [] }
      return own.variables.entries.map { "\($0.key)=\($0.value)" }
    }
    #expect(
      variables(api).map { String($0.prefix(20)) }
        == ["PASSWORD=preserve", "URL=literal(InfraTar", "OTHER=literal(InfraT"]
    )
    let graph = railwayGraph(Application("shop", services: [api]))
    guard case .service(let own)? = graph.resources.first else { return }
    #expect(
      own.variables["URL"] == .literal("https://user:${{PASSWORD}}@example.com/${{PASSWORD}}")
    )
    api.variables["KEY"] = password.value
    let named = railwayGraph(Application("shop", services: [api]))
    guard case .service(let other)? = named.resources.first else { return }
    #expect(other.variables.keys == ["URL", "OTHER", "KEY"])
    #expect(other.variables["URL"] == .literal("https://user:${{KEY}}@example.com/${{KEY}}"))
  }

  @Test("each environment of a project has its own secrets")
  func stores() {
    var api = Service("api", source: .image("acme/api:1"))
    let line: UInt = #line + 1
    api.variables["KEY"] = Secret("KEY", .generated(bytes: 32)).value
    let application = Application("shop", services: [api])
    let generation = Generation([
      Environment("staging", application, on: .railway()),
      Environment("prod", application, on: .railway()),
    ])
    let stores = generation.environments.flatMap(\.deployments).flatMap(\.stores)
    #expect(
      stores.map(\.place) == [
        "Railway project 'shop', environment 'staging'",
        "Railway project 'shop', environment 'prod'",
      ]
    )
    #expect(stores.allSatisfy { $0.secret.name == "KEY" && $0.site.line == line })
  }
}
