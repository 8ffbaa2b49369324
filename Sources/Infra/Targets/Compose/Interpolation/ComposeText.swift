/// Text of a Compose file, in which every dollar is either literal or the start of a variable.
///
/// Compose replaces variables in every value of the file. Text that comes from Swift is literal and
/// gets its dollars doubled; a variable is put in by type, so neither can pass for the other:
/// `"http://localhost:\(ComposeVariable("BACKEND_PORT", default: "8080"))"`.
public struct ComposeText: Sendable, Hashable {
  /// The text as the file carries it: `$$` for a dollar, `${NAME}` for a variable.
  public let written: String

  /// Takes text as a file carries it.
  public init(written: String) { self.written = written }

  /// Creates literal text.
  public init(_ literal: String) { self.written = Self.doublingDollars(literal) }

  /// Creates text that is one variable.
  public init(_ variable: ComposeVariable) { self.written = variable.written }

  static func doublingDollars(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "$" { result.append("$") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// One text after another.
  public static func + (left: ComposeText, right: ComposeText) -> ComposeText {
    ComposeText(written: left.written + right.written)
  }

  /// Appends text.
  public static func += (left: inout ComposeText, right: ComposeText) { left = left + right }
}

extension ComposeText: ExpressibleByStringInterpolation {
  /// Creates literal text.
  public init(stringLiteral value: String) { self.init(value) }

  /// Creates text from a string with variables inside.
  public init(stringInterpolation: Interpolation) {
    self.init(written: stringInterpolation.written)
  }

  /// Gathers the pieces of an interpolated string.
  public struct Interpolation: StringInterpolationProtocol, Sendable {
    var written = ""

    /// Prepares for an interpolated string of about that size.
    public init(literalCapacity: Int, interpolationCount: Int) {
      written.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Appends literal text between two interpolations.
    public mutating func appendLiteral(_ literal: String) {
      written += ComposeText.doublingDollars(literal)
    }

    /// Appends a variable.
    public mutating func appendInterpolation(_ variable: ComposeVariable) {
      written += variable.written
    }

    /// Appends text with the variables that it holds.
    public mutating func appendInterpolation(_ text: ComposeText) { written += text.written }

    /// Appends literal text.
    public mutating func appendInterpolation(_ literal: String) { appendLiteral(literal) }

    /// Appends the decimal text of a number.
    public mutating func appendInterpolation(_ number: Int) { written += String(number) }
  }
}

extension ComposeText: Codable {
  /// Decodes text as the file carries it.
  public init(from decoder: any Decoder) throws {
    self.init(written: try decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes text as the file carries it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(written)
  }
}
