import NIOCore

/// Something that is written as one JSON value.
protocol JSONWritable {
  func write(to json: inout JSONWriter)
}

/// Writes JSON straight into a buffer, members in the order in which they are named.
struct JSONWriter {
  /// The bytes so far.
  private(set) var buffer: ByteBuffer
  private var needsComma = false

  /// Starts an empty text.
  init(capacity: Int = 512) { buffer = ByteBufferAllocator().buffer(capacity: capacity) }

  /// The text of one value.
  static func encode(_ value: some JSONWritable, capacity: Int = 512) -> ByteBuffer {
    var json = JSONWriter(capacity: capacity)
    value.write(to: &json)
    return json.buffer
  }

  /// Writes an object whose members the body names.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    buffer.writeInteger(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    buffer.writeInteger(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes an array.
  mutating func array<Element>(
    _ elements: some Sequence<Element>,
    _ body: (Element, inout JSONWriter) -> Void
  ) {
    separate()
    buffer.writeInteger(UInt8(ascii: "["))
    needsComma = false
    for element in elements { body(element, &self) }
    buffer.writeInteger(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes a member's name, which the program knows and which needs no escape; its value follows.
  mutating func name(_ name: StaticString) {
    separate()
    buffer.writeInteger(UInt8(ascii: "\""))
    buffer.writeStaticString(name)
    buffer.writeStaticString("\":")
    needsComma = false
  }

  /// Writes a member's name that is known only now; its value follows.
  mutating func name(text name: String) {
    text(name)
    buffer.writeInteger(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member that is a text, or null.
  mutating func member(_ name: StaticString, _ value: String?) {
    self.name(name)
    if let value { text(value) } else { null() }
  }

  /// Writes a member that is a whole number.
  mutating func member(_ name: StaticString, _ value: Int) {
    self.name(name)
    integer(value)
  }

  /// Writes a member that is true or false.
  mutating func member(_ name: StaticString, _ value: Bool) {
    self.name(name)
    boolean(value)
  }

  /// Writes a member of any kind.
  mutating func member(_ name: StaticString, _ value: some JSONWritable) {
    self.name(name)
    value.write(to: &self)
  }

  /// Writes null.
  mutating func null() { literal("null") }

  /// Writes true or false.
  mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes a whole number.
  mutating func integer(_ value: Int) {
    separate()
    buffer.writeString(String(value))
  }

  /// Writes a number; JSON has no infinities, so they are null.
  mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    buffer.writeString(value.description)
  }

  /// Writes a text, escaping what JSON demands (RFC 8259, 7).
  mutating func text(_ value: String) {
    separate()
    buffer.writeInteger(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { text in
      let bytes = UnsafeRawBufferPointer(text)
      // What needs no escape is written in whole runs; most texts are one.
      var start = 0
      for index in bytes.indices where Self.mustEscape(bytes[index]) {
        buffer.writeBytes(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
        escape(bytes[index])
        start = index + 1
      }
      buffer.writeBytes(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
    buffer.writeInteger(UInt8(ascii: "\""))
  }

  private static func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): buffer.writeStaticString("\\\"")
    case UInt8(ascii: "\\"): buffer.writeStaticString("\\\\")
    case 0x0A: buffer.writeStaticString("\\n")
    case 0x0D: buffer.writeStaticString("\\r")
    case 0x09: buffer.writeStaticString("\\t")
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      buffer.writeString("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    default: buffer.writeInteger(byte)
    }
  }

  private mutating func literal(_ word: StaticString) {
    separate()
    buffer.writeStaticString(word)
  }

  private mutating func separate() {
    if needsComma { buffer.writeInteger(UInt8(ascii: ",")) }
    needsComma = true
  }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  func write(to json: inout JSONWriter) {
    if let self { self.write(to: &json) } else { json.null() }
  }
}
