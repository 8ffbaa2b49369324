/// A field that a vendor lets people set to `null`, which differs from leaving it out.
///
/// Declare the property as `Nullable<String>?`: nil leaves the field out, `.null` writes `null`.
public enum Nullable<Wrapped> {
  /// The field is there and holds `null`.
  case null
  /// The field is there and holds a value.
  case value(Wrapped)
}

extension Nullable {
  /// The value, if the field is not `null`.
  public var value: Wrapped? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension Nullable: Sendable where Wrapped: Sendable {}
extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}

extension Nullable: Encodable where Wrapped: Encodable {
  /// Encodes the value or `null`.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .value(let value):
      try value.encode(to: encoder)
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    }
  }
}

extension Nullable: Decodable where Wrapped: Decodable {
  /// Decodes a value or `null`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else {
      self = .value(try container.decode(Wrapped.self))
    }
  }
}

extension KeyedDecodingContainer {
  /// Decodes a field that may be absent, keeping a `null` that is there.
  ///
  /// Synthesised code finds this overload; the general one takes `null` for an absent field.
  public func decodeIfPresent<Wrapped: Decodable>(
    _ type: Nullable<Wrapped>.Type,
    forKey key: Key
  ) throws -> Nullable<Wrapped>? {
    contains(key) ? try decode(type, forKey: key) : nil
  }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral, ExpressibleByExtendedGraphemeClusterLiteral,
  ExpressibleByStringLiteral
where Wrapped: ExpressibleByStringLiteral {
  /// Creates a value from text.
  public init(stringLiteral value: Wrapped.StringLiteralType) {
    self = .value(Wrapped(stringLiteral: value))
  }
}

extension Nullable: ExpressibleByIntegerLiteral where Wrapped: ExpressibleByIntegerLiteral {
  /// Creates a value from a whole number.
  public init(integerLiteral value: Wrapped.IntegerLiteralType) {
    self = .value(Wrapped(integerLiteral: value))
  }
}

extension Nullable: ExpressibleByFloatLiteral where Wrapped: ExpressibleByFloatLiteral {
  /// Creates a value from a number with a fraction.
  public init(floatLiteral value: Wrapped.FloatLiteralType) {
    self = .value(Wrapped(floatLiteral: value))
  }
}

extension Nullable: ExpressibleByBooleanLiteral where Wrapped: ExpressibleByBooleanLiteral {
  /// Creates a value from a truth value.
  public init(booleanLiteral value: Wrapped.BooleanLiteralType) {
    self = .value(Wrapped(booleanLiteral: value))
  }
}

extension Nullable: ExpressibleByArrayLiteral where Wrapped: RangeReplaceableCollection {
  /// Creates a list from its elements.
  public init(arrayLiteral elements: Wrapped.Element...) { self = .value(Wrapped(elements)) }
}
