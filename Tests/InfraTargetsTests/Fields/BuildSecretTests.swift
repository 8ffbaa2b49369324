import InfraContract
import InfraKit
import InfraTargets
import Testing

@Suite("The secrets of a build")
struct BuildSecretTests {
  private static let token = Secret("NPM_TOKEN", .provided("npm's website"), line: 3)

  private static let trial = FieldTrial(services: [
    Service(
      "api",
      source: .dockerfile("api/Dockerfile", context: "api", secrets: [token]),
      port: 8080,
      line: 7
    )
  ])

  @Test("are mounted by Compose, from .env")
  func compose() {
    let file = Self.trial.file("compose", "docker-compose.yml")
    #expect(file.contains("      secrets:\n        - NPM_TOKEN\n"))
    #expect(file.contains("secrets:\n  NPM_TOKEN:\n    environment: NPM_TOKEN\n"))
    #expect(Self.trial.file("compose", "SETUP.md").contains("NPM_TOKEN"))
    #expect(Self.trial.errors("compose") == [])
  }

  @Test("are secret files at Render, which a person adds")
  func render() {
    #expect(
      Self.trial.findings("render", "render/build-secret-files") == [
        "note 7 service 'api' is built with secrets ('NPM_TOKEN'), which are secret files at Render"
      ]
    )
    let sheet = Self.trial.file("render", "SETUP.md")
    #expect(sheet.contains("| `shop-api-prod` | `NPM_TOKEN` | npm's website |"))
  }

  @Test("cannot be mounted at Railway and Vercel, which say so")
  func refused() {
    #expect(
      Self.trial.findings("railway", "railway/build-secrets") == [
        "error 7 service 'api' is built with secret 'NPM_TOKEN', which Railway cannot mount"
      ]
    )
    #expect(
      Self.trial.findings("vercel", "vercel/container-context") == [
        "error 7 service 'api' is built with secrets ('NPM_TOKEN'), which Vercel cannot mount"
      ]
    )
  }

  @Test("are told nowhere where a build has none")
  func none() {
    let trial = FieldTrial(services: [
      Service("api", source: .dockerfile("api/Dockerfile", context: "api"), port: 8080)
    ])
    #expect(trial.findings("render", "render/build-secret-files") == [])
    #expect(trial.findings("railway", "railway/build-secrets") == [])
    #expect(trial.findings("vercel", "vercel/container-context") == [])
  }

  @Test("are secrets like others: one origin for each name")
  func origins() {
    var service = Service(
      "api",
      source: .dockerfile("api/Dockerfile", context: "api", secrets: [Self.token])
    )
    service.variables["NPM_TOKEN"] = Secret("NPM_TOKEN", .generated(bytes: 16), line: 4).value.value
    let trial = FieldTrial(services: [service])
    #expect(trial.errors("compose").contains("model/one-origin-per-secret"))
  }
}
