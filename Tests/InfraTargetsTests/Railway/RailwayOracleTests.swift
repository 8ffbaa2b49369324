import InfraContract
import InfraKit
import InfraReading
import InfraSerialization
import TestSupport
import Testing

@testable import InfraTargets

/// A help desk as this repository's own is: a backend, its worker, a page and a database.
private struct HelpDesk {
  var database = Postgres("database", databaseName: "helpdesk")
  var backend = Service(
    "backend",
    source: image,
    command: ["backend", "serve"],
    port: 8080,
    health: .http("/readyz"),
    domains: ["api.helpdesk.example"],
    instances: 2,
    release: ["backend", "migrate", "deploy"],
    watching: sources,
    shutdownGrace: .seconds(15)
  )
  var worker = Service(
    "worker",
    source: image,
    command: ["backend", "worker"],
    watching: sources,
    shutdownGrace: .seconds(15)
  )
  var frontend = StaticSite(
    "frontend",
    directory: "frontend",
    build: "node build.mjs",
    domains: ["app.helpdesk.example"],
    rewrites: [.singlePage],
    watching: ["frontend/**"]
  )

  private static let image = Source.dockerfile("templates/backend.Dockerfile")
  private static let sources = WatchPaths(
    ["Package.swift", "Sources/**"],
    ignoring: ["Sources/Infra/**"]
  )

  init() {
    backend.variables = [
      "DATABASE_URL": database.url,
      "FRONTEND_URL": frontend.origin,
      "JWT_ACCESS_SECRET": Secret("JWT_ACCESS_SECRET", .generated(bytes: 32)).value,
      "JWT_REFRESH_SECRET": Secret("JWT_REFRESH_SECRET", .generated(bytes: 32)).value,
      "JOBS": "worker",
    ]
    worker.variables = ["DATABASE_URL": database.url, "JOBS": "worker"]
    worker.startsAfter = [.released(backend)]
    frontend.variables["NEXT_PUBLIC_API_URL"] = backend.origin
  }

  var prod: Environment {
    Environment(
      "prod",
      Application(
        "helpdesk",
        services: [backend, worker],
        sites: [frontend],
        databases: [database]
      ),
      deployments: [
        Deployment("railway", on: .railway(region: .europeWest, repository: "acme/helpdesk")),
        Deployment("spare", on: .railway(region: .usEast)),
      ]
    )
  }
}

@Suite("Railway: against Railway's own tools")
struct RailwayOracleTests {
  private static var outputs: [(name: String, output: DeploymentOutput)] {
    let kitchen = RailwayKitchenTests.output
    let desk = Generation([HelpDesk().prod]).environments[0].deployments
    return [("kitchen", kitchen), ("help desk", desk[0]), ("spare help desk", desk[1])]
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
    "a help desk is what railway-sdk makes of the same resources by hand",
    .needsNode,
    .needsPython("railway_sdk")
  )
  func helpDesk() async throws {
    let graph = try await Self.graph(Self.outputs[1].output)
    #expect(try await RailwayOracle.differences(in: graph, to: "railway_helpdesk.py") == [])
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
