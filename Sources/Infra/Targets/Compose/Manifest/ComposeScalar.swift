/// A value of a list of variables, labels or options, as YAML tells its type.
public enum ComposeScalar: Sendable, Hashable {
  /// Text.
  case text(ComposeText)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction.
  case number(Double)
  /// True or false; Compose refuses it in `environment`.
  case flag(Bool)
  /// No value: the variable is taken from the shell, if it is set there.
  case null
}

extension ComposeScalar: Codable {
  /// Decodes a scalar by its type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .text(try container.decode(ComposeText.self))
    }
  }

  /// Encodes the scalar by its type.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .flag(let value): try container.encode(value)
    case .null: try container.encodeNil()
    }
  }
}

extension ComposeScalar: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// Creates literal text.
  public init(stringLiteral value: String) { self = .text(ComposeText(value)) }

  /// Creates text from a string with variables inside.
  public init(stringInterpolation: ComposeText.Interpolation) {
    self = .text(ComposeText(stringInterpolation: stringInterpolation))
  }

  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }

  /// Creates a number with a fraction.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// Creates true or false.
  public init(booleanLiteral value: Bool) { self = .flag(value) }

  /// Creates no value.
  public init(nilLiteral: ()) { self = .null }
}
