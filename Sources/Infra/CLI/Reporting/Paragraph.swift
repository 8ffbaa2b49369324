import InfraKit

/// Text for a terminal of eighty columns.
enum Paragraph {
  /// The widest line.
  static let width = 80

  /// A text in lines, broken between words; those after the first are indented as told.
  static func wrapped(_ text: String, first: String = "", rest: String = "") -> String {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(line)
    return lines.joined(separator: "\n") + "\n"
  }

  /// A paragraph whose lines all start with spaces.
  static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return wrapped(text, first: margin, rest: margin)
  }

  /// The blocks of a setup step: paragraphs broken, commands as they are typed.
  static func blocks(_ blocks: [SetupStep.Block], indent: String) -> String {
    blocks.map { block in
      switch block {
      case .text(let text): wrapped(text, first: indent, rest: indent)
      case .commands(let lines): lines.map { "\(indent)  \($0)\n" }.joined()
      case .list(let items):
        items.map { wrapped($0, first: indent + "- ", rest: indent + "  ") }.joined()
      case .table(let headings, let rows):
        Columns.aligned([headings] + rows).map { "\(indent)\($0)\n" }.joined()
      }
    }
    .joined()
  }
}
