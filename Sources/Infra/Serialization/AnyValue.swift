/// Data of any shape, for the few places where a vendor's format is open.
public enum AnyValue: Sendable, Hashable {
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction.
  case number(Double)
  /// Text.
  case string(String)
  /// A list.
  case list([AnyValue])
  /// A mapping, in order.
  case map(OrderedMap<AnyValue>)
}

extension AnyValue: Codable {
  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let value = try? single.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? single.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? single.decode(Double.self) {
      self = .number(value)
    } else if let value = try? single.decode(String.self) {
      self = .string(value)
    } else if let value = try? single.decode([AnyValue].self) {
      self = .list(value)
    } else {
      self = .map(try single.decode(OrderedMap<AnyValue>.self))
    }
  }

  /// Encodes the data as it is.
  public func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    switch self {
    case .null: try single.encodeNil()
    case .bool(let value): try single.encode(value)
    case .integer(let value): try single.encode(value)
    case .number(let value): try single.encode(value)
    case .string(let value): try single.encode(value)
    case .list(let value): try single.encode(value)
    case .map(let value): try single.encode(value)
    }
  }
}

extension AnyValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByFloatLiteral
{
  /// Creates text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates true or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Creates a number with a fraction.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// Creates a list.
  public init(arrayLiteral elements: AnyValue...) { self = .list(elements) }
  /// Creates a mapping, in the order of the literal.
  public init(dictionaryLiteral elements: (String, AnyValue)...) {
    self = .map(OrderedMap(elements))
  }
}
