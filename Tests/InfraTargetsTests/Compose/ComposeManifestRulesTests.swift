import InfraContract
import InfraKit
import InfraSerialization
@testable import InfraTargets
import Testing

@Suite("Compose's rules about the file")
struct ComposeManifestRulesTests {
  static let api = Service("api", source: .image("api:1"), command: ["api"], port: 8080)
  static let worker = Service("worker", source: .image("api:1"))

  /// Two services, one of which an author edits.
  static func edited(
    _ change: @escaping @Sendable (inout ComposeFile.Service) -> Void
  ) -> ComposeResult {
    ComposeResult(
      services: [api, worker],
      on: .compose(at: "docker-compose.yml") {
        $0.edit(api, line: 7, change)
      }
    )
  }

  /// Two services, in a file that an author edits.
  static func whole(_ change: @escaping @Sendable (inout ComposeFile) -> Void) -> ComposeResult {
    ComposeResult(
      services: [api, worker],
      on: .compose(at: "docker-compose.yml") { $0.editFile(line: 7, change) }
    )
  }

  @Test("the file lies in the repository and has the name of a YAML file")
  func path() {
    expectCompose(
      "file-path",
      ComposeResult(services: [Self.api], on: .compose(at: "compose", line: 3)),
      3,
      "error: at: \"compose\" does not end in '.yml' or '.yaml'",
      legal: ComposeResult(services: [Self.api], on: .compose())
    )
  }

  @Test("a fixed project name is lower case")
  func projectName() {
    expectCompose(
      "project-name",
      Self.whole { $0.name = "Shop" },
      7,
      "error: the project's name 'Shop' must be lower-case letters, digits, '-' and '_', and start "
        + "with a letter or digit",
      legal: Self.whole { $0.name = "shop_2" }
    )
  }

  @Test("a service's name is a host name")
  func hostNames() {
    let line = #line as UInt + 1
    let broken = Service("my_api", source: .image("api:1"))
    expectCompose(
      "host-names",
      ComposeResult(services: [broken]),
      line,
      "error: service 'my_api' of 'docker-compose.yml' has a name that is no host name",
      legal: ComposeResult(services: [Service("my-api", source: .image("api:1"))])
    )
  }

  @Test("a service has something to run")
  func image() {
    expectCompose(
      "image-or-build",
      Self.edited { $0.image = nil },
      7,
      "error: service 'api' of 'docker-compose.yml' has neither an image nor a build",
      legal: Self.edited {
        $0.image = nil
        $0.build?.right?.context = "./api"
      }
    )
  }

  @Test("a Dockerfile is a file or a text")
  func dockerfile() {
    expectCompose(
      "one-dockerfile",
      Self.edited {
        $0.build?.right?.dockerfile = "Dockerfile"
        $0.build?.right?.dockerfileInline = "FROM scratch"
      },
      7,
      "error: service 'api' of 'docker-compose.yml' has 'dockerfile' and 'dockerfile_inline'",
      legal: Self.edited { $0.build?.right?.dockerfileInline = "FROM scratch" }
    )
  }

  @Test("what a service waits for is in the file")
  func dependency() {
    expectCompose(
      "dependencies-run",
      Self.edited { $0.dependsOn?.left?["search"] = .init(.started) },
      7,
      "error: service 'api' of 'docker-compose.yml' waits for 'search', which is not in the file",
      legal: Self.edited { $0.dependsOn?.left?["worker"] = .init(.started) }
    )
  }

  @Test("what a service waits for runs whenever it does")
  func profile() {
    let broken = ComposeResult(
      services: [Self.api, Self.worker],
      on: .compose(at: "docker-compose.yml") {
        $0.edit(Self.worker) { $0.profiles = ["extra"] }
        $0.edit(Self.api, line: 7) { $0.dependsOn?.left?["worker"] = .init(.started) }
      }
    )
    let legal = ComposeResult(
      services: [Self.api, Self.worker],
      on: .compose(at: "docker-compose.yml") {
        $0.edit(Self.worker) { $0.profiles = ["extra"] }
        $0.edit(Self.api, line: 7) {
          $0.profiles = ["extra"]
          $0.dependsOn?.left?["worker"] = .init(.started)
        }
      }
    )
    expectCompose(
      "dependencies-run",
      broken,
      7,
      "error: service 'api' of 'docker-compose.yml' waits for 'worker', which runs only with profile "
        + "'extra'",
      legal: legal
    )
  }

  @Test("no service waits for itself")
  func circle() {
    expectCompose(
      "dependencies-run",
      Self.edited { $0.dependsOn?.left?["api"] = .init(.started) },
      7,
      "error: service 'api' of 'docker-compose.yml' waits for itself through depends_on",
      legal: Self.edited { $0.dependsOn?.left?["worker"] = .init(.started) }
    )
  }

