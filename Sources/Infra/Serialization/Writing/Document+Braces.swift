// JSON and JavaScript: braces, brackets and commas. A list of plain values stays on one line where it
// fits, as formatters leave it, so that formatting a repository does not change our files.
extension Document {
  private static var lineWidth: Int { 80 }

  mutating func writeBraceOpening(_ kind: Frame.Kind) {
    if let outer = frames.indices.last, frames[outer].isInline { breakLines(of: outer) }
    append(byte: kind == .map ? 0x7B : 0x5B)
    if kind == .list { inlineItems.removeAll(keepingCapacity: true) }
  }

  mutating func writeBraceKey(_ name: String, depth: Int) {
    if frames[depth].count > 0 { append(byte: 0x2C) }
    newLine(depth: depth + 1)
    var name = name
    name.withUTF8 { text in
      if notation == .javaScript, text.elementsEqual("__proto__".utf8) {
        // Any other spelling of this key would set the object's prototype.
        append("[\"__proto__\"]")
      } else if notation == .javaScript, isIdentifier(text) {
        bytes.append(contentsOf: text)
      } else {
        writeQuoted(text)
      }
    }
    append(": ")
  }

  mutating func beginBraceItem(depth: Int) {
    if frames[depth].count > 0 { append(byte: 0x2C) }
    if frames[depth].isInline {
      if frames[depth].count > 0 { append(byte: 0x20) }
      inlineItems.append(bytes.count)
    } else {
      newLine(depth: depth + 1)
    }
  }

  mutating func writeBraceEnd(of frame: Frame) {
    let depth = frames.count
    var isInline = frame.isInline
    if isInline, frame.count > 0, lineLength + 2 > Self.lineWidth {
      layOutItems(depth: depth)
      isInline = false
    }
    if frame.count > 0, !isInline {
      if notation == .javaScript { append(byte: 0x2C) }
      newLine(depth: depth)
    }
    append(byte: frame.kind == .map ? 0x7D : 0x5D)
  }

  /// Gives each item of a list that is on one line so far a line of its own.
  private mutating func breakLines(of depth: Int) {
    frames[depth].isInline = false
    layOutItems(depth: depth)
  }

  private mutating func layOutItems(depth: Int) {
    guard let first = inlineItems.first else { return }
    let line = Array(bytes[first...])
    bytes.removeSubrange(first...)
    for (index, item) in inlineItems.enumerated() {
      let isLast = index == inlineItems.count - 1
      // The comma and the space that part two items belong to neither.
      let end = isLast ? line.count : inlineItems[index + 1] - first - 2
      newLine(depth: depth + 1)
      bytes.append(contentsOf: line[(item - first)..<end])
      if !isLast { append(byte: 0x2C) }
    }
    inlineItems.removeAll(keepingCapacity: true)
  }

  private var lineLength: Int {
    var length = 0
    for byte in bytes.reversed() {
      if byte == 0x0A || length > Self.lineWidth { break }
      if byte & 0xC0 != 0x80 { length += 1 }
    }
    return length
  }

  private func isIdentifier(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, !(0x30...0x39).contains(first) else { return false }
    return text.allSatisfy { byte in
      let byteClass = classes[Int(byte)]
      // Of the bytes that are safe in YAML, names have letters, digits and the underscore.
      return byteClass & ByteClass.safe != 0 && !(0x2D...0x2F).contains(byte) || byte == 0x24
    }
  }
}
