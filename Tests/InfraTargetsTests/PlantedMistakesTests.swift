import Foundation
import InfraKit
import InfraTargets
import TestSupport
import Testing

@Suite("Planted mistakes")
struct PlantedMistakesTests {
  private static let catalogs = [
    ("model", ModelRules.catalog), ("render", Render.catalog), ("railway", Railway.catalog),
    ("vercel", Vercel.catalog), ("compose", Compose.catalog), ("templates", TemplateRules.catalog),
  ]

  @Test("every rule has a test that breaks it")
  func planted() throws {
    let sources = try Self.sources()
    print("rules with a planted mistake")
    for (platform, rules) in Self.catalogs {
      let missing = rules.filter { rule in
        let short = rule.code.dropFirst(platform.count + 1)
        return !sources.contains("\"\(short)\"") && !sources.contains(rule.code)
      }
      let name = platform.padding(toLength: 9, withPad: " ", startingAt: 0)
      print("  \(name) \(rules.count - missing.count) of \(rules.count)")
      #expect(missing.map(\.code) == [])
    }
  }

  /// The tests about rules, as one text.
  private static func sources() throws -> String {
    let folders = ["Tests/InfraKitTests", "Tests/InfraTargetsTests", "Tests/InfraCLITests"]
    return try folders.flatMap { folder in
      let root = PackageRoot.file(folder)
      return try FileManager.default.subpathsOfDirectory(atPath: root.path)
        .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("PlantedMistakesTests.swift") }
        .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }
    }
    .joined(separator: "\n")
  }
}
