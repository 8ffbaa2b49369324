import Foundation
import InfraContract
import InfraKit
import InfraTargets
import TestSupport
import Testing

extension Kitchen {
  /// The application without what Compose refuses.
  static var onCompose: Kitchen { Kitchen() }
}

@Suite("Compose: the kitchen sink")
struct ComposeKitchenTests {
  static var result: ComposeResult {
    ComposeResult(Kitchen.onCompose.application, on: .compose())
  }

  @Test("every file reads well")
  func files() throws {
    for file in Self.result.files {
      try expectGolden(file.contents, "kitchen/compose/\(file.path)")
    }
  }

  @Test("everything that one machine does not have is reported")
  func findings() throws {
    try expectGolden(Self.result.report, "kitchen/compose/findings.txt")
  }

  @Test("two runs write the same bytes")
  func deterministic() {
    #expect(Self.result.files == Self.result.files)
  }

  @Test("the file satisfies the official schema", .needsSchemaValidator)
  func schema() async throws {
    let text = try #require(Self.result.text("generated/dev/docker-compose.yml"))
    #expect(try await SchemaValidator(.compose).errors(in: text, .yaml) == [])
  }

  @Test("Compose takes the file, and its values reach the program", .needsDockerCompose)
  func config() async throws {
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try ComposeCheck.write(Self.result, to: folder)
    let file = "generated/dev/docker-compose.yml"
    let variables = "SESSION_KEY=s\nMAIL_PASSWORD='a$b#c'\nDATABASE_PASSWORD=p\nLEDGER_PASSWORD=q\n"
    let environment = folder.appending(path: "generated/dev/.env")
    try Data(variables.utf8).write(to: environment)

    let result = try await ChildProcess(
      "docker",
      ["compose", "-f", file, "--profile", "jobs", "config", "--format", "json"],
      in: folder
    ).run()
    #expect(result.status == 0, "\(result.errors)")
    let json = try JSONSerialization.jsonObject(with: result.outputData) as? [String: Any]
    let services = try #require(json?["services"] as? [String: [String: Any]])
    let api = try #require(services["api"]?["environment"] as? [String: String])
    // Compose writes dollars doubled, so that its output is a Compose file again.
    #expect(api["ODD"] == #"quotes " ' ` \ $$HOME $${A} <!-- ☃ --> */"#)
    #expect(api["SMTP_URL"] == "smtp://shop:a$$b#c@mail.example.com:587")
    #expect(api["PUBLIC_ORIGIN"] == "http://localhost:8080")
  }

  @Test("without .env, Compose names the first value that is missing", .needsDockerCompose)
  func missing() async throws {
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try ComposeCheck.write(Self.result, to: folder)
    let result = try await ChildProcess(
      "docker",
      ["compose", "-f", "generated/dev/docker-compose.yml", "config", "--quiet"],
      in: folder
    ).run()
    #expect(result.status != 0)
    let help = "make generated/dev/.env with 'swift run infra secrets init dev'"
    #expect(result.errors.contains("missing a value: \(help)"))
  }
}

/// Generated files in a folder of their own.
enum ComposeCheck {
  static func write(_ result: ComposeResult, to folder: URL) throws {
    for file in result.files {
      let url = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(file.contents.utf8).write(to: url)
    }
  }
}
