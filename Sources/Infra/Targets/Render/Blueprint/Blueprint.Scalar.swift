extension Blueprint {
  /// The value of a variable: a text or a number.
  public enum Scalar: Hashable, Sendable {
    /// Text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction.
    case number(Double)

    /// The text that the process will see.
    public var text: String {
      switch self {
      case .text(let value): value
      case .integer(let value): String(value)
      case .number(let value): String(value)
      }
    }
  }
}

extension Blueprint.Scalar: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  /// Creates text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates a number with a fraction.
  public init(floatLiteral value: Double) { self = .number(value) }
}

extension Blueprint.Scalar: Codable {
  /// Decodes a number or a text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// Encodes the number or the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    }
  }
}

extension KeyedEncodingContainer {
  /// Encodes the number or the text, without the detour through an encoder of its own.
  ///
  /// Synthesised code finds these overloads in place of the general ones.
  mutating func encode(_ value: Blueprint.Scalar, forKey key: Key) throws {
    switch value {
    case .text(let value): try encode(value, forKey: key)
    case .integer(let value): try encode(value, forKey: key)
    case .number(let value): try encode(value, forKey: key)
    }
  }

  /// Encodes the number or the text, where there is one.
  mutating func encodeIfPresent(_ value: Blueprint.Scalar?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) }
  }
}
