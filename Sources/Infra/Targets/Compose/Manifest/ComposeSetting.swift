/// A number or a truth value that Compose also takes as text, so that a variable can set it.
public enum ComposeSetting<Value: Codable & Sendable & Hashable>: Sendable, Hashable {
  /// A value of the setting's own type.
  case value(Value)
  /// Text, such as `${REPLICAS:-1}` or `64m`.
  case text(ComposeText)
}

extension ComposeSetting: Codable {
  /// Decodes the setting's own type if it fits, else text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Value.self) {
      self = .value(value)
    } else {
      self = .text(try container.decode(ComposeText.self))
    }
  }

  /// Encodes whichever is held.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .value(let value): try container.encode(value)
    case .text(let text): try container.encode(text)
    }
  }
}

extension ComposeSetting: ExpressibleByUnicodeScalarLiteral,
  ExpressibleByExtendedGraphemeClusterLiteral, ExpressibleByStringLiteral,
  ExpressibleByStringInterpolation
{
  /// Creates literal text.
  public init(stringLiteral value: String) { self = .text(ComposeText(value)) }

  /// Creates text from a string with variables inside.
  public init(stringInterpolation: ComposeText.Interpolation) {
    self = .text(ComposeText(stringInterpolation: stringInterpolation))
  }
}

extension ComposeSetting: ExpressibleByBooleanLiteral where Value == Bool {
  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .value(value) }
}

extension ComposeSetting: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
  /// Creates a number.
  public init(integerLiteral value: Value.IntegerLiteralType) {
    self = .value(Value(integerLiteral: value))
  }
}

extension ComposeSetting: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
  /// Creates a number with a fraction.
  public init(floatLiteral value: Value.FloatLiteralType) {
    self = .value(Value(floatLiteral: value))
  }
}
