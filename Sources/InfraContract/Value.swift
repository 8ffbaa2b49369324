/// The value of a variable: text, references to other resources, and secrets, in order.
///
/// Write a literal (`"info"`, `4`, `true`), a property of a resource (`database.url`), or both in one
/// string: `"postgres://\(database.host):5432/app"`.
public struct Value: Sendable, Hashable {
  /// One piece of a value.
  public enum Part: Sendable, Hashable {
    /// Text, taken as it is.
    case literal(String)
    /// A property of another resource.
    case reference(Reference)
    /// A secret, by declaration.
    case secret(Secret)
  }

  /// The pieces, in order; neighbouring literals are joined.
  public let parts: [Part]

  /// Creates a value from its pieces.
  public init(_ parts: [Part]) {
    var joined: [Part] = []
    joined.reserveCapacity(parts.count)
    for part in parts {
      if case .literal(let text) = part {
        if text.isEmpty { continue }
        if case .literal(let before)? = joined.last {
          joined[joined.count - 1] = .literal(before + text)
          continue
        }
      }
      joined.append(part)
    }
    self.parts = joined
  }

  /// Creates a value that is only text.
  public init(_ text: String) {
    self.parts = text.isEmpty ? [] : [.literal(text)]
  }

  /// The text, if the value has neither references nor secrets.
  public var literal: String? {
    switch parts.count {
    case 0: ""
    case 1: if case .literal(let text) = parts[0] { text } else { nil }
    default: nil
    }
  }

  /// The references in the value, in order.
  public var references: [Reference] {
    parts.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
  }

  /// The secrets in the value, in order.
  public var secrets: [Secret] {
    parts.compactMap { if case .secret(let secret) = $0 { secret } else { nil } }
  }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  /// Creates the decimal text of an integer.
  public init(integerLiteral value: Int) { self.init(String(value)) }

  /// Creates `true` or `false`.
  public init(booleanLiteral value: Bool) { self.init(value ? "true" : "false") }
}

extension Value: ExpressibleByStringInterpolation {
  /// Creates a value that is only text.
  public init(stringLiteral value: String) { self.init(value) }

  /// Creates a value from a string with references inside.
  public init(stringInterpolation: Interpolation) { self.init(stringInterpolation.parts) }

  /// Gathers the pieces of an interpolated string without flattening references to text.
  public struct Interpolation: StringInterpolationProtocol, Sendable {
    var parts: [Part] = []

    /// Prepares for an interpolated string of about that size.
    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Appends the text between two interpolations.
    public mutating func appendLiteral(_ literal: String) { parts.append(.literal(literal)) }

    /// Appends a value with its references.
    public mutating func appendInterpolation(_ value: Value) { parts += value.parts }

    /// Appends a typed value with its references.
    public mutating func appendInterpolation(_ typed: some VariableType) {
      parts += typed.value.parts
    }

    /// Appends text that is known when the description is written.
    public mutating func appendInterpolation(_ text: String) { parts.append(.literal(text)) }
  }
}
