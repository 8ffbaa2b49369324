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
