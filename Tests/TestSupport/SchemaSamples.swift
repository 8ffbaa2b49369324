import Foundation

extension OfficialSchema {
  /// Documents in JSON that together use every property and alternative of the schema.
  ///
  /// Keys stand in the schema's order. Constraints between properties are not heeded: a document
  /// need not be valid, but a complete typed manifest holds it without loss.
  package func samples() async throws -> [String] {
    guard let path else {
      throw ChildProcessError(description: "no schemas beside the repository")
    }
    let result = try await Python.run(script: "samples.py", [path])
    guard result.status == 0 else { throw ChildProcessError(description: result.errors) }
    return result.output.split(separator: "\n").map(String.init)
  }
}

/// Two documents that should hold the same data.
package struct DocumentPair: Sendable, Encodable {
  /// The first text.
  package var left: String
  /// The second text.
  package var right: String
  /// How both are written.
  package var format: SchemaValidator.Format
  /// Whether keys must also stand in the same order.
  package var ordered: Bool

  /// Pairs two texts.
  package init(
    _ left: String,
    _ right: String,
    _ format: SchemaValidator.Format = .json,
    ordered: Bool = false
  ) {
    self.left = left
    self.right = right
    self.format = format
    self.ordered = ordered
  }

  /// In what each pair differs as data, in one process; an empty list for an equal pair.
  ///
  /// An entry reads `/services/web: lost {…}`, `new …` or `… became …`.
  package static func differences(in pairs: [DocumentPair]) async throws -> [[String]] {
    let encoder = JSONEncoder()
    let lines = try pairs.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
    let result = try await Python.run(script: "differences.py", input: lines.joined())
    guard result.status == 0 else { throw ChildProcessError(description: result.errors) }
    return try JSONDecoder().decode([[String]].self, from: result.outputData)
  }
}
