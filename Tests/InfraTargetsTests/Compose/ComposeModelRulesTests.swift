import InfraContract
import InfraKit
import InfraTargets
import Testing

@Suite("Compose's rules about descriptions")
struct ComposeModelRulesTests {
  @Test("an edit is of something that is hosted")
  func hosted() {
    let api = Service("api", source: .image("api:1"))
    let other = Service("other", source: .image("api:1"))
    expectCompose(
      "hosted-edits",
      ComposeResult(
        services: [api],
        on: .compose(at: "a.yml") { $0.edit(other, line: 7) { $0.tty = true } }
      ),
      7,
      "error: service 'other' is edited for Docker Compose, which does not host it in this "
        + "deployment",
      legal: ComposeResult(
        services: [api],
        on: .compose(at: "a.yml") { $0.edit(api, line: 7) { $0.tty = true } }
      )
    )
    expectCompose(
      "hosted-edits",
      ComposeResult(
        services: [api],
        on: .compose(at: "a.yml") { $0.editRelease(of: api, line: 7) { $0.tty = true } }
      ),
      7,
      "error: service 'api' is edited as 'api-release', which the Compose file does not have",
      legal: ComposeResult(services: [api])
    )
  }

  @Test("domains are nobody's on a developer's machine")
  func domains() {
    let api = Service("api", source: .image("api:1"), port: 80, domains: ["api.example.com"])
    let shop = Application("shop", services: [api])
    let prod = Environment("prod", shop, on: .railway)
    func codes(_ environments: [Environment]) -> [String] {
      Generation(environments).diagnostics.map(\.rule.code)
    }
    #expect(codes([prod, Environment("test", shop, on: .railway)]).contains(Self.domainsRule))
    #expect(!codes([prod, Environment("dev", shop, on: .compose)]).contains(Self.domainsRule))
  }

  private static let domainsRule = "model/domains-of-one-environment"

  @Test("a name that a release command takes is not another's")
  func names() {
    let api = Service("api", source: .image("api:1"), release: ["migrate"])
    let line = #line as UInt + 1
    let other = Service("api-release", source: .image("api:1"))
    expectCompose(
      "service-names",
      ComposeResult(services: [api, other]),
      line,
      "error: service 'api-release' needs the service 'api-release', which is already there for "
        + "service 'api'",
      legal: ComposeResult(services: [api, Service("api-releases", source: .image("api:1"))])
    )
  }

  @Test("a name in .env means one thing")
  func wanted() {
    let database = Postgres("database")
    let line = #line as UInt + 1
    let secret = Secret("DATABASE_PASSWORD", .generated(bytes: 32))
    func result(_ secret: Secret) -> ComposeResult {
      var api = Service("api", source: .image("api:1"))
      api.variables = ["KEY": secret.value, "AGAIN": secret.value]
      return ComposeResult(services: [api], databases: [database])
    }
    expectCompose(
      "service-names",
      result(secret),
      line,
      "error: 'DATABASE_PASSWORD' in '.env' would be both the password of database 'database', in "
        + "digits that its URL needs no escapes for and 32 random bytes",
      legal: result(Secret("OTHER_PASSWORD", .generated(bytes: 32)))
    )
    let site = #line as UInt + 1
    var api = Service("api", source: .image("api:1"), port: 80)
    var legal = api
    api.variables = ["KEY": Secret("API_PORT", .generated(bytes: 32)).value]
    legal.variables = ["KEY": Secret("API_KEY", .generated(bytes: 32)).value]
    expectCompose(
      "service-names",
      ComposeResult(services: [api]),
      site,
      "error: 'API_PORT' moves the port of service 'api', and is a value that .env must hold",
      legal: ComposeResult(services: [legal])
    )
  }