  @Test("only what has a health check is waited for until it is healthy")
  func healthy() {
    expectCompose(
      "health-conditions",
      Self.edited { $0.dependsOn?.left?["worker"] = .init(.healthy) },
      7,
      "error: service 'api' of 'docker-compose.yml' waits until 'worker' is healthy, which has no "
        + "health check",
      legal: ComposeResult(
        services: [Self.api, Self.worker],
        on: .compose(at: "docker-compose.yml") {
          $0.edit(Self.worker) { $0.healthcheck?.test = ["CMD", "true"] }
          $0.edit(Self.api) { $0.dependsOn?.left?["worker"] = .init(.healthy) }
        }
      )
    )
  }

  @Test("a health check says how it is run")
  func healthTest() {
    expectCompose(
      "health-tests",
      Self.edited { $0.healthcheck?.test = ["curl", "-f", "http://localhost"] },
      7,
      "error: service 'api' of 'docker-compose.yml' has a health check that starts with 'curl', not "
        + "with CMD, CMD-SHELL or NONE",
      legal: Self.edited { $0.healthcheck?.test = ["CMD", "curl", "-f", "http://localhost"] }
    )
  }

  @Test("a duration has units", arguments: ["5", "1 m", "", "5x", "1.s.", "m"])
  func durations(text: String) {
    expectCompose(
      "durations",
      Self.edited { $0.stopGracePeriod = ComposeText(text) },
      7,
      "error: service 'api' of 'docker-compose.yml' has '\(text)' as stop_grace_period, which is no "
        + "duration",
      legal: Self.edited { $0.stopGracePeriod = "1h1m30.5s20ms" }
    )
  }

  @Test("volumes, networks, secrets and configs are declared")
  func declared() {
    expectCompose(
      "parts-declared",
      Self.edited { $0.volumes.append("data:/data") },
      7,
      "error: service 'api' of 'docker-compose.yml' uses volume 'data', which the file does not "
        + "declare",
      legal: Self.edited { $0.volumes.append("./data:/data:ro") }
    )
    expectCompose(
      "parts-declared",
      Self.edited { $0.networks = ["back"] },
      7,
      "error: service 'api' of 'docker-compose.yml' uses network 'back', which the file does not "
        + "declare",
      legal: Self.edited { $0.networks = ["default"] }
    )
    expectCompose(
      "parts-declared",
      Self.edited { $0.secrets.append("key") },
      7,
      "error: service 'api' of 'docker-compose.yml' uses secret 'key', which the file does not "
        + "declare",
      legal: ComposeResult(
        services: [Self.api],
        on: .compose(at: "docker-compose.yml") {
          $0.edit(Self.api) { $0.secrets.append("key") }
          $0.editFile {
            $0.secrets["key"] = .init()
            $0.secrets?["key"]?.file = "./key"
          }
        }
      )
    )
  }

  @Test("a secret has one source")
  func sources() {
    expectCompose(
      "one-source",
      Self.whole { $0.secrets["key"] = .init() },
      7,
      "error: secret 'key' of 'docker-compose.yml' has no source",
      legal: Self.whole {
        $0.secrets["key"] = .init()
        $0.secrets?["key"]?.environment = "KEY"
      }
    )
    expectCompose(
      "one-source",
      Self.whole {
        $0.configs["site"] = .init()
        $0.configs?["site"]?.file = "./site.conf"
        $0.configs?["site"]?.content = "listen 80;"
      },
      7,
      "error: config 'site' of 'docker-compose.yml' has 2 sources",
      legal: Self.whole {
        $0.configs["site"] = .init()
        $0.configs?["site"]?.content = "listen 80;"
      }
    )
  }

  @Test("what cannot be written as YAML is an error, and no file")
  func unwritable() {
    func result(_ cpus: Double) -> ComposeResult {
      let api = Service("api", source: .image("ghcr.io/acme/api:1.0.0"))
      return ComposeResult(
        services: [api],
        on: .compose(at: "docker-compose.yml", line: 5) {
          $0.edit(api) {
            var deploy = ComposeFile.Deploy()
            var resources = ComposeFile.Deploy.Resources()
            resources.limits = .init(cpus: .value(cpus))
            deploy.resources = resources
            $0.deploy = deploy
          }
        }
      )
    }
    let broken = result(.nan)
    #expect(
      broken.findings("writable") == [
        "5: error: 'docker-compose.yml' cannot be written: "
          + "services.api.deploy.resources.limits.cpus: nan is not a number that a manifest can hold"
      ]
    )
    #expect(broken.text("docker-compose.yml") == nil)
    #expect(result(0.5).findings("writable") == [])
  }
}
