/// Fields whose names a format leaves open, such as the `x-…` entries of a Compose file.
///
/// A property of such a type has no name of its own in the file: its entries stand among the
/// declared fields of the same object, where the property is declared, and a decoder hands it every
/// field that it claims.
public protocol OpenFields: Codable, Sendable {
  /// Whether a field of this name belongs here when no declared field bears it.
  static func claims(_ name: String) -> Bool

  /// The fields, in order.
  var fields: OrderedMap<AnyValue> { get }

  /// Creates the fields from what a decoder found.
  init(fields: OrderedMap<AnyValue>)
}

extension OpenFields {
  /// Decodes the fields from an object of their own.
  public init(from decoder: any Decoder) throws {
    self.init(fields: try OrderedMap<AnyValue>(from: decoder))
  }

  /// Encodes the fields as an object of their own.
  public func encode(to encoder: any Encoder) throws { try fields.encode(to: encoder) }
}

/// The name of an open field.
///
/// A container nested under this kind of key is the object itself for our writers and readers.
public struct OpenFieldName: CodingKey {
  /// The name.
  public let stringValue: String

  /// Never there.
  public var intValue: Int? { nil }

  /// Takes a name.
  public init(stringValue: String) { self.stringValue = stringValue }

  /// Takes no number.
  public init?(intValue: Int) { nil }
}

extension KeyedEncodingContainer {
  /// Encodes open fields among the declared ones.
  ///
  /// Synthesised code finds this overload in place of the general one.
  public mutating func encode(_ value: some OpenFields, forKey key: Key) throws {
    if value.fields.isEmpty { return }
    var container = nestedContainer(keyedBy: OpenFieldName.self, forKey: key)
    for (name, value) in value.fields.entries {
      try container.encode(value, forKey: OpenFieldName(stringValue: name))
    }
  }
}

extension KeyedDecodingContainer {
  /// Decodes the open fields among the declared ones.
  ///
  /// Synthesised code finds this overload in place of the general one.
  public func decode<Fields: OpenFields>(_ type: Fields.Type, forKey key: Key) throws -> Fields {
    let container = try nestedContainer(keyedBy: OpenFieldName.self, forKey: key)
    var fields: OrderedMap<AnyValue> = [:]
    for name in container.allKeys where type.claims(name.stringValue) {
      fields[name.stringValue] = try container.decode(AnyValue.self, forKey: name)
    }
    return Fields(fields: fields)
  }
}
