/// How findings put names, values and lists into sentences.
package enum Wording {
  /// A text in quotes, cut where it is too long to read.
  package static func quote(_ text: String) -> String {
    let limit = 60
    guard text.utf8.count > limit, text.count > limit else { return "'\(text)'" }
    return "'\(text.prefix(limit))…'"
  }

  /// From how many names on a list says only how many more there are: nobody reads a thousand.
  private static let listLimit = 24

  /// Names in quotes, with commas and a final "and".
  package static func list(_ names: [String]) -> String {
    if names.count > listLimit {
      let shown = names.prefix(listLimit - 4).map(quote).joined(separator: ", ")
      return "\(shown) and \(names.count - listLimit + 4) more"
    }
    let quoted = names.map(quote)
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A number without a fraction that is zero: `3`, `0.5`; also where no integer holds it.
  package static func number(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }

  /// A text without control characters, which would break a report's lines or drive a terminal.
  ///
  /// They are shown as Swift writes them: `\n`, `\u{1B}`.
  package static func printable(_ text: String, keepingLines: Bool = false) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\n" && keepingLines: shown.unicodeScalars.append(scalar)
      case .control where scalar == "\n": shown += "\\n"
      case .control where scalar == "\t": shown += "\\t"
      case .control, .format, .lineSeparator, .paragraphSeparator:
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
