/// Assignments as `.env` holds them.
package enum EnvText {
  /// A line, or several, that Compose and `infra dev` read back as exactly this value.
  package static func assignment(_ name: String, _ value: String) -> String {
    "\(name)=\(quoted(value))"
  }

  /// A value in the plainest form that keeps every byte.
  ///
  /// Apostrophes keep everything but themselves and backslashes, so what has either is written
  /// between double quotes, with escapes.
  static func quoted(_ value: String) -> String {
    if !value.isEmpty, value.utf8.allSatisfy(isPlain) { return value }
    if value.utf8.allSatisfy({ $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\\") }),
      !value.utf8.contains(UInt8(ascii: "\r"))
    {
      return "'\(value)'"
    }
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", "\"", "$": text += "\\\(scalar)"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_./:@%+,=".utf8.contains(byte)
    }
  }
}
