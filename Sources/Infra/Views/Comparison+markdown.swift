import InfraKit

extension Comparison {
  /// The comparison as Markdown, for a pull request or a wiki.
  package var markdown: String {
    let before = MarkdownText.inline(left)
    let after = MarkdownText.inline(right)
    if groups.isEmpty { return "**\(before)** and **\(after)** do not differ.\n" }
    var text = "## \(before) → \(after)\n"
    for group in groups {
      text += "\n### \(group.kind)"
      if !group.name.isEmpty { text += " \(MarkdownText.code(group.name))" }
      text += "\n\n"
      switch group.presence {
      case .left: text += "Only in \(before).\n"
      case .right: text += "Only in \(after).\n"
      case .both:
        text += "| Field | \(before) | \(after) |\n| --- | --- | --- |\n"
        for change in group.changes {
          text += "| \(MarkdownText.inline(change.field)) | \(cell(change, change.left)) "
          text += "| \(cell(change, change.right)) |\n"
        }
      }
    }
    return text
  }

  private func cell(_ change: Change, _ value: String?) -> String {
    value.map(MarkdownText.code) ?? MarkdownText.inline(change.shown(nil))
  }
}

/// Text as GitHub's Markdown holds it, also inside a table.
enum MarkdownText {
  /// A text in which no character has a meaning.
  static func inline(_ text: String) -> String {
    var escaped = ""
    for scalar in Wording.printable(text).unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A text as code, between more backquotes than it has in a row.
  static func code(_ text: String) -> String {
    let printable = Wording.printable(text)
    var longest = 0
    var run = 0
    for character in printable {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let space = longest > 0 || printable.isEmpty ? " " : ""
    // A table takes a vertical bar for a cell's end even inside of code.
    let body = printable.split(separator: "|", omittingEmptySubsequences: false)
    return fence + space + body.joined(separator: "\\|") + space + fence
  }
}
