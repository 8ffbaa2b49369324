import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("What Render cannot do is said")
struct RenderMappingRulesTests {
  private static let image = Source.image("a:1")

  @Test("a health check of a worker, and a command, are never made")
  func health() {
    func result(_ access: Service.Access, line: UInt = #line) -> RenderResult {
      RenderResult(
        services: [
          Service(
            "api",
            source: Self.image,
            port: 80,
            access: access,
            health: .http("/healthz"),
            line: line
          )
        ],
        line: line
      )
    }
    expect(
      "health-checks",
      result(.private),
      "warning: service 'api' has a health check that Render never makes: it only asks paths of "
        + "public services",
      legal: result(.public)
    )
  }

  @Test("a service has one disk")
  func disks() {
    func result(_ count: Int, line: UInt = #line) -> RenderResult {
      let volumes = (0..<count).map { Volume("data-\($0)", at: "/data/\($0)") }
      let api = Service("api", source: Self.image, port: 80, volumes: volumes, line: line)
      return RenderResult(services: [api], line: line)
    }
    expect(
      "one-disk",
      result(2),
      "error: service 'api' has 2 volumes, and Render gives a service one disk",
      legal: result(1)
    )
  }

  @Test("a Dockerfile is built to its last stage")
  func stage() {
    func result(_ stage: String?, line: UInt = #line) -> RenderResult {
      let source = Source.dockerfile("Dockerfile", stage: stage)
      return RenderResult(
        services: [Service("api", source: source, port: 80, line: line)],
        line: line
      )
    }
    expect(
      "last-stage",
      result("build"),
      "error: service 'api' is built up to stage 'build', and Render always builds the last",
      legal: result(nil)
    )
  }

  @Test("a directory has a runtime of Render's")
  func runtime() {
    func result(_ runtime: String, line: UInt = #line) -> RenderResult {
      let source = Source.directory("api", runtime: Runtime(runtime), build: "make")
      return RenderResult(
        services: [Service("api", source: source, command: "run", port: 80, line: line)],
        line: line
      )
    }
    expect(
      "runtime-known",
      result("swift"),
      "error: service 'api' runs from a directory with runtime 'swift', which Render does not build",
      legal: result("go")
    )
  }

  @Test("a version is chosen by a variable, where there is one")
  func version() {
    func result(_ runtime: Runtime, line: UInt = #line) -> RenderResult {
      let source = Source.directory("api", runtime: runtime, build: "make")
      return RenderResult(
        services: [Service("api", source: source, command: "run", port: 80, line: line)],
        line: line
      )
    }
    let legal = result(Runtime("python", version: "3.13.1"))
    expect(
      "runtime-version",
      result(Runtime("ruby", version: "3.4")),
      "warning: service 'api' asks for ruby 3.4, and Render has no variable that chooses it",
      legal: legal
    )
    #expect(legal.file.contains("- key: PYTHON_VERSION\n        value: \"3.13.1\"\n"))
  }

  @Test("no plan is as large as that")
  func plan() {
    func result(_ size: Size, line: UInt = #line) -> RenderResult {
      RenderResult(
        services: [Service("api", source: Self.image, port: 80, size: size, line: line)],
        line: line
      )
    }
    let legal = result(Size(cpu: 12, memory: .gigabytes(96)))
    expect(
      "plan-exists",
      result(Size(cpu: 16, memory: .gigabytes(8))),
      "error: service 'api' asks for 16.0 CPU and 8 GB, and the largest plan of Render is '12c-96g'",
      legal: legal
    )
    #expect(legal.file.contains("plan: 12c-96g\n"))
  }

  @Test("a header's value is known when the file is written")
  func headers() {
    let api = Service("api", source: Self.image, port: 80)
    var owned = api
    owned.domains = ["api.example.com"]
    func result(_ service: Service, line: UInt = #line) -> RenderResult {
      let header = ResponseHeader("Content-Security-Policy", "connect-src \(service.origin)")
      let site = StaticSite("web", directory: "web", headers: [header], line: line)
      return RenderResult(services: [service], sites: [site], line: line)
    }
    let legal = result(owned)
    expect(
      "known-headers",
      result(api),
      "error: header 'Content-Security-Policy' of static site 'web' has a value that is not known "
        + "when the file is written",
      legal: legal
    )
    #expect(legal.file.contains("value: connect-src https://api.example.com\n"))
  }

  @Test("a redirect is for good")
  func redirects() {
    func result(_ status: Redirect.Status, line: UInt = #line) -> RenderResult {
      let redirect = Redirect("/old", to: "/new", status: status)
      let site = StaticSite("web", directory: "web", redirects: [redirect], line: line)
      return RenderResult(sites: [site], line: line)
    }
    expect(
      "permanent-redirects",
      result(.temporary),
      "warning: static site 'web' redirects '/old' with status 307, and Render always sends 301, "
        + "which browsers remember",
      legal: result(.permanent)
    )
  }