  @Test("names of variables and secrets can be set by a shell")
  func variables() {
    func service(_ name: String, line: UInt) -> Service {
      var api = Service("api", source: .image("api:1"))
      api.variables[name, #fileID, line] = "1"
      return api
    }
    expectCompose(
      "variable-names",
      ComposeResult(services: [service("LOG-LEVEL", line: 9)]),
      9,
      "error: variable 'LOG-LEVEL' of service 'api' has a name that no shell can set",
      legal: ComposeResult(services: [service("_LOG_LEVEL2", line: 9)])
    )
    func secret(_ name: String) -> ComposeResult {
      var api = Service("api", source: .image("api:1"))
      api.variables = ["KEY": Secret(name, .generated(bytes: 32), line: 11).value]
      return ComposeResult(services: [api])
    }
    expectCompose(
      "variable-names",
      secret("2KEY"),
      11,
      "error: secret '2KEY' has a name that '.env' cannot hold",
      legal: secret("KEY2")
    )
  }

  @Test("a reference is to something that is there")
  func references() {
    func result(_ provider: Service) -> ComposeResult {
      var api = Service("api", source: .image("api:1"))
      api.variables["OTHER", #fileID, 5] = provider.origin
      return ComposeResult(services: [api, provider])
    }
    expectCompose(
      "known-references",
      result(Service("other", source: .image("o:1"), port: 80, access: .private)),
      5,
      "error: variable 'OTHER' of service 'api' asks for the public origin of 'other', which has "
        + "none: only a service with a port that is public has one",
      legal: result(Service("other", source: .image("o:1"), port: 80))
    )
  }

  @Test("a check by HTTP has a port and a plain path")
  func health() {
    func result(_ path: String, port: Port?) -> ComposeResult {
      ComposeResult(
        services: [
          Service("api", source: .image("a:1"), port: port, health: .http(path), line: 4)
        ]
      )
    }
    expectCompose(
      "health-path",
      result("/health'; id", port: 80),
      4,
      "error: service 'api' is checked at '/health'; id', which is not a path that a shell can be "
        + "given",
      legal: result("/health?deep=1&x=%20", port: 80)
    )
    expectCompose(
      "health-path",
      result("/health", port: nil),
      4,
      "error: service 'api' is checked by HTTP and listens on no port",
      legal: result("/health", port: 80)
    )
  }

  @Test("what is waited for until it is healthy has a check")
  func waits() {
    func result(_ health: HealthCheck?) -> ComposeResult {
      let other = Service("other", source: .image("o:1"), port: 80, health: health)
      return ComposeResult(services: [
        Service("api", source: .image("a:1"), startsAfter: [.healthy(other)], line: 4), other,
      ])
    }
    expectCompose(
      "health-conditions",
      result(nil),
      4,
      "error: service 'api' waits until service 'other' is healthy, which has no health check",
      legal: result(.http("/"))
    )
  }

  @Test("a directory has a command and a runtime with an image")
  func directories() {
    func result(_ runtime: Runtime, _ command: Command?) -> ComposeResult {
      ComposeResult(
        services: [
          Service("api", source: .directory("api", runtime: runtime), command: command, line: 4)
        ]
      )
    }
    expectCompose(
      "start-command",
      result(.node, nil),
      4,
      "error: service 'api' runs from directory 'api' and has no command to start it",
      legal: result(.node, "npm start")
    )
    expectCompose(
      "known-runtime",
      result(Runtime("cobol"), "run"),
      4,
      "error: service 'api' needs the runtime 'cobol', and Compose has images for 'node', 'python', "
        + "'ruby', 'go', 'rust', 'elixir'",
      legal: result(.elixir, "run")
    )
    expectCompose(
      "known-runtime",
      result(Runtime("node", version: ">=20"), "run"),
      4,
      "error: service 'api' asks for version '>=20' of node, which is no image's tag",
      legal: result(Runtime("node", version: "20.11"), "run")
    )
    #expect(result(Runtime("cobol"), "run").findings("image-or-build") == [])
  }

  @Test("no secret of a site's process is a build argument")
  func secrets() {
    let key = Secret("KEY", .generated(bytes: 32))
    func result(_ value: Value) -> ComposeResult {
      ComposeResult(
        sites: [
          StaticSite(
            "web",
            directory: "web",
            output: nil,
            serve: SiteServer("npm start", port: 80),
            variables: ["KEY": value],
            line: 4
          )
        ]
      )
    }
    #expect(
      result(key.value).findings("no-secrets-in-builds") == [
        "4: error: build argument 'KEY' of static site 'web' holds secret 'KEY', which "
          + "anybody could read in the image"
      ]
    )
    expectOneCause("compose/no-secrets-in-builds", in: result(key.value).generation.diagnostics)
    #expect(result("1").findings("no-secrets-in-builds") == [])
  }

  @Test("what the model refuses on every platform is said once")
  func secretsOfTheModel() {
    let key = Secret("KEY", .generated(bytes: 32))
    let results = [
      ComposeResult(
        services: [Service("api", source: .dockerfile("Dockerfile", arguments: ["KEY": key.value]))]
      ),
      ComposeResult(
        sites: [StaticSite("web", directory: "web", headers: [ResponseHeader("X-Key", key.value)])]
      ),
      ComposeResult(
        sites: [StaticSite("web", directory: "web", variables: ["KEY": key.value])]
      ),
      ComposeResult(
        sites: [
          StaticSite(
            "web",
            directory: "web",
            serve: SiteServer("npm start", port: 80),
            variables: ["NEXT_PUBLIC_KEY": key.value]
          )
        ]
      ),
    ]
    for result in results {
      #expect(
        result.generation.diagnostics.filter { $0.severity == .error }.map(\.rule.code) == [
          "model/public-secrets"
        ]
      )
    }
  }

