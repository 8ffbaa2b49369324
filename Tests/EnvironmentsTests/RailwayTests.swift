import Foundation
import InfraKit
import TestSupport
import Testing

@Suite("The help desk on Railway")
struct RailwayTests {
  /// A script of the oracle that speaks for Railway's own authoring package.
  private static func oracle(
    _ script: String,
    _ argument: String,
    input: String = ""
  ) async throws -> String {
    let result = try await Python.run(
      script: "Tests/InfraTargetsTests/Oracles/\(script)",
      [argument],
      input: input
    )
    try #require(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test(
    "railway.ts is what railway-sdk makes of the same resources by hand",
    .needsNode,
    .needsPython("railway_sdk"),
    arguments: ["staging", "prod"]
  )
  func graph(environment: String) async throws {
    let files = CommittedFilesTests.generation.environments.flatMap(\.files)
    let module = try #require(
      files.first { $0.path == "generated/\(environment)/railway/railway.ts" }
    )
    let ours = try await Node.defaultExport(of: module.contents)
    let theirs = try await Self.oracle("railway_helpdesk.py", environment)
    let differences = try await Self.oracle(
      "railway_graph.py",
      "compare",
      input: #"{"ours": \#(ours), "theirs": \#(theirs)}"#
    )
    #expect(try JSONDecoder().decode([String].self, from: Data(differences.utf8)) == [])
  }
}