  @Test("a site that a process serves sends its own redirects and headers")
  func served() {
    func result(_ rewrites: [Rewrite], line: UInt = #line) -> RenderResult {
      let site = StaticSite(
        "web",
        directory: "web",
        build: "npm ci",
        serve: SiteServer("npm start", port: 3000),
        rewrites: rewrites,
        line: line
      )
      return RenderResult(sites: [site], line: line)
    }
    expect(
      "served-routing",
      result([.singlePage]),
      "warning: static site 'web' is served by a process, for which Render applies no redirects, "
        + "rewrites or headers",
      legal: result([])
    )
  }

  @Test("a schedule is in UTC")
  func cron() {
    func result(_ zone: String?, line: UInt = #line) -> RenderResult {
      let job = CronJob(
        "digest",
        source: Self.image,
        schedule: .daily(at: 3),
        timeZone: zone,
        line: line
      )
      return RenderResult(jobs: [job], line: line)
    }
    expect(
      "cron-utc",
      result("Europe/Berlin"),
      "error: cron job 'digest' runs at '0 3 * * *' in time zone 'Europe/Berlin', and Render counts "
        + "in UTC",
      legal: result("UTC")
    )
  }

  @Test("services start side by side")
  func order() {
    let api = Service("api", source: Self.image, port: 80, health: .http("/"))
    func result(_ conditions: [StartCondition], line: UInt = #line) -> RenderResult {
      let worker = Service("worker", source: Self.image, startsAfter: conditions, line: line)
      return RenderResult(services: [api, worker], line: line)
    }
    expect(
      "start-order",
      result([.healthy(api)]),
      "note: service 'worker' starts without waiting for service 'api': Render starts services side "
        + "by side and restarts those that exit",
      legal: result([])
    )
  }

  @Test("Render makes 32 random bytes")
  func bytes() {
    func result(_ bytes: Int, line: UInt = #line) -> RenderResult {
      let secret = Secret("KEY", .generated(bytes: bytes), line: line)
      let api = Service("api", source: Self.image, port: 80, variables: ["KEY": secret.value])
      return RenderResult(services: [api], line: line)
    }
    expect(
      "generated-bytes",
      result(64),
      "warning: secret 'KEY' asks for 64 random bytes, and Render makes 32",
      legal: result(32)
    )
  }

  @Test("an edit is of what the target hosts, in its kind of entry")
  func edits() {
    let api = Service("api", source: Self.image, port: 80)
    let other = Service("other", source: Self.image, port: 80)
    let web = StaticSite("web", directory: "web")
    let line = #line as UInt + 2
    let stray = RenderResult(services: [api], line: line) {
      $0.edit(other) { $0.plan = .free }
    }
    expect(
      "edits-hosted",
      stray,
      "error: the edit is of service 'other', which Render does not host in deployment 'main'",
      legal: .server { $0.plan = .free }
    )
    let second = #line as UInt + 2
    let mistaken = RenderResult(sites: [web], line: second) {
      $0.editServer(of: web) { $0.plan = .free }
    }
    expect(
      "edits-hosted",
      mistaken,
      "error: the edit takes static site 'web' for another kind of entry than Render runs it as",
      legal: .site { $0.buildCommand = "make" }
    )
  }

  @Test("what has no address on Render is no reference")
  func unsupported() {
    let line = #line as UInt + 1
    var api = Service("api", source: Self.image, port: 80)
    let worker = Service("worker", source: Self.image)
    api.variables = ["HOST": worker.host]
    let environment = Environment(
      "prod",
      Application("shop", services: [api, worker]),
      on: .render(region: .ohio)
    )
    let deployment = environment.deployments[0]
    let emission = deployment.targets[0].emit(HostedPart(Plan(environment, deployment), target: 0))
    let found = emission.findings.diagnostics.filter {
      $0.rule.code == "render/references-supported"
    }
    #expect(
      found.map(\.message) == [
        "service 'api' reads 'HOST', but a background worker has no address on Render"
      ]
    )
    #expect(found.map { $0.site?.line } == [line])
  }

  @Test("what cannot be written as YAML is an error, and no file")
  func unwritable() {
    let broken = RenderResult.server { $0.envVars = [.value("RATE", .number(.nan))] }
    #expect(broken.file.isEmpty)
    #expect(
      broken.findings("render/writable") == [
        "\(broken.line): error: render.yaml of 'prod' cannot be written: "
          + "services[0].envVars[0].value: nan is not a number that a manifest can hold"
      ]
    )
    let legal = RenderResult.server { $0.envVars = [.value("RATE", 0.5)] }
    #expect(legal.findings("render/writable").isEmpty)
  }

  @Test("every rule has a code of its own, and a vendor's page with its day")
  func catalog() {
    let codes = Render.catalog.map(\.code)
    #expect(Set(codes).count == codes.count)
    for rule in Render.catalog {
      #expect(rule.code.hasPrefix("render/"))
      #expect(rule.demand.hasSuffix("."), "\(rule.code)")
      guard let page = rule.page else { continue }
      #expect(page.hasPrefix("https://"), "\(rule.code)")
      #expect(rule.checked?.count == "2026-11-23".count, "\(rule.code)")
    }
  }
}
