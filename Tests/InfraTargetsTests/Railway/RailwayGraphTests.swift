import Foundation
import InfraSerialization
import InfraTargets
import TestSupport
import Testing

/// What Railway's own authoring package says of a graph, as sentences; none where it agrees.
enum RailwayOracle {
  static func differences(in graph: RailwayGraph) async throws -> [String] {
    try await ask("same", try await exported(graph))
  }

  static func unsetFields(in graph: RailwayGraph) async throws -> [String] {
    try await ask("coverage", try await exported(graph))
  }

  /// The differences to what another script writes by hand.
  static func differences(in graph: RailwayGraph, to script: String) async throws -> [String] {
    let theirs = try await Python.run(script: "Tests/InfraTargetsTests/Oracles/\(script)")
    try #require(theirs.status == 0, "\(theirs.errors)")
    let ours = try await exported(graph)
    return try await ask("compare", #"{"ours": \#(ours), "theirs": \#(theirs.output)}"#)
  }

  static func ask(_ command: String, _ input: String) async throws -> [String] {
    let result = try await Python.run(
      script: "Tests/InfraTargetsTests/Oracles/railway_graph.py",
      [command],
      input: input
    )
    try #require(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode([String].self, from: result.outputData)
  }

  /// The default export of the module that we write, as Node evaluates it.
  private static func exported(_ graph: RailwayGraph) async throws -> String {
    try await Node.defaultExport(of: JavaScript.exportDefault(graph))
  }
}

@Suite("Railway: the project's graph")
struct RailwayGraphTests {
  @Test(
    "a project with every field is what railway-sdk makes of the same resources by hand",
    .needsNode,
    .needsPython("railway_sdk")
  )
  func kitchen() async throws {
    let graph = RailwayGraph.kitchen
    #expect(try await RailwayOracle.differences(in: graph, to: "railway_kitchen.py") == [])
    #expect(try await RailwayOracle.unsetFields(in: graph) == [])
  }

  @Test(
    "railway-sdk, given our fields one by one, makes the same graph",
    .needsNode,
    .needsPython("railway_sdk")
  )
  func same() async throws {
    #expect(try await RailwayOracle.differences(in: .kitchen) == [])
  }

  @Test(
    "a field that railway-sdk drops is named",
    .needsPython("railway_sdk")
  )
  func dropped() async throws {
    let graph = """
      {"name": "shop", "resources": [
        {"address": "service.api", "type": "service", "kind": "empty", "name": "api",
         "healthcheck": "/health"},
        {"address": "service.web", "type": "service", "kind": "empty", "name": "web"}]}
      """
    #expect(
      try await RailwayOracle.ask("same", graph)
        == ["resources[0].service: unknown field healthcheck"]
    )
    let fields = graph.replacingOccurrences(of: "healthcheck", with: "cdn")
      .replacingOccurrences(of: "\"/health\"", with: "{}")
    #expect(
      try await RailwayOracle.ask("same", fields)
        == ["resources[0].cdn: the SDK's graph has no such field"]
    )
  }

  @Test("a project with every field reads well")
  func golden() throws {
    try expectGolden(
      try JavaScript.exportDefault(RailwayGraph.kitchen, header: "Every field, once."),
      "railway-kitchen/railway.ts"
    )
  }

  @Test("a service's kind follows its source")
  func kind() {
    var service = RailwayGraph.Service("api")
    #expect(service.kind == .empty)
    service.source = .github("acme/shop")
    #expect(service.kind == .github)
    service.source = .image("acme/shop:1")
    #expect(service.kind == .dockerImage)
    service.source = .template("umami")
    #expect(service.kind == .template)
    service.source = nil
    #expect(service.kind == .empty)
  }

  @Test("a database's source follows its image")
  func image() throws {
    var database = RailwayGraph.Database.postgres("database")
    database.image = "ghcr.io/railwayapp-templates/postgres-ssl:16"
    #expect(database.source == .image("ghcr.io/railwayapp-templates/postgres-ssl:16"))
  }

  @Test("a closed TCP proxy is written as null")
  func closed() throws {
    var networking = RailwayGraph.Networking()
    networking.tcpProxies = ["5432": .null]
    #expect(
      try JSON.encode(networking) == """
        {
          "tcpProxies": {
            "5432": null
          }
        }

        """
    )
  }
}
