import InfraContract
import InfraKit
import InfraReading
import InfraSerialization
import TestSupport
import Testing

@testable import InfraTargets

@Suite("Railway: against Railway's own tools")
struct RailwayOracleTests {
  private static var outputs: [(name: String, output: DeploymentOutput)] {
    let application = Kitchen.onRailway.application
    let targets: [(String, Railway)] = [
      ("built from a repository", .railway(region: .europeWest, repository: "acme/kitchen")),
      ("of another branch", .railway(repository: "acme/kitchen", branch: "release")),
    ]
    return [("kitchen", RailwayKitchenTests.output)]
      + targets.map { name, target in
        let environment = Environment("prod", application, on: target)
        return (name, Generation([environment]).environments[0].deployments[0])
      }
  }

  private static func module(_ output: DeploymentOutput) throws -> String {
    try #require(output.files.first { $0.path.hasSuffix("/railway.ts") }).contents
  }

  private static func graph(_ output: DeploymentOutput) async throws -> RailwayGraph {
    let json = try await Node.defaultExport(of: module(output))
    let reading = try Reader.decode(RailwayGraph.self, json: json)
    #expect(reading.unknownKeys == [])
    return reading.value
  }

  @Test(
    "railway-sdk, given our fields one by one, makes the same graphs",
    .needsNode,
    .needsPython("railway_sdk")
  )
  func same() async throws {
    for (name, output) in Self.outputs {
      let graph = try await Self.graph(output)
      let found = try await RailwayOracle.differences(in: graph)
      #expect(found == [], "\(name)")
    }
  }

  @Test("railway.ts is a plain module: nothing is imported, and Node reads the graph", .needsNode)
  func plain() async throws {
    for (name, output) in Self.outputs {
      let text = try Self.module(output)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.prefix(2).allSatisfy { $0.hasPrefix("// ") }, "\(name)")
      #expect(lines.dropFirst(2).prefix(2) == ["", "export default {"], "\(name)")
      #expect(lines.suffix(2) == ["};", ""], "\(name)")
      #expect(!text.contains("import"), "\(name)")
      let graph = try await Self.graph(output)
      let target = try #require(output.plan.deployment.targets[0] as? Railway)
      #expect(graph == railwayGraph(output.plan, target), "\(name)")
    }
  }

  @Test("odd texts reach Railway as they are", .needsNode)
  func texts() async throws {
    let texts = [
      "${A} $HOME $$ $", "\"'`\\", "*/ // <!-- </script>", "\u{2028}\u{2029}\u{1}\u{7}\u{1B}",
      "☃ 👩‍👩‍👧 e\u{301}", "line\nbreak\r\n\ttab", "", " ", "true", "0x10", "{{name}}",
      String(repeating: "x", count: 10_000),
    ]
    var api = Service("api", source: .image("acme/api:1"))
    for (index, text) in texts.enumerated() { api.variables["TEXT_\(index)"] = Value(text) }
    let application = Application("shop", services: [api])
    let environment = Environment("prod", application, on: .railway())
    let graph = try await Self.graph(Generation([environment]).environments[0].deployments[0])
    guard case .service(let service) = graph.resources[0] else {
      Issue.record("no service")
      return
    }
    for (index, text) in texts.enumerated() {
      #expect(service.variables["TEXT_\(index)"] == .literal(text), "\(index)")
    }
  }

  @Test("every railway.json satisfies the official schema", .needsSchemaValidator)
  func schema() async throws {
    let files = RailwayKitchenTests.output.files.filter { $0.path.hasSuffix("/railway.json") }
    #expect(files.count == 6)
    let documents = files.map { SchemaValidator.Document($0.path, $0.contents, .json) }
    #expect(try await SchemaValidator(.railway).errors(in: documents).flatMap { $0 } == [])
  }

  @Test("every block of commands in SETUP.md is legal for a POSIX shell", .needsProgram("sh"))
  func shell() async throws {
    for (name, output) in Self.outputs {
      for step in output.steps {
        for case .commands(let lines) in step.blocks where !lines[0].hasPrefix("--") {
          let result = try await ChildProcess(
            "sh",
            ["-n"],
            input: lines.joined(separator: "\n") + "\n"
          ).run()
          #expect(result.status == 0, "\(name), \(step.title): \(result.errors)")
        }
      }
    }
  }
}
