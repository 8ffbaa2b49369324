/// A name with the text that is assigned to it, as one line of any usual language has it.
struct AssignedValue {
  /// The name.
  let name: ArraySlice<UInt8>

  /// The text, without quotes.
  let text: ArraySlice<UInt8>

  /// Whether it stood in quotes.
  let isQuoted: Bool

  /// Reads the assignment whose name has a byte of the line in it.
  ///
  /// It knows `NAME=text`, `name: "text"`, `"name": "text"`, `name := 'text'`, `name => text`,
  /// `let name: String = "text"` and `<name>text</name>`.
  init?(around place: Int, in bytes: [UInt8], line: Range<Int>) {
    var start = place
    while start > line.lowerBound, Self.isName(bytes[start - 1]) { start -= 1 }
    var end = place
    while end < line.upperBound, Self.isName(bytes[end]) { end += 1 }
    guard start < end else { return nil }
    name = bytes[start..<end]
    var cursor = Cursor(bytes: bytes, position: end, end: line.upperBound)
    let isElement = start > line.lowerBound && bytes[start - 1] == UInt8(ascii: "<")
    guard cursor.skipToValue(ofElement: isElement), let (text, isQuoted) = cursor.value() else {
      return nil
    }
    self.text = text
    self.isQuoted = isQuoted
  }

  private init(name: ArraySlice<UInt8>, text: ArraySlice<UInt8>, isQuoted: Bool) {
    self.name = name
    self.text = text
    self.isQuoted = isQuoted
  }

  /// Reads the value of a list entry that has its name in a line of its own, as Render's file has:
  /// `- key: NAME`, and `value: text` in the next line.
  static func entry(
    naming name: Range<Int>,
    in bytes: [UInt8],
    next: Range<Int>
  ) -> AssignedValue? {
    var cursor = Cursor(bytes: bytes, position: next.lowerBound, end: next.upperBound)
    cursor.skipBlanks()
    guard cursor.take("value"), cursor.skipToValue(), let (text, isQuoted) = cursor.value() else {
      return nil
    }
    return AssignedValue(name: bytes[name], text: text, isQuoted: isQuoted)
  }

  static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

/// A place in a line, moving to its end.
private struct Cursor {
  let bytes: [UInt8]
  var position: Int
  let end: Int

  var byte: UInt8? { position < end ? bytes[position] : nil }

  mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  mutating func take(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard end - position >= word.count,
      bytes[position..<position + word.count].elementsEqual(word)
    else { return false }
    position += word.count
    return true
  }

  /// Moves behind the sign that assigns, and over the type that may stand before it.
  mutating func skipToValue(ofElement isElement: Bool = false) -> Bool {
    if isElement { return take(">") }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { position += 1 }
    if byte == UInt8(ascii: "]") { position += 1 }
    skipBlanks()
    if take("==") || take("!=") {
      // What is compared with is a value of the program only where it is written out.
      skipBlanks()
      return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
    if take("=>") || take(":=") {
      skipBlanks()
      return true
    }
    if take("=") {
      skipBlanks()
      return true
    }
    guard take(":") else { return false }
    skipBlanks()
    // A type, and the sign after it: `: String = "…"`.
    let start = position
    while let byte, AssignedValue.isName(byte) || byte == UInt8(ascii: "?") { position += 1 }
    skipBlanks()
    if position > start, take("= ") {
      skipBlanks()
      return true
    }
    position = start
    return true
  }

  mutating func value() -> (ArraySlice<UInt8>, isQuoted: Bool)? {
    guard let first = byte else { return nil }
    if [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")].contains(first) {
      let start = position + 1
      guard let close = bytes[start..<end].firstIndex(of: first) else { return nil }
      return (bytes[start..<close], true)
    }
    let start = position
    while let byte, byte > 0x20, !",;()[]<}'\"".utf8.contains(byte) { position += 1 }
    // A path of names and a call are the program's, and no text.
    if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { return nil }
    let text = bytes[start..<position]
    return text.isEmpty || text.contains(UInt8(ascii: ".")) ? nil : (text, false)
  }
}
