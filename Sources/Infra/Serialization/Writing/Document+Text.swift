extension Document {
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// A line break and as many spaces as the deepest level needs.
  private static let indentation =
    [0x0A] + [UInt8](repeating: 0x20, count: 2 * (depthLimit + 2))

  /// Ends the line and indents the next one.
  mutating func newLine(depth: Int) {
    Self.indentation.withUnsafeBufferPointer { line in
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: line[..<(2 * depth + 1)]))
    }
  }

  /// Writes text between double quotes, with escapes that YAML, JSON and JavaScript share.
  mutating func writeQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    append(byte: 0x22)
    appendEscaped(text)
    append(byte: 0x22)
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    let special = ByteClass.control | ByteClass.wide | ByteClass.escaped
    while index < text.count {
      let byte = text[index]
      let isTag = byte == 0x3C && notation == .javaScript
      guard classes[Int(byte)] & special != 0 || isTag else {
        index += 1
        continue
      }
      var length = 1
      if classes[Int(byte)] & ByteClass.wide != 0 {
        length = text.hiddenLength(at: index)
        guard length > 0 else {
          index += 1
          continue
        }
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      switch byte {
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      // Only `</script` and `<!--` mean something to a page; a lone `<` stays readable.
      case 0x3C: append(text.endsScript(at: index) ? "\\u003c" : "<")
      default:
        appendUnicodeEscape(length == 1 ? UInt16(byte) : text.scalar(at: index, length: length))
      }
      index += length
      start = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private mutating func appendUnicodeEscape(_ scalar: UInt16) {
    append("\\u")
    for shift: UInt16 in [12, 8, 4, 0] {
      let digit = UInt8(scalar >> shift & 0xF)
      append(byte: digit < 10 ? 0x30 + digit : 0x61 - 10 + digit)
    }
  }

  /// Writes a comment of whole lines and an empty line after it, whatever the text holds.
  mutating func writeComment(_ text: String, mark: StaticString) {
    var line = ""
    func end() {
      append(mark)
      if !line.isEmpty { append(" " + line) }
      append(byte: 0x0A)
      line = ""
    }
    let isScript = notation == .javaScript
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": end()
      case "\t": line += "  "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}",
        "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        line.unicodeScalars.append("\u{FFFD}")
      case "/" where isScript && previous == "<", "!" where isScript && previous == "<":
        // A page that holds the module must not end its script here.
        line += "\\"
        line.unicodeScalars.append(scalar)
      default: line.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    if !line.isEmpty || text.isEmpty { end() }
    append(byte: 0x0A)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the `<` at an index begins `</script` or `<!--`, which end or change a page's script.
  fileprivate func endsScript(at index: Int) -> Bool {
    if self[(index + 1)...].starts(with: "!--".utf8) { return true }
    return self[(index + 1)...].prefix(7).lazy.map { $0 | 0x20 }.elementsEqual("/script".utf8)
  }
}
