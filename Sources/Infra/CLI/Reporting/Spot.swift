import InfraContract
import InfraKit

/// Where in its line the cause of a finding stands.
struct Spot {
  /// The line as it is shown.
  let text: String

  /// The cause's first column, counted from zero.
  let column: Int

  /// How many columns it takes.
  let length: Int

  /// Looks for the cause of a finding in its line: the first name that the message quotes, or the
  /// resource's, or else whatever the line starts with.
  init?(_ diagnostic: Diagnostic, in sources: Sources) {
    guard let site = diagnostic.site,
      let line = sources.line(site.line, of: site.file.description)
    else { return nil }
    // A line that does not fit a screen shows nothing.
    if line.count > 160 || line.allSatisfy(\.isWhitespace) { return nil }
    text = Wording.printable(String(line.map { $0 == "\t" ? " " : $0 }))
    let names = Self.quoted(in: diagnostic.message) + [diagnostic.resource?.name].compactMap(\.self)
    for name in names {
      for candidate in ["\"\(name)\"", name] {
        if let column = Self.column(of: candidate, in: text) {
          self.column = column
          length = candidate.count
          return
        }
      }
    }
    column = text.prefix { $0.isWhitespace }.count
    length = text.dropFirst(column).prefix { $0.isLetter || $0.isNumber || $0 == "." }.count
  }

  /// The columns in code points, counted from one, the last of them not included.
  var codePoints: Range<Int> {
    let start = text.prefix(column).unicodeScalars.count + 1
    return start..<(start + text.dropFirst(column).prefix(length).unicodeScalars.count)
  }

  /// The line with its number and a mark under the cause.
  func excerpt(at line: UInt) -> (code: String, mark: String) {
    let number = "\(line)"
    let margin = String(repeating: " ", count: number.count)
    let mark = "^" + String(repeating: "~", count: max(0, length - 1))
    return (
      "  \(number) | \(text)\n",
      "  \(margin) | " + String(repeating: " ", count: column) + mark + "\n"
    )
  }

  /// The texts between quotes, in order; an apostrophe, as in "Render's", is no quote.
  static func quoted(in message: String) -> [String] {
    let letters = Array(message)
    func isWord(_ index: Int) -> Bool {
      letters.indices.contains(index) && (letters[index].isLetter || letters[index].isNumber)
    }
    var found: [String] = []
    var start: Int?
    for index in letters.indices where letters[index] == "'" {
      if let open = start, !isWord(index + 1) {
        if open < index { found.append(String(letters[open..<index])) }
        start = nil
      } else if start == nil, !isWord(index - 1) {
        start = index + 1
      }
    }
    return found
  }

  /// The column of a text that is no part of a longer word.
  private static func column(of text: String, in line: String) -> Int? {
    let letters = Array(line)
    let wanted = Array(text)
    guard !wanted.isEmpty, wanted.count <= letters.count else { return nil }
    func isPart(_ index: Int) -> Bool {
      letters.indices.contains(index)
        && (letters[index].isLetter || letters[index].isNumber || letters[index] == "_")
    }
    for start in 0...(letters.count - wanted.count)
    where letters[start] == wanted[0] && Array(letters[start..<start + wanted.count]) == wanted {
      let isWord = wanted[0].isLetter || wanted[0].isNumber
      if !isWord || (!isPart(start - 1) && !isPart(start + wanted.count)) { return start }
    }
    return nil
  }
}
