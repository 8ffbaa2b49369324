/// A variable that Compose reads from `.env` or the shell and puts into a value of the file.
///
/// Forms: `12-interpolation.md` of the Compose specification, checked 2026-11-23.
public struct ComposeVariable: Sendable, Hashable {
  /// What a variable becomes when it is unset or empty.
  public enum Fallback: Sendable, Hashable {
    /// Empty text, with a warning when it is unset: `${NAME}`.
    case none
    /// Other text: `${NAME:-text}`.
    case text(ComposeText)
    /// Nothing: Compose stops with this message: `${NAME:?message}`.
    case required(String)
  }

  /// The name: letters, digits and underscores, not starting with a digit.
  public let name: String

  /// What it becomes when it is unset or empty.
  public let fallback: Fallback

  /// Names a variable.
  public init(_ name: String, or fallback: Fallback = .none) {
    self.name = name
    self.fallback = fallback
  }

  /// A variable with a default.
  public init(_ name: String, default text: ComposeText) {
    self.init(name, or: .text(text))
  }

  /// A variable without which Compose must not start; the message says how to get it.
  public init(_ name: String, required message: String) {
    self.init(name, or: .required(message))
  }

  /// Whether Compose reads the name as that of a variable.
  package static func isName(_ name: some StringProtocol) -> Bool {
    guard let first = name.utf8.first, isNameStart(first) else { return false }
    return name.utf8.allSatisfy(isNameByte)
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_")
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }

  /// The variable as the file carries it.
  var written: String {
    switch fallback {
    case .none: "${\(name)}"
    case .text(let text): "${\(name):-\(text.written)}"
    case .required(let message): "${\(name):?\(Self.inBraces(message))}"
    }
  }

  /// A message without what would end the braces early, start a variable, or break the line.
  private static func inBraces(_ message: String) -> String {
    var result = ""
    for scalar in message.unicodeScalars {
      switch scalar {
      case "{": result.append("(")
      case "}": result.append(")")
      case "$": result.append("$$")
      case "\n", "\r", "\t": result.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
