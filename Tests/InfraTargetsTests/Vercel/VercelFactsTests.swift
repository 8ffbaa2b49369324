import Foundation
import InfraKit
import InfraSerialization
import Testing
import TestSupport

@testable import InfraTargets

@Suite("Facts about Vercel")
struct VercelFactsTests {
  @Test("every fact has a source and a day")
  func sources() {
    let rows = VercelFacts.rows
    #expect(rows.count > 60)
    for row in rows {
      #expect(!row.value.isEmpty && !row.source.isEmpty, "\(row)")
      #expect(row.date.wholeMatch(of: /20\d\d-\d\d-\d\d/) != nil, "\(row)")
    }
    #expect(Set(rows.map { "\($0.topic): \($0.name)" }).count == rows.count)
  }

  @Test("the known frameworks are those of the schema", .needsSharedFiles)
  func frameworks() throws {
    let schema = try Schema()
    let words = try #require(schema.at("properties", "framework")["enum"] as? [Any])
    #expect(
      VercelFacts.knownFrameworks.value.map(\.rawValue).sorted()
        == words.compactMap { $0 as? String }.sorted()
    )
    let runtimes = try schema.at("definitions", "service", "properties", "runtime")["enum"]
    #expect(VercelFacts.knownRuntimes.value.map(\.rawValue) == runtimes as? [String])
  }

  @Test("limits are those of the schema", .needsSharedFiles)
  func limits() throws {
    let schema = try Schema()
    func number(_ word: String, _ path: String...) throws -> Int? {
      try schema.at(path)[word] as? Int
    }
    let facts = VercelFacts.self
    #expect(try number("maxLength", "properties", "buildCommand") == facts.commandLength.value)
    #expect(try number("maxItems", "properties", "crons") == facts.crons.value)
    #expect(try number("maxProperties", "properties", "schedules") == facts.schedules.value)
    #expect(try number("maxItems", "properties", "relatedProjects") == facts.relatedProjects.value)
    #expect(try number("maxProperties", "definitions", "functions") == facts.functionGlobs.value)
    for list in ["headers", "redirects", "rewrites"] {
      #expect(try number("maxItems", "definitions", list) == facts.routesPerList.value)
    }
    #expect(try number("maxItems", "definitions", "conditions") == facts.conditionsPerRule.value)
    #expect(
      try number("maxItems", "definitions", "destinationEnv") == facts.variablesPerRoute.value
    )
  }

  @Test("no region is named twice")
  func regions() {
    let codes = VercelFacts.knownRegions.map(\.value.rawValue)
    #expect(Set(codes).count == codes.count)
    #expect(VercelFacts.isKnown(.frankfurt))
    #expect(!VercelFacts.isKnown("mars1"))
  }
}

private struct Schema {
  private let root: Any

  init() throws {
    let path = try #require(OfficialSchema.vercel.path)
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
  }

  func at(_ path: String...) throws -> [String: Any] { try at(path) }

  func at(_ path: [String]) throws -> [String: Any] {
    var place = root
    for step in path { place = try #require((place as? [String: Any])?[step]) }
    return try #require(place as? [String: Any])
  }
}
