/// Text in the syntax of an nginx configuration, where `"`, `\`, `$`, `;`, `{` and line ends count.
enum NginxText {
  /// A piece of a parameter.
  enum Piece: Hashable {
    /// Text, taken as it is.
    case text(String)
    /// A variable, without its dollar.
    case variable(String)
  }

  /// The variable that holds a dollar, for which nginx's text has no escape.
  static let dollar = "dollar"

  /// The longest parameter in bytes that fits nginx's buffer of 4096 with its quotes
  /// (`NGX_CONF_BUFFER`, nginx 1.28, checked 2026-11-23).
  static let longestParameter = 4000

  /// Text as one parameter that nginx reads back unchanged.
  static func quoted(_ text: String) -> String { quoted([.text(text)]) }

  /// Pieces as one parameter, in quotes where nginx needs them.
  static func quoted(_ pieces: [Piece]) -> String {
    var result = ""
    var plain = !pieces.isEmpty
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text):
        plain = plain && text.utf8.allSatisfy(isPlain)
        append(text, to: &result)
      case .variable(let name):
        let isGroup = name.utf8.allSatisfy(isDigit)
        let goesOn = !isGroup && continuesName(pieces[(index + 1)...].first)
        result += goesOn ? "${\(name)}" : "$\(name)"
      }
    }
    return plain && !result.isEmpty ? result : "\"\(result)\""
  }

  /// What keeps pieces from being a parameter, to follow what they are in a sentence.
  static func fault(_ pieces: [Piece]) -> String? {
    for case .text(let text) in pieces
    where text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
      return "has a line break or another control character, which ends a header early"
    }
    if quoted(pieces).utf8.count > longestParameter {
      return "is longer than the \(longestParameter) bytes that nginx reads as one parameter"
    }
    return nil
  }

  /// A comment of one or more lines, each cut off from what could end it.
  static func comment(_ lines: [String]) -> [String] {
    lines.flatMap { $0.split(whereSeparator: \.isNewline) }.map { line in
      "# " + String(line.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
    }
  }

  private static func append(_ text: String, to result: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result.append("\\")
        result.unicodeScalars.append(scalar)
      case "$": result += "${\(dollar)}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether what follows a variable would be read as part of its name.
  private static func continuesName(_ next: Piece?) -> Bool {
    guard case .text(let text)? = next, let byte = text.utf8.first else { return false }
    return isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "&"):
      true
    default: isDigit(byte) || isLetter(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
