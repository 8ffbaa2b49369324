extension Document {
  /// Writes an entry of a map that is text, as most are.
  mutating func writeEntry(_ name: String, _ value: String, in position: Position) throws {
    try beginEntry(name, in: position)
    writeString(value)
  }

  mutating func writeString(_ value: String) {
    var value = value
    value.withUTF8 { text in
      if notation == .yaml { writeYAMLValue(text) } else { writeQuoted(text) }
    }
  }

  mutating func writeBool(_ value: Bool) {
    beginValue()
    append(value ? "true" : "false")
  }

  mutating func writeInteger(_ value: some FixedWidthInteger) {
    beginValue()
    append(String(value))
  }

  /// Writes a number so that every reader takes it for one: Swift's `1e-05` lacks the point that
  /// YAML 1.1 asks for, and a whole number needs no fraction.
  mutating func writeNumber(_ value: some BinaryFloatingPoint & LosslessStringConvertible) throws {
    guard value.isFinite else { throw error("\(value) is not a number that a manifest can hold") }
    beginValue()
    if value.magnitude < 0x1p53, value == value.rounded(.towardZero),
      value.sign == .plus || value != 0
    {
      append(String(Int64(value)))
      return
    }
    let text = String(value)
    if let exponent = text.firstIndex(of: "e"), !text.contains(".") {
      append(text[..<exponent] + ".0" + text[exponent...])
    } else {
      append(text)
    }
  }

  /// Writes nothing in particular; in a YAML map the key alone says it, as people write it.
  mutating func writeNull(isEntry: Bool) {
    if notation == .yaml, isEntry { return }
    beginValue()
    append("null")
  }

  /// In YAML a space parts a value from its key or dash; the other notations have written theirs.
  mutating func beginValue() {
    if notation == .yaml, !frames.isEmpty { append(byte: 0x20) }
  }
}
