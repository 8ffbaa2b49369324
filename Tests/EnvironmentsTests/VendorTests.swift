import Foundation
import InfraKit
import TestSupport
import Testing

@Suite("The generated files and their vendors")
struct VendorTests {
  private static let files = CommittedFilesTests.generation.environments.flatMap(\.files)

  private static func documents(
    _ name: String,
    _ format: SchemaValidator.Format
  ) -> [SchemaValidator.Document] {
    files.filter { $0.path.split(separator: "/").last.map(String.init) == name }
      .map { SchemaValidator.Document($0.path, $0.contents, format) }
  }

  @Test("every render.yaml satisfies Render's schema", .needsSchemaValidator)
  func render() async throws {
    let documents = Self.documents("render.yaml", .yaml)
    #expect(documents.count == 2)
    #expect(try await SchemaValidator(.render).errors(in: documents).flatMap { $0 } == [])
  }

  @Test("every railway.json satisfies Railway's schema", .needsSchemaValidator)
  func railway() async throws {
    let documents = Self.documents("railway.json", .json)
    #expect(documents.count == 6)
    #expect(try await SchemaValidator(.railway).errors(in: documents).flatMap { $0 } == [])
  }

  @Test("every vercel.json satisfies Vercel's schema", .needsSchemaValidator)
  func vercel() async throws {
    let documents = Self.documents("vercel.json", .json)
    #expect(documents.count == 2)
    #expect(try await SchemaValidator(.vercel).errors(in: documents).flatMap { $0 } == [])
  }

  @Test("every docker-compose.yml satisfies the Compose schema", .needsSchemaValidator)
  func compose() async throws {
    let documents = Self.documents("docker-compose.yml", .yaml)
    #expect(documents.count == 1)
    #expect(try await SchemaValidator(.compose).errors(in: documents).flatMap { $0 } == [])
  }

  @Test("docker compose accepts the file where every value is set", .needsDockerCompose)
  func composeConfig() async throws {
    let result = try await ChildProcess(
      "docker",
      ["compose", "-f", "docker-compose.yml", "--env-file", "/dev/null", "config", "--quiet"],
      environment: [
        "COMPOSE_PROJECT_NAME": "helpdesk", "DATABASE_PASSWORD": "a", "JWT_ACCESS_SECRET": "b",
        "JWT_REFRESH_SECRET": "c",
      ]
    ).run()
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("docker compose names the command to run where a secret is missing", .needsDockerCompose)
  func composeMissing() async throws {
    let result = try await ChildProcess(
      "docker",
      ["compose", "-f", "docker-compose.yml", "--env-file", "/dev/null", "config", "--quiet"]
    ).run()
    #expect(result.status != 0)
    #expect(result.errors.contains("swift run infra secrets init dev"))
  }

  @Test("Node evaluates every railway.ts", .needsNode)
  func node() async throws {
    let modules = Self.files.filter { $0.path.hasSuffix("railway.ts") }
    #expect(modules.count == 2)
    for module in modules {
      let json = try await Node.defaultExport(of: module.contents)
      let data = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      #expect(data?["name"] as? String == "helpdesk")
      #expect((data?["resources"] as? [Any])?.count == 4)
    }
  }
}
