import Yams

/// Puts back the byte order mark that a text begins with: Yams drops it from a value's start.
struct LeadingMark {
  /// The file's lines, as libYAML counts them; none where no text can begin with the mark.
  private let lines: [[Unicode.Scalar]]

  init(in text: String) {
    guard Self.isPossible(in: text) else {
      lines = []
      return
    }
    var lines: [[Unicode.Scalar]] = [[]]
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append([])
      default: lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    self.lines = lines
  }

  /// The text of a scalar as its file has it.
  func text(of scalar: Node.Scalar) -> String {
    guard let mark = scalar.mark, lines.indices.contains(mark.line - 1) else {
      return scalar.string
    }
    let line = lines[mark.line - 1].dropFirst(mark.column - 1)
    let isMarked =
      switch scalar.style {
      case .doubleQuoted:
        ["\u{FEFF}", "\\ufeff", "\\uFEFF", "\\U0000feff", "\\U0000FEFF"]
          .contains { line.dropFirst().starts(with: $0.unicodeScalars) }
      case .singleQuoted: line.dropFirst().first == "\u{FEFF}"
      default: line.first == "\u{FEFF}"
      }
    return isMarked && scalar.string.unicodeScalars.first != "\u{FEFF}"
      ? "\u{FEFF}" + scalar.string : scalar.string
  }

  private static func isPossible(in text: String) -> Bool {
    var last: (UInt8, UInt8, UInt8) = (0, 0, 0)
    for byte in text.utf8 {
      // U+FEFF itself, or the end of its escape.
      if last.1 == 0xEF, last.2 == 0xBB, byte == 0xBF { return true }
      if byte | 0x20 == 0x66, last.2 | 0x20 == 0x66, last.1 | 0x20 == 0x65, last.0 | 0x20 == 0x66 {
        return true
      }
      last = (last.1, last.2, byte)
    }
    return false
  }
}
