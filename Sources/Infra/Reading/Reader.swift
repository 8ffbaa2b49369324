/// Reads manifests: YAML and JSON into types of ours, with the place of whatever does not fit.
package enum Reader {
  /// A value and what its file said beyond it.
  package struct Reading<Value> {
    /// What was read.
    package let value: Value
    /// The keys that no type of ours knows, in the file's order.
    package let unknownKeys: [UnknownKey]
    /// What the vendor's format refuses of the values, in the order in which they were read.
    package let faults: [Fault]

    /// Everything that is wrong with the file, each with its place, in the file's order.
    package var complaints: [Complaint] {
      let unknown = unknownKeys.map { key in
        Complaint(path: key.path, line: key.line, message: "no field has this name")
      }
      return (unknown + faults).enumerated()
        .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
        .map(\.element)
    }
  }

  /// Something that the vendor's format refuses, although our types hold it.
  package struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// The way to the value from the file's root; empty at the root.
    package let path: String
    /// The value's line, counted from 1.
    package let line: Int?
    /// What is wrong.
    package let message: String
    /// The line, the path and what is wrong.
    package var description: String {
      (line.map { "line \($0): " } ?? "") + (path.isEmpty ? message : "\(path): \(message)")
    }
  }

  /// What is wrong at one place of a file.
  package typealias Complaint = Fault

  /// A key that no type of ours knows.
  package struct UnknownKey: Equatable, Sendable, CustomStringConvertible {
    /// The way to the key from the file's root.
    package let path: String
    /// The key's line, counted from 1.
    package let line: Int?
    /// The line and the path.
    package var description: String { (line.map { "line \($0): " } ?? "") + path }
  }
}

extension Reader.Reading: Sendable where Value: Sendable {}

extension Reader {
  /// Reads a type from YAML.
  ///
  /// - Parameters:
  ///   - type: What to read.
  ///   - text: The file's text.
  ///   - limits: How much the file may ask for.
  /// - Returns: The value, and the keys that it has no place for.
  /// - Throws: `ReadingError`.
  package static func decode<Value: Decodable>(
    _ type: Value.Type,
    yaml text: String,
    limits: ReadingLimits = .standard
  ) throws(ReadingError) -> Reading<Value> {
    try decode(type, from: node(yaml: text, limits: limits))
  }

  /// Reads a type from JSON.
  ///
  /// - Parameters:
  ///   - type: What to read.
  ///   - text: The file's text.
  ///   - limits: How much the file may ask for.
  /// - Returns: The value, and the keys that it has no place for.
  /// - Throws: `ReadingError`.
  package static func decode<Value: Decodable>(
    _ type: Value.Type,
    json text: String,
    limits: ReadingLimits = .standard
  ) throws(ReadingError) -> Reading<Value> {
    try decode(type, from: node(json: text, limits: limits))
  }

  /// Reads a type from a value of a file.
  ///
  /// - Parameters:
  ///   - type: What to read.
  ///   - node: The value.
  /// - Returns: The value, and the keys that it has no place for.
  /// - Throws: `ReadingError`.
  package static func decode<Value: Decodable>(
    _ type: Value.Type,
    from node: SourceNode
  ) throws(ReadingError) -> Reading<Value> {
    let journal = Journal()
    let place = Place(node: node, path: nil, journal: journal)
    let value = try place.decode(type)
    return Reading(
      value: value,
      unknownKeys: journal.unknownKeys(),
      faults: journal.faults
    )
  }

  /// Parses YAML of one document.
  ///
  /// Anchors and merge keys are expanded; keys are text; a tag such as `!reset` stays on its value.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - limits: How much the file may ask for.
  /// - Returns: The document's value; nothing, where the file is empty.
  /// - Throws: `ReadingError`.
  package static func node(
    yaml text: String,
    limits: ReadingLimits = .standard
  ) throws(ReadingError) -> SourceNode {
    try limits.check(text)
    return try YAMLComposer.node(of: text, limits: limits)
  }

  /// Parses JSON, without comments and trailing commas.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - limits: How much the file may ask for.
  /// - Returns: The document's value.
  /// - Throws: `ReadingError`.
  package static func node(
    json text: String,
    limits: ReadingLimits = .standard
  ) throws(ReadingError) -> SourceNode {
    try limits.check(text)
    var parser = JSONParser(text, limits: limits)
    return try parser.document()
  }

  /// The text of a file's bytes.
  ///
  /// - Parameter bytes: The file's bytes.
  /// - Returns: The text.
  /// - Throws: `ReadingError`, where the bytes are not UTF-8.
  package static func text(of bytes: [UInt8]) throws(ReadingError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    throw ReadingError(
      isWide ? "the file is UTF-16, not UTF-8" : "the file is not UTF-8",
      line: nil
    )
  }
}
