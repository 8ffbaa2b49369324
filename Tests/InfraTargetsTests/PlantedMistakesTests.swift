import Foundation
import InfraKit
import InfraRelease
import InfraTargets
import TestSupport
import Testing

@Suite("Planted mistakes")
struct PlantedMistakesTests {
  private static let catalogs = [
    ("model", ModelRules.catalog), ("render", Render.catalog), ("railway", Railway.catalog),
    ("vercel", Vercel.catalog), ("compose", Compose.catalog), ("templates", TemplateRules.catalog),
    ("release", MigrationRules.catalog),
  ]

  @Test("every rule has a test that breaks it")
  func planted() throws {
    let sources = try Self.sources()
    print("rules with a planted mistake")
    for (platform, rules) in Self.catalogs {
      let missing = rules.filter { rule in
        let short = rule.code.dropFirst(platform.count + 1)
        return !["\"\(short)\"", " \(short)\"", rule.code].contains(where: sources.contains)
      }
      let name = platform.padding(toLength: 9, withPad: " ", startingAt: 0)
      print("  \(name) \(rules.count - missing.count) of \(rules.count)")
      #expect(missing.map(\.code) == [])
    }
  }

  /// The tests about rules, as one text without comments, in which a name tests nothing.
  private static func sources() throws -> String {
    let folders = ["InfraKitTests", "InfraTargetsTests", "InfraCLITests", "InfraReleaseTests"]
    return try folders.flatMap { folder in
      let root = PackageRoot.file("Tests/\(folder)")
      return try FileManager.default.subpathsOfDirectory(atPath: root.path)
        .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("PlantedMistakesTests.swift") }
        .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }
    }
    .flatMap { $0.split(separator: "\n") }
    .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
    .joined(separator: "\n")
  }
}
