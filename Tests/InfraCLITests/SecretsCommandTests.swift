import Foundation
import InfraContract
import InfraKit
import TestSupport
import Testing

@testable import InfraCLI

@Suite("infra secrets init")
struct SecretsCommandTests {
  private var environments: [InfraKit.Environment] {
    let key = Secret("API_KEY", .provided("the provider's dashboard"))
    let session = Secret("SESSION_KEY", .generated(bytes: 32))
    let database = Postgres("main")
    let api = Service(
      "api",
      source: .image("ghcr.io/acme/api:1.0.0"),
      port: 8080,
      variables: [
        "API_KEY": key.value.value, "SESSION_KEY": session.value.value,
        "DATABASE_URL": database.url.value,
      ]
    )
    let application = Application("shop", services: [api], databases: [database])
    return [InfraKit.Environment("dev", application, on: Notebook())]
  }

  @Test("makes what chance makes, takes the rest from standard input, and prints no value")
  func make() throws {
    let scene = try Scene()
    let input = Questions.scripted(input: "API_KEY='s3cret $x'\n")
    #expect(
      scene.run("secrets", "init", "dev", environments: environments, answering: input) == 0
    )
    let text = try #require(scene.read(".env"))
    #expect(text.contains("API_KEY='s3cret $x'\n"))
    #expect(text.contains(/SESSION_KEY=[0-9a-f]{64}\n/))
    #expect(text.contains(/MAIN_PASSWORD=[0-9a-f]{48}\n/))
    #expect(!scene.out.contains("s3cret"))
    #expect(scene.out.contains("  generated  SESSION_KEY"))

    #expect(scene.run("secrets", "init", environments: environments) == 0)
    #expect(scene.read(".env") == text)
    #expect(scene.out == ".env has everything already.\n")
  }

  @Test("a person is asked; without an answer the rest is kept, and what lacks is named")
  func ask() throws {
    let scene = try Scene()
    #expect(scene.run("secrets", "init", environments: environments, answering: .person("")) == 1)
    #expect(scene.err.contains("a value is still missing: API_KEY (from the provider's dashboard)"))
    #expect(scene.read(".env")?.contains("SESSION_KEY=") == true)
    #expect(
      scene.run("secrets", "init", environments: environments, answering: .person("k")) == 0
    )
    #expect(scene.read(".env")?.contains("API_KEY=k\n") == true)
  }

  @Test("a name that nothing reads is refused with the nearest one, before anything is written")
  func unknown() throws {
    let scene = try Scene()
    let input = Questions.scripted(input: "APY_KEY=x\n")
    #expect(scene.run("secrets", "init", environments: environments, answering: input) == 64)
    #expect(scene.err.contains("'APY_KEY', which nothing here reads"))
    #expect(scene.err.contains("did you mean 'API_KEY'?"))
    #expect(scene.read(".env") == nil)
  }

  @Test("refuses where git would track the file", .needsProgram("git"))
  func tracked() async throws {
    let scene = try Scene()
    _ = try await ChildProcess("git", ["init", "-q"], in: scene.folder).run()
    let input = Questions.scripted(input: "API_KEY=k\n")
    #expect(scene.run("secrets", "init", environments: environments, answering: input) == 1)
    #expect(scene.err.contains("git would track '.env'"))
    #expect(scene.read(".env") == nil)
    try scene.write("/.env\n", to: ".gitignore")
    #expect(scene.run("secrets", "init", environments: environments, answering: input) == 0)
    #expect(scene.read(".env") != nil)
  }

  @Test("a file that cannot be read is named with its line and left alone")
  func broken() throws {
    let scene = try Scene()
    try scene.write("A=1\nB='never ends\n", to: ".env")
    #expect(scene.run("secrets", "init", environments: environments) == 1)
    #expect(scene.err.contains(".env:2: the value of B starts with ' and no other one ends it"))
    #expect(scene.read(".env") == "A=1\nB='never ends\n")
  }
}
