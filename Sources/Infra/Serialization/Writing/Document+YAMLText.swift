// How text is written in YAML: plain where every reader agrees that it is text, else quoted, or as a
// block where it has lines. Checked against YAML 1.1 and 1.2 readers by the tests.
extension Document {
  mutating func writeYAMLValue(_ text: UnsafeBufferPointer<UInt8>) {
    beginValue()
    if isPlain(text) {
      bytes.append(contentsOf: text)
    } else if isBlock(text) {
      writeBlock(text)
    } else {
      writeQuoted(text)
    }
  }

  /// Whether text stands for itself without quotes.
  func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    var all: UInt8 = 0xFF
    var any: UInt8 = 0
    classes.withUnsafeBufferPointer { classes in
      for byte in text {
        let byteClass = classes[Int(byte)]
        all &= byteClass
        any |= byteClass
      }
    }
    let startsWithLetter = classes[Int(first)] & ByteClass.letter != 0
    if startsWithLetter, all & ByteClass.safe != 0 { return !text.isReservedWord }
    if classes[Int(first)] & ByteClass.indicator != 0 { return false }
    if any & (ByteClass.control | ByteClass.wide) != 0 { return false }
    if !startsWithLetter, all & ByteClass.numeric != 0 { return false }
    if last == 0x20 || last == 0x3A { return false }
    return any & ByteClass.contextual == 0 || !text.hasMarkBesideSpace
  }

  /// Whether text of several lines can be a block that no editor and no reader changes.
  private func isBlock(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, first != 0x20, first != 0x0A else { return false }
    var hasLines = false
    var previous: UInt8 = 0
    for (index, byte) in text.enumerated() {
      if byte == 0x0A {
        // A second empty line at the end would have to be kept by `|+`, and editors drop it.
        if previous == 0x20 || (previous == 0x0A && index == text.count - 1) { return false }
        hasLines = true
      } else if classes[Int(byte)] & ByteClass.control != 0 {
        return false
      } else if classes[Int(byte)] & ByteClass.wide != 0, text.hiddenLength(at: index) > 0 {
        return false
      }
      previous = byte
    }
    return hasLines && previous != 0x20
  }

  private mutating func writeBlock(_ text: UnsafeBufferPointer<UInt8>) {
    let endsInNewLine = text.last == 0x0A
    append(endsInNewLine ? "|" : "|-")
    for line in text.dropLast(endsInNewLine ? 1 : 0).split(
      separator: 0x0A,
      omittingEmptySubsequences: false
    ) {
      if line.isEmpty { append(byte: 0x0A) } else { newLine(depth: max(frames.count, 1)) }
      bytes.append(contentsOf: line)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether text is a word that some YAML reader takes for a boolean or for nothing.
  fileprivate var isReservedWord: Bool {
    guard count <= 5, let first else { return false }
    switch Unicode.Scalar(first | 0x20) {
    case "y", "n", "o", "t", "f": break
    default: return false
    }
    var word: UInt64 = 0
    for byte in self { word = word << 8 | UInt64(byte | 0x20) }
    return ReservedWords.packed.contains(word)
  }

  /// Whether a colon stands before a space, or a number sign after one.
  fileprivate var hasMarkBesideSpace: Bool {
    for index in 1..<count {
      switch (self[index - 1], self[index]) {
      case (0x3A, 0x20), (0x20, 0x23): return true
      default: continue
      }
    }
    return false
  }
}

private enum ReservedWords {
  static let packed = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"].map { word in
    word.utf8.reduce(into: UInt64(0)) { $0 = $0 << 8 | UInt64($1) }
  }
}
