import Foundation
import InfraContract
import InfraKit
import TestSupport
import Testing

@testable import InfraCLI

@Suite("infra secrets check", .needsProgram("git"))
struct SecretsCheckTests {
  private static let planted = "aG3kPq9Z" + "x71LmN0vQw2Rt8Yb"

  private func environments(_ text: String = "replicas: 1\n") -> [InfraKit.Environment] {
    let key = Secret("SESSION_KEY", .generated(bytes: 32))
    let api = Service(
      "api",
      source: .image("ghcr.io/acme/api:1.0.0"),
      port: 8080,
      variables: ["SESSION_KEY": key.value.value]
    )
    let application = Application("shop", services: [api])
    var notebook = Notebook()
    notebook.text = text
    return [
      Environment("dev", application, on: Notebook()),
      Environment("prod", application, on: notebook),
    ]
  }

  private func git(_ scene: Scene, _ arguments: String...) async throws {
    let who = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    let result = try await ChildProcess("git", who + arguments, in: scene.folder).run()
    #expect(result.status == 0, "\(result.errors)")
  }

  private func scene() async throws -> Scene {
    let scene = try Scene()
    try await git(scene, "init", "-q")
    try scene.write(".env*\n.infra/\n", to: ".gitignore")
    try await git(scene, "add", "-A")
    try await git(scene, "commit", "-qm", "first")
    return scene
  }

  @Test("finds a planted secret in a tracked file, in a new one and in a manifest")
  func planted() async throws {
    let scene = try await scene()
    #expect(scene.run("secrets", "check", environments: environments()) == 0, "\(scene.err)")
    #expect(scene.out == "2 files: no secret\n")

    try scene.write("a\nAPI_SECRET=\(Self.planted)\n", to: "tracked.txt")
    try await git(scene, "add", "-A")
    try scene.write("{\"client_secret\": \"\(Self.planted)\"}", to: "new.json")
    let leaky = environments("variables:\n  SESSION_KEY: hunter2hunter2\n")
    #expect(scene.run("generate", environments: leaky) == 0)
    #expect(scene.run("secrets", "check", environments: leaky) == 1)
    #expect(scene.err.contains("tracked.txt:2: error: here stands a secret as 'API_SECRET' "))
    #expect(scene.err.contains("new.json:1: error: here stands a secret as 'client_secret' "))
    #expect(
      scene.err.contains(
        "generated/prod/api.yaml:2: error: here stands a text as 'SESSION_KEY', which the "
      )
    )
    for format in ["text", "json", "sarif", "github"] {
      let code = scene.run("secrets", "check", "--format", format, environments: leaky)
      #expect(code == 1)
      let said = scene.out + scene.err
      #expect(!said.contains(Self.planted))
      #expect(!said.contains("hunter2"))
      #expect(said.contains("tracked.txt"), "\(format)")
    }
    #expect(
      scene.run("secrets", "check", "--format", "github", environments: leaky) == 1
        && scene.out.contains("::error file=tracked.txt,line=2,title=secrets/named-value::")
    )
  }

  @Test("finds in history what is gone, at the commit that brought it, each value once")
  func history() async throws {
    let scene = try await scene()
    try scene.write("\nAPI_SECRET=\(Self.planted)\n", to: "gone.txt")
    try await git(scene, "add", "-A")
    try await git(scene, "commit", "-qm", "leak")
    try scene.write("x\n\nAPI_SECRET=\(Self.planted)\n", to: "gone.txt")
    try await git(scene, "commit", "-qam", "still")
    try FileManager.default.removeItem(at: scene.folder.appending(path: "gone.txt"))
    try await git(scene, "commit", "-qam", "gone")
    #expect(scene.run("secrets", "check", environments: environments()) == 0)
    #expect(scene.run("secrets", "check", "--history", environments: environments()) == 1)
    #expect(scene.err.contains("gone.txt:2: error: in commit "))
    #expect(scene.out.hasSuffix("of the past: 1 finding\n"))
    #expect(!(scene.out + scene.err).contains(Self.planted))

    try scene.write("gone.txt  replaced on the day it was found\n", to: ".infra-secrets-allow")
    #expect(scene.run("secrets", "check", "--history", environments: environments()) == 0)
    try scene.write("gone.txt\n", to: ".infra-secrets-allow")
    #expect(scene.run("secrets", "check", environments: environments()) == 1)
    #expect(scene.err.contains(".infra-secrets-allow:1: 'gone.txt' has no reason"))
  }

  @Test("finds a value of .env, and a .env that git would take")
  func values() async throws {
    let scene = try await scene()
    #expect(scene.run("secrets", "init", environments: environments()) == 0)
    let text = try #require(scene.read(".env"))
    let value = try #require(text.firstMatch(of: /SESSION_KEY=([0-9a-f]+)/)?.1)
    #expect(scene.run("secrets", "check", environments: environments()) == 0, "\(scene.err)")
    try scene.write("it is \(value).", to: "notes.md")
    #expect(scene.run("secrets", "check", environments: environments()) == 1)
    #expect(scene.err.contains("notes.md:1: error: here stands the value of SESSION_KEY from .env"))
    #expect(!scene.err.contains(value))
    try scene.write("nothing\n", to: "notes.md")
    try scene.write("nothing\n", to: ".gitignore")
    #expect(scene.run("secrets", "check", environments: environments()) == 1)
    #expect(scene.err.contains(".env: error: git has '.env' or would take it"))
  }

  @Test("two environments with one value are told by salted digests, in a file for the owner alone")
  func shared() async throws {
    let scene = try await scene()
    #expect(scene.run("secrets", "init", environments: environments()) == 0)
    let text = try #require(scene.read(".env"))
    #expect(scene.run("secrets", "check", environments: environments()) == 0)
    try scene.write(text, to: ".env.prod")
    #expect(scene.run("secrets", "check", environments: environments()) == 1)
    let line =
      text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix("SESSION_KEY") } ?? 0
    #expect(
      scene.err.contains(
        ".env.prod:\(line + 1): error: 'prod' has the same value as SESSION_KEY that 'dev' has"
      )
    )
    let path = scene.folder.appending(path: ".infra/secret-digests").path
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let value = try #require(text.firstMatch(of: /SESSION_KEY=([0-9a-f]+)/)?.1)
    #expect(scene.read(".infra/secret-digests")?.contains(value) == false)
    // The digests outlive the file that they are of.
    try FileManager.default.removeItem(at: scene.folder.appending(path: ".env"))
    #expect(scene.run("secrets", "check", environments: environments()) == 1)
  }

  @Test("without git it says what it did not read")
  func noGit() throws {
    let scene = try Scene()
    #expect(scene.run("secrets", "check", "--history", environments: environments()) == 0)
    #expect(scene.err.contains("there is no git repository here"))
    #expect(scene.err.contains("no history was read"))
  }
}
