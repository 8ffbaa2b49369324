import InfraContract
import InfraKit
import InfraSerialization
@testable import InfraTargets
import Testing

@Suite("Compose's rules about what is said twice")
struct ComposeAgreementRulesTests {
  private static let api = Service("api", source: .dockerfile("api/Dockerfile"), line: 3)

  private static func edited(
    _ change: @escaping @Sendable (inout ComposeFile.Service) -> Void
  ) -> ComposeResult {
    ComposeResult(
      services: [api],
      on: .compose(at: "docker-compose.yml") { $0.edit(api, line: 7, change) }
    )
  }

  @Test("a limit and its older name are the same")
  func limits() {
    func limits(_ cpus: Double, _ older: Double) -> ComposeResult {
      Self.edited {
        $0.cpus = .value(older)
        $0.deploy = .init()
        $0.deploy?.resources = .init()
        $0.deploy?.resources?.limits = .init(cpus: .value(cpus))
      }
    }
    expectCompose(
      "limits-agree",
      limits(2, 1),
      7,
      "error: service 'api' of 'docker-compose.yml' has 1.0 as cpus and 2.0 in "
        + "deploy.resources.limits",
      legal: limits(2, 2)
    )
  }

  @Test("a profile's name has two characters or more")
  func profiles() {
    expectCompose(
      "profile-names",
      Self.edited { $0.profiles = ["x"] },
      7,
      "error: service 'api' of 'docker-compose.yml' has the profile 'x', which Compose refuses",
      legal: Self.edited { $0.profiles = ["xx"] }
    )
  }

  @Test("what runs is among what is built")
  func platforms() {
    func built(_ platforms: [ComposeText]) -> ComposeResult {
      Self.edited {
        $0.platform = "linux/arm64"
        $0.build?.right?.platforms = platforms
      }
    }
    expectCompose(
      "built-platforms",
      built(["linux/amd64"]),
      7,
      "error: service 'api' of 'docker-compose.yml' runs on 'linux/arm64' and is built for "
        + "'linux/amd64'",
      legal: built(["linux/amd64", "linux/arm64"])
    )
  }

  @Test("a file of the host keeps its owner")
  func owners() {
    func granted(_ source: String, _ secret: ComposeFile.Secret) -> ComposeResult {
      ComposeResult(
        services: [Self.api],
        on: .compose(at: "docker-compose.yml") {
          $0.edit(Self.api, line: 7) {
            var grant = ComposeFile.Grant(source: "key")
            grant.uid = "1000"
            $0.secrets = [.right(grant)]
          }
          $0.editFile(line: 8) { $0.secrets["key"] = secret }
        }
      )
    }
    var file = ComposeFile.Secret()
    file.file = "./key"
    var variable = ComposeFile.Secret()
    variable.environment = "KEY"
    expectCompose(
      "file-owners",
      granted("file", file),
      7,
      "warning: service 'api' of 'docker-compose.yml' sets an owner or a mode of 'key', which is a "
        + "file of the host and keeps its own",
      legal: granted("environment", variable)
    )
  }
}
