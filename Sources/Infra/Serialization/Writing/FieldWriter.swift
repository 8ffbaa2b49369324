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
    switch sink {
    case .document(let stream, let position):
      try stream.document.pointee.writeEntry(name, value, in: position)
    case .container(var container):
      try container.encode(value, forKey: FieldName(name))
      sink = .container(container)
    }
  }

  /// Writes a truth value.
  package mutating func write(_ name: String, _ value: Bool) throws {
    switch sink {
    case .document(let stream, let position):
      try stream.document.pointee.beginEntry(name, in: position)
      stream.document.pointee.writeBool(value)
    case .container(var container):
      try container.encode(value, forKey: FieldName(name))
      sink = .container(container)
    }
  }

  /// Writes a whole number.
  package mutating func write(_ name: String, _ value: Int) throws {
    switch sink {
    case .document(let stream, let position):
      try stream.document.pointee.beginEntry(name, in: position)
      stream.document.pointee.writeInteger(value)
    case .container(var container):
      try container.encode(value, forKey: FieldName(name))
      sink = .container(container)
    }
  }

  /// Writes a number.
  package mutating func write(_ name: String, _ value: Double) throws {
    switch sink {
    case .document(let stream, let position):
      try stream.document.pointee.beginEntry(name, in: position)
      try stream.document.pointee.writeNumber(value)
    case .container(var container):
      try container.encode(value, forKey: FieldName(name))
      sink = .container(container)
    }
  }

  /// Writes a list of texts, also an empty one.
  package mutating func write(_ name: String, _ values: [String]) throws {
    switch sink {
    case .document(let stream, let position):
      try stream.document.pointee.beginEntry(name, in: position)
      let list = stream.document.pointee.openNested(.list, in: position)
      for value in values {
        try stream.document.pointee.beginItem(in: list)
        stream.document.pointee.writeString(value)
      }
    case .container(var container):
      try container.encode(values, forKey: FieldName(name))
      sink = .container(container)
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
