/// Writes the fields of a small value that a manifest repeats for each of its resources.
///
/// `Codable` makes a container of each value's own type, and the language's runtime looks its type up
/// each time: of a value with two fields that takes longer than to write them.
package struct FieldWriter {
  private enum Sink {
    case document(Stream, Document.Position)
    case container(KeyedEncodingContainer<FieldName>)
  }

  private var sink: Sink

  /// Writes a text.
  package mutating func write(_ name: String, _ value: String) throws {
    try write(name) { document, _ in
      document.writeString(value)
    } _: {
      try $0.encode(value, forKey: $1)
    }
  }

  /// Writes a truth value.
  package mutating func write(_ name: String, _ value: Bool) throws {
    try write(name) { document, _ in
      document.writeBool(value)
    } _: {
      try $0.encode(value, forKey: $1)
    }
  }

  /// Writes a whole number.
  package mutating func write(_ name: String, _ value: Int) throws {
    try write(name) { document, _ in
      document.writeInteger(value)
    } _: {
      try $0.encode(value, forKey: $1)
    }
  }

  /// Writes a number.
  package mutating func write(_ name: String, _ value: Double) throws {
    try write(name) { document, _ in
      try document.writeNumber(value)
    } _: {
      try $0.encode(value, forKey: $1)
    }
  }

  /// Writes a list of texts, also an empty one.
  package mutating func write(_ name: String, _ values: [String]) throws {
    try write(name) { document, position in
      let list = document.openNested(.list, in: position)
      for value in values {
        try document.beginItem(in: list)
        document.writeString(value)
      }
    } _: {
      try $0.encode(values, forKey: $1)
    }
  }

  @inline(__always)
  private mutating func write(
    _ name: String,
    _ document: (inout Document, Document.Position) throws -> Void,
    _ container: (inout KeyedEncodingContainer<FieldName>, FieldName) throws -> Void
  ) throws {
    switch sink {
    case .document(let stream, let position):
      try stream.document.pointee.beginEntry(name, in: position)
      try document(&stream.document.pointee, position)
    case .container(var fields):
      try container(&fields, FieldName(name))
      sink = .container(fields)
    }
  }

  /// Writes a map of further fields.
  package mutating func write(
    _ name: String,
    fields: (inout FieldWriter) throws -> Void
  ) throws {
    switch sink {
    case .document(let stream, let position):
      try stream.document.pointee.beginEntry(name, in: position)
      let nested = stream.document.pointee.openNested(.map, in: position)
      var writer = FieldWriter(sink: .document(stream, nested))
      try fields(&writer)
    case .container(var container):
      let key = FieldName(name)
      var writer = FieldWriter(
        sink: .container(container.nestedContainer(keyedBy: FieldName.self, forKey: key))
      )
      try fields(&writer)
      sink = .container(container)
    }
  }
}

extension FieldWriter {
  /// Writes a map, by whatever encoder.
  package static func encode(
    to encoder: any Encoder,
    _ fields: (inout FieldWriter) throws -> Void
  ) throws {
    var writer: FieldWriter
    if let encoder = encoder as? StreamEncoder {
      encoder.stream.document.pointee.open(.map, encoder.position)
      writer = FieldWriter(sink: .document(encoder.stream, encoder.position))
    } else {
      writer = FieldWriter(sink: .container(encoder.container(keyedBy: FieldName.self)))
    }
    try fields(&writer)
  }
}

/// The name of a field that a type has: no other text is one, unlike a key of a map.
private struct FieldName: CodingKey {
  let stringValue: String

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { nil }
  init?(intValue: Int) { nil }

  var intValue: Int? { nil }
}
