import Foundation
import InfraKit
import InfraReading
import InfraSerialization
import TestSupport

/// How much of a vendor's schema our typed manifest, and our model, reach.
struct Coverage: Sendable {
  /// A part of a schema.
  struct Row: Sendable {
    let name: String
    /// The properties that the schema names there.
    let properties: Set<String>
    /// Those that have a typed field.
    let typed: Set<String>
    /// Those that some description fills without an edit by hand.
    let byModel: Set<String>

    var missing: [String] { properties.subtracting(typed).sorted() }
    var byClosure: Set<String> { typed.subtracting(byModel) }

    var text: String {
      let share = properties.isEmpty ? 100 : 100 * typed.count / properties.count
      let cells = [properties.count, typed.count, byModel.count, byClosure.count, missing.count]
      let numbers = cells.map { String($0).leftPadded(to: 10) }.joined()
      return name.rightPadded(to: 26) + numbers + String(share).leftPadded(to: 7) + " %"
    }
  }

  let rows: [Row]

  static let header =
    "".rightPadded(to: 26)
    + ["properties", "reachable", "by model", "by closure", "missing"]
    .map { $0.leftPadded(to: 10) }.joined()

  /// Walks a schema, and compares it with what our types and our mappings can name.
  ///
  /// - Parameters:
  ///   - platform: The manifest.
  ///   - generated: Files that descriptions came to without an edit.
  ///   - parts: Where the rows after the first begin, by name.
  /// - Throws: What the disk, the reader or Python says.
  init(
    _ platform: PlatformManifest,
    generated: [String],
    parts: [(name: String, prefix: String)] = []
  ) async throws {
    guard let path = platform.schema.path else {
      throw CocoaError(.fileNoSuchFile)
    }
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let properties = SchemaPaths(try Reader.decode(AnyValue.self, json: text).value).paths
    var typed: Set<String> = []
    for sample in try await platform.schema.samples() {
      typed.formUnion(try platform.read(asFormat: sample).fields)
    }
    var filled: Set<String> = []
    for file in generated { filled.formUnion(try platform.read(file).fields) }

    func row(_ name: String, _ prefix: String) -> Row {
      func inside(_ paths: Set<String>) -> Set<String> {
        paths.filter { $0.hasPrefix(prefix) && properties.contains($0) }
      }
      return Row(
        name: name,
        properties: inside(properties),
        typed: inside(typed),
        byModel: inside(filled)
      )
    }
    rows = [row(platform.name, "")] + parts.map { row("  " + $0.name, $0.prefix) }
  }
}

extension PlatformManifest {
  /// Reads a document in JSON, which is YAML too.
  fileprivate func read(asFormat json: String) throws -> Contents { try read(json) }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(1, width - count)) + self
  }

  fileprivate func rightPadded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
