import Foundation
import InfraReading
import InfraSerialization
import InfraTargets
import TestSupport
import Testing

/// Compares our readers with the official schemas, on public files in which one value was changed.
@Suite("Manifests with one change")
struct SchemaAgreementTests {
  private static let count = Trials.count("INFRA_TEST_CHANGES", or: 300)

  @Test(
    "are never refused where the official schema takes them, and seldom taken where it does not",
    .needsSharedFiles,
    .needsSchemaValidator,
    arguments: PlatformManifest.all
  )
  func agree(platform: PlatformManifest) async throws {
    let valid = try await platform.corpus().filter(\.errors.isEmpty).map(\.document)
    let originals = try valid.map { try platform.data($0.text) }
    var draw = Draw(seed: Trials.seed)
    let documents = try (0..<Self.count).map { index in
      var value = draw.pick(originals)
      Self.change(&value, &draw)
      return SchemaValidator.Document("change \(index)", try JSON.encode(value), .json)
    }
    let answers = try await SchemaValidator(platform.schema).errors(in: documents)
    var (both, neither) = (0, 0)
    var tooLenient: [String] = []
    for (document, errors) in zip(documents, answers) {
      let complaints: [String]
      do { complaints = try platform.read(document.text).complaints } catch {
        complaints = ["\(error)"]
      }
      switch (errors.isEmpty, complaints.isEmpty) {
      case (true, true): both += 1
      case (false, false): neither += 1
      case (true, false): Issue.record("\(document.name) is valid: \(complaints[0])")
      case (false, true): tooLenient.append(errors.last ?? "")
      }
    }
    print(
      "\(platform.name): \(documents.count) changed files from seed \(Trials.seed), \(both) taken and "
        + "\(neither) refused by both, \(tooLenient.count) refused by the schema alone"
    )
    for error in tooLenient.prefix(5) { print("  \(error.prefix(200))") }
    #expect(tooLenient.count * 20 <= documents.count, "at most one in twenty")
  }

  /// Changes one value somewhere inside.
  private static func change(_ value: inout AnyValue, _ draw: inout Draw) {
    switch value {
    case .map(let map) where !map.isEmpty && draw.chance(85):
      var map = map
      let entry = draw.pick(map.entries)
      if draw.chance(8) {
        map[entry.key] = nil
      } else if draw.chance(5) {
        map[entry.key + "X"] = entry.value
      } else {
        var inner = entry.value
        change(&inner, &draw)
        map[entry.key] = inner
      }
      value = .map(map)
    case .list(var items) where !items.isEmpty && draw.chance(85):
      let index = draw.number(0...items.count - 1)
      if draw.chance(5) { items.append(items[index]) } else { change(&items[index], &draw) }
      value = .list(items)
    default:
      value = draw.pick([
        "text", "", 0, -1, 7, 1.5, true, .null, [], ["a"], [:], ["name": "x"], "${A:-1}", "/path",
        "no", "ALWAYS", 100_000,
      ])
    }
  }
}