  @Test("a site has files or a process, and headers that it can send")
  func sites() {
    expectCompose(
      "site-output",
      ComposeResult(sites: [StaticSite("web", directory: "web", output: nil, line: 4)]),
      4,
      "error: static site 'web' names neither the directory of its built files nor a process that "
        + "serves it",
      legal: ComposeResult(
        sites: [
          StaticSite("web", directory: "web", output: nil, serve: SiteServer("npm start", port: 80))
        ]
      )
    )
    func routed(_ rewrite: Rewrite, _ serve: SiteServer?) -> ComposeResult {
      ComposeResult(
        sites: [StaticSite("web", directory: "web", serve: serve, rewrites: [rewrite], line: 4)]
      )
    }
    expectCompose(
      "site-routing",
      routed(.singlePage, SiteServer("npm start", port: 80)),
      4,
      "warning: static site 'web' has headers, redirects or rewrites and serves itself, so its "
        + "process must send them",
      legal: routed(.singlePage, nil)
    )
    expectCompose(
      "nginx-routing",
      routed(Rewrite("/api/*", to: "https://api.example.com/*"), nil),
      4,
      "error: static site 'web' has a rewrite '/api/*' that nginx cannot serve: the destination "
        + "'https://api.example.com/*' is on another host, which nginx does not fetch",
      legal: routed(Rewrite("/api/*", to: "/files/*"), nil)
    )
  }

  @Test("what a machine does not have is noted")
  func notes() {
    let api = Service("api", source: .image("a:1"), port: 80, line: 4)
    var several = api
    several.instances = 2
    expectCompose(
      "one-behind-a-port",
      ComposeResult(services: [several]),
      4,
      "warning: service 'api' asks for 2 instances, and a port of this machine leads to one: one is "
        + "run",
      legal: ComposeResult(services: [Service("api", source: .image("a:1"), instances: 2)])
    )
    var named = api
    named.domains = ["api.example.com"]
    expectCompose(
      "one-machine",
      ComposeResult(services: [named]),
      4,
      "note: service 'api' asks for domains (api.example.com), which one machine does not have",
      legal: ComposeResult(services: [api])
    )
    expectCompose(
      "jobs-by-hand",
      ComposeResult(
        jobs: [CronJob("digest", source: .image("a:1"), schedule: .hourly(), line: 4)]
      ),
      4,
      "note: cron job 'digest' is due at '0 * * * *', and Compose has no clock: a person runs it",
      legal: ComposeResult(services: [api])
    )
    expectCompose(
      "registry-login",
      ComposeResult(
        services: [Service("api", source: .image("a:1", credential: "acme"), line: 4)]
      ),
      4,
      "note: service 'api' is pulled with credential 'acme', which Docker keeps and no file",
      legal: ComposeResult(services: [api])
    )
  }
}
