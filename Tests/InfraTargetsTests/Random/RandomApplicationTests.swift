import Foundation
import InfraContract
import InfraKit
import InfraReading
import InfraSerialization
import TestSupport
import Testing

@testable import InfraTargets

/// Properties that hold for every application, tried on random ones.
///
/// `INFRA_TEST_APPLICATIONS` says how many (500), `INFRA_TEST_SEED` where to start.
@Suite("Random applications")
struct RandomApplicationTests {
  static let count = Trials.count("INFRA_TEST_APPLICATIONS", or: 500)
  static let seed = Trials.seed

  @Test(
    "what the rules let through, the vendor's schema takes, and reading it back gives the manifest",
    .needsSchemaValidator,
    arguments: RandomDescriptions.platforms
  )
  func agree(platform: String) async throws {
    let manifest = try #require(PlatformManifest.all.first { $0.name == platform })
    var documents: [SchemaValidator.Document] = []
    var accepted = 0
    var refusals: [String: Int] = [:]
    for index in 0..<UInt64(Self.count) {
      let seed = Self.seed &+ index
      let caught = RandomDescriptions.Caught()
      let generation = RandomDescriptions.generation(platform, seed: seed, catching: caught)
      guard !generation.hasErrors else {
        let codes = generation.diagnostics.filter { $0.severity == .error }.map(\.rule.code)
        for code in Set(codes) { refusals[code, default: 0] += 1 }
        continue
      }
      accepted += 1
      for file in generation.environments.flatMap(\.files) where manifest.wrote(file.path) {
        documents.append(.init("seed \(seed), \(file.path)", file.contents, manifest.format))
        try expectReadBack(file, manifest, caught.value, "seed \(seed)")
      }
    }
    let answers = try await SchemaValidator(manifest.schema).errors(in: documents)
    let disagreements = answers.filter { !$0.isEmpty }
    for errors in disagreements { Issue.record("\(errors.joined(separator: "\n"))") }
    print(
      "\(platform): \(Self.count) random applications from seed \(Self.seed), \(accepted) let "
        + "through, \(documents.count) files, \(disagreements.count) disagreements with the schema"
    )
    for (code, count) in refusals.sorted(by: { ($0.value, $0.key) > ($1.value, $1.key) }) {
      print("  refused by \(code): \(count)")
    }
    #expect(accepted * 2 > Self.count, "most of them are meant to be legal")
  }

  private func expectReadBack(
    _ file: GeneratedFile,
    _ manifest: PlatformManifest,
    _ caught: RandomDescriptions.Manifest?,
    _ seed: String
  ) throws {
    let contents = try manifest.read(file.contents)
    #expect(contents.complaints == [], "\(seed), \(file.path)")
    // The lines that say who made the file are no data.
    let body = file.contents.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("#") || $0.isEmpty }.joined(separator: "\n")
    if contents.written != body {
      let lines = difference(from: body, to: contents.written)
      Issue.record("\(seed), \(file.path), read back:\n\(lines)")
    }
    switch caught {
    case .render(let blueprint)?:
      let read = try Reader.decode(Blueprint.self, yaml: file.contents).value
      #expect((read == blueprint) as Bool, "\(seed), \(file.path)")
    case .compose(let compose)?:
      let read = try Reader.decode(ComposeFile.self, yaml: file.contents).value
      #expect((read == compose) as Bool, "\(seed), \(file.path)")
    case .railway?, nil: break
    }
  }

  @Test("railway.ts, as Node reads it, is the graph that was made", .needsNode)
  func modules() async throws {
    var modules: [String] = []
    var graphs: [RailwayGraph] = []
    for index in 0..<UInt64(min(Self.count, 1000)) {
      let generation = RandomDescriptions.generation("railway", seed: Self.seed &+ index)
      guard !generation.hasErrors else { continue }
      let deployment = generation.environments[0].deployments[0]
      let target = try #require(deployment.plan.deployment.targets[0] as? Railway)
      let file = deployment.files.first { $0.path.hasSuffix("/railway.ts") }
      modules.append(try #require(file).contents)
      graphs.append(railwayGraph(deployment.plan, target))
    }
    let exported = try await Node.defaultExports(of: modules)
    #expect(exported.count == graphs.count && !graphs.isEmpty)
    for (json, graph) in zip(exported, graphs) {
      let reading = try Reader.decode(RailwayGraph.self, json: json)
      #expect(reading.unknownKeys == [])
      #expect(reading.value == graph, "seeds from \(Self.seed)")
    }
    print("railway.ts: \(graphs.count) modules read by Node")
  }

  @Test("two processes write the same bytes", .enabled(if: Trials.canRestart, "Linux only"))
  func processes() async throws {
    let files = RandomDescriptions.files(count: 25, seed: Self.seed)
    let text = files.map { "\($0.path)\n\($0.contents)" }.joined(separator: "\n")
    let variable = "INFRA_TEST_SECOND_PROCESS"
    if let path = ProcessInfo.processInfo.environment[variable] {
      try Data(text.utf8).write(to: URL(filePath: path))
      return
    }
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = folder.appending(path: "other")
    let result = try await ChildProcess(
      try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      [
        "--testing-library", "swift-testing", "--filter",
        "RandomApplicationTests/processes",
      ],
      environment: [variable: other.path, "INFRA_TEST_SEED": String(Self.seed)]
    ).run()
    #expect(result.status == 0, "\(result.output.suffix(2000))")
    #expect(try Data(contentsOf: other) == Data(text.utf8))
    #expect(files.count > 100)
  }
}
