import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("What Vercel demands of sites, containers and variables")
struct VercelResourceRulesTests {
  private typealias Trial = VercelTrial

  @Test("a reserved name is no variable")
  func reservedVariables() {
    let code = "vercel/reserved-variables"
    #expect(
      Trial.site(code) { site, _ in site.variables = ["VERCEL_URL": "x", "TZ": "UTC"] } == [
        "error +0 static site 'web' sets 'VERCEL_URL', which Vercel keeps to itself",
        "error +0 static site 'web' sets 'TZ', which Vercel keeps to itself",
      ]
    )
    #expect(Trial.site(code) { site, _ in site.variables = ["VERCEL_SITE": "x"] } == [])
  }

  @Test("variables have 64 KB together")
  func variableBytes() {
    let code = "vercel/variable-bytes"
    let text = { Value(String(repeating: "a", count: $0)) }
    #expect(
      Trial.site(code) { site, _ in site.variables = ["A": text(65_536)] } == [
        "error +0 the variables of static site 'web' have 65537 bytes, and Vercel takes 65536"
      ]
    )
    #expect(Trial.site(code) { site, _ in site.variables = ["A": text(65_535)] } == [])
  }

  @Test("custom environments need a plan that has them")
  func customEnvironments() {
    let code = "vercel/custom-environments"
    #expect(
      Trial.edited(code, environment: .custom("qa")) { _ in } == [
        "error +0 static site 'web' is for custom environment 'qa', which plan 'hobby' lacks"
      ]
    )
    #expect(Trial.edited(code, plan: .pro, environment: .custom("qa")) { _ in } == [])
    #expect(Trial.edited(code, environment: .preview) { _ in } == [])
  }

  @Test("a custom environment has a legal name")
  func environmentNames() {
    let code = "vercel/environment-names"
    let found = { (name: String) in
      Trial.edited(code, plan: .pro, environment: .custom(name), line: 5) { _ in }
    }
    #expect(
      found("preview") == [
        "error +0 custom environment 'preview' has the name of one of Vercel's own"
      ]
    )
    #expect(found("Q A") == ["error +0 custom environment 'Q A' has no legal name"])
    #expect(found(String(repeating: "a", count: 33)).count == 1)
    #expect(found(String(repeating: "a", count: 32)) == [])
  }

  @Test("a project has a legal name")
  func projectNames() {
    let code = "vercel/project-names"
    let site = StaticSite("web", directory: "web")
    let found = Trial.target(code, .vercel(hosting: site, project: "My Shop"))
    #expect(
      found == ["error +0 static site 'web' would be project 'My Shop', which is no legal name"]
    )
    #expect(Trial.target(code, .vercel(hosting: site, project: "a---b")).count == 1)
    #expect(Trial.target(code, .vercel(hosting: site, project: "my-shop_2.x")) == [])
  }

  @Test("a variable asks for what Vercel can have, at the variable's own line")
  func references() {
    let found = Trial.container("vercel/known-references", line: 9) {
      $0.variables["SELF", #fileID, 19] = $0.host
      $0.variables["NAME"] = "api"
    }
    #expect(
      found == [
        "error +10 variable 'SELF' of service 'api' asks for the host name of service 'api', which "
          + "Vercel cannot give: a project on Vercel is in nobody's private network"
      ]
    )
    #expect(Trial.container("vercel/known-references") { $0.variables["NAME"] = "api" } == [])
  }

  @Test("a value that is known later, and variables at all, are told")
  func lateValues() {
    let api = Service("api", source: .dockerfile("api/Dockerfile"), port: 8080)
    func set(_ site: inout StaticSite, _ place: CallSite) {
      site.variables["URL", #fileID, place.line + 20] = api.origin
      site.variables["TEXT"] = "known"
    }
    #expect(
      Trial.site("vercel/late-values", set) == [
        "note +20 variable 'URL' of static site 'web' needs the origin of service 'api', which is "
          + "known only once that runs"
      ]
    )
    #expect(Trial.site("vercel/late-values") { site, _ in site.variables["TEXT"] = "known" } == [])
    #expect(
      Trial.site("vercel/variables-in-project", set) == [
        "note +0 static site 'web' reads 2 variables, which are set in Vercel project 'shop-web' "
          + "and in no file"
      ]
    )
    #expect(Trial.site("vercel/variables-in-project") { _, _ in } == [])
  }

  @Test("the version of Node.js, and other runtimes, are told")
  func runtimes() {
    #expect(
      Trial.site("vercel/node-version") { site, _ in site.runtime.version = "22.x" } == [
        "note +0 static site 'web' asks for Node.js 22.x, which is a setting of the Vercel project"
      ]
    )
    #expect(Trial.site("vercel/node-version") { _, _ in } == [])
    #expect(
      Trial.site("vercel/build-runtime") { site, _ in
        site.runtime = Runtime("python", version: "3.13")
        site.build = "mkdocs build"
      } == [
        "warning +0 the build of static site 'web' needs python 3.13, and Vercel promises nothing "
          + "but Node.js in its builds"
      ]
    )
    #expect(Trial.site("vercel/build-runtime") { site, _ in site.runtime = .python } == [])
  }

  @Test("watched paths that need too long a command are told")
  func watchedPaths() {
    let found = Trial.site("vercel/watched-paths") { site, _ in
      site.watching = WatchPaths((10..<30).map { "packages/\($0)/**" })
    }
    #expect(
      found == [
        "warning +0 the watched paths of static site 'web' need a command of 403 characters and "
          + "Vercel takes 256: every push will build it"
      ]
    )
    #expect(Trial.site("vercel/watched-paths") { site, _ in site.watching = ["web/**"] } == [])
  }

  /// Something that a container cannot have, with what is found about it.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let code: String
    let message: String
    let change: @Sendable (inout Service) -> Void
    var testDescription: String { "\(code): \(message)" }

    init(_ code: String, _ message: String, _ change: @escaping @Sendable (inout Service) -> Void) {
      self.code = "vercel/\(code)"
      self.message = message
      self.change = change
    }
  }

  static let refusals = [
    Refusal(
      "public-services",
      "error +0 service 'api' is private, and a project on Vercel is in nobody's private network"
    ) { $0.access = .private },
    Refusal(
      "public-services",
      "error +0 service 'api' listens on no port, and Vercel runs only what answers requests"
    ) { $0.port = nil },
    Refusal(
      "sole-instance",
      "error +0 service 'api' may run only once (jobs), and Vercel runs as many instances as requests need"
    ) {
      $0.soleInstance = "jobs"
    },
    Refusal(
      "release-command",
      "error +0 service 'api' has the release command 'up', and Vercel has no step for one"
    ) {
      $0.release = "up"
    },
    Refusal(
      "volumes",
      "error +0 service 'api' has volume 'a', and nothing on Vercel outlives a request"
    ) {
      $0.volumes = [Volume("a", at: "/a")]
    },
    Refusal("health-checks", "warning +0 service 'api' is checked by '/', which Vercel never asks")
    { $0.health = .http("/") },
    Refusal(
      "scaling",
      "warning +0 service 'api' says how many instances run, which Vercel decides by itself, from zero up"
    ) { $0.instances = 2 },
    Refusal(
      "sizes",
      "note +0 service 'api' needs one core, which is a setting of the Vercel project"
    ) { $0.size = Size(cpu: 1) },
    Refusal(
      "shutdown-grace",
      "warning +0 service 'api' may take 9 seconds to end, and Vercel waits half a second"
    ) {
      $0.shutdownGrace = .seconds(9)
    },
    Refusal(
      "container-source",
      "error +0 service 'api' runs on Vercel as a container, which is built from a Dockerfile and nothing else"
    ) { $0.source = .node() },
    Refusal(
      "container-context",
      "error +0 service 'api' is built in '.', and Vercel builds 'api/Dockerfile' in its own directory, 'api'"
    ) {
      $0.source = .dockerfile("api/Dockerfile")
    },
    Refusal(
      "container-context",
      "error +0 service 'api' stops its build at stage 'run', and Vercel builds the last one"
    ) {
      $0.source = .dockerfile("api/Dockerfile", context: "api", stage: "run")
    },
    Refusal(
      "container-context",
      "error +0 service 'api' has build arguments ('A'), which Vercel cannot pass"
    ) {
      $0.source = .dockerfile("api/Dockerfile", context: "api", arguments: ["A": "b"])
    },
    Refusal(
      "container-file",
      "error +0 service 'api' is built from 'Dockerfile.prod', and Vercel builds only "
        + "'Dockerfile.vercel', 'Containerfile.vercel', 'Dockerfile', 'Containerfile'"
    ) {
      $0.source = .dockerfile("api/Dockerfile.prod", context: "api")
    },
  ]

  @Test("what a container cannot have is told", arguments: refusals)
  func containers(refusal: Refusal) {
    let found = Trial.container(refusal.code, line: 9, refusal.change)
    #expect(found == [refusal.message])
    #expect(Trial.container(refusal.code, line: 9) { _ in } == [])
  }

  @Test("a start order is told")
  func startOrder() {
    let other = Service("other", source: .node())
    let found = Trial.container("vercel/start-order") { $0.startsAfter = [.released(other)] }
    #expect(
      found == [
        "note +0 service 'api' starts after service 'other', and Vercel starts it when a request "
          + "comes"
      ]
    )
    #expect(Trial.container("vercel/start-order") { _ in } == [])
  }

  @Test("what cannot be written as JSON is an error, and no file")
  func unwritable() {
    func found(_ memory: Double) -> [String] {
      Trial.edited("vercel/writable") {
        var function = VercelConfig.Function()
        function.memory = memory
        $0.functions["api/index.js"] = function
      }
    }
    #expect(
      found(.infinity) == [
        "error +0 'web/vercel.json' cannot be written: functions.api/index.js.memory: inf is not a "
          + "number that a manifest can hold"
      ]
    )
    #expect(found(1024) == [])
  }

  @Test("every rule of the catalog has a code of its own, a demand and a day")
  func catalog() {
    let rules = Vercel.catalog
    #expect(Set(rules.map(\.code)).count == rules.count)
    #expect(rules.count > 40)
    for rule in rules {
      #expect(rule.code.hasPrefix("vercel/") && rule.demand.hasSuffix("."), "\(rule)")
      #expect((rule.page == nil) == (rule.checked == nil), "\(rule)")
    }
  }
}
