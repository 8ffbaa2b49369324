package import InfraSerialization

/// JSON that is read whole, as vendors answer it and as the journal keeps it.
///
/// The reader of manifests tells where something is wrong, and brings a YAML parser with it that
/// `infra` itself should not need; an answer is only ever usable or not.
package struct JSONText {
  private let bytes: [UInt8]
  private var index = 0

  private struct Malformed: Error {}

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that bytes spell; nil where they are not JSON.
  package static func value(of bytes: [UInt8]) -> AnyValue? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var text = JSONText(bytes)
    guard let value = try? text.value(depth: 0) else { return nil }
    text.skipSpace()
    return text.index == bytes.count ? value : nil
  }

  private mutating func value(depth: Int) throws(Malformed) -> AnyValue {
    // Deeper than any vendor's answer, and far from the end of the stack.
    guard depth < 100 else { throw Malformed() }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return .map(try map(depth))
    case UInt8(ascii: "["): return .list(try list(depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func map(_ depth: Int) throws(Malformed) -> OrderedMap<AnyValue> {
    var entries: OrderedMap<AnyValue> = [:]
    index += 1
    if accept("}") { return entries }
    while true {
      skipSpace()
      let key = try string()
      guard accept(":") else { throw Malformed() }
      entries[key] = try value(depth: depth + 1)
      if accept("}") { return entries }
      guard accept(",") else { throw Malformed() }
    }
  }

  private mutating func list(_ depth: Int) throws(Malformed) -> [AnyValue] {
    var items: [AnyValue] = []
    index += 1
    if accept("]") { return items }
    while true {
      items.append(try value(depth: depth + 1))
      if accept("]") { return items }
      guard accept(",") else { throw Malformed() }
    }
  }

  private mutating func word(_ text: String, _ value: AnyValue) throws(Malformed) -> AnyValue {
    guard bytes[index...].starts(with: text.utf8) else { throw Malformed() }
    index += text.utf8.count
    return value
  }

  private mutating func number() throws(Malformed) -> AnyValue {
    let start = index
    while let byte = peek, "+-.0123456789eE".utf8.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if let whole = Int(text) { return .integer(whole) }
    guard let number = Double(text) else { throw Malformed() }
    return .number(number)
  }

  private mutating func string() throws(Malformed) -> String {
    guard peek == UInt8(ascii: "\"") else { throw Malformed() }
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw Malformed()
      default: text.append(byte)
      }
    }
    throw Malformed()
  }

  private mutating func escape() throws(Malformed) -> [UInt8] {
    guard let byte = peek else { throw Malformed() }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"): return try character()
    default: throw Malformed()
    }
  }

  /// The character of `\uXXXX`, or of two of them where it needs both.
  private mutating func character() throws(Malformed) -> [UInt8] {
    var code = UInt32(try unit())
    if (0xD800..<0xDC00).contains(code) {
      guard bytes[index...].starts(with: "\\u".utf8) else { throw Malformed() }
      index += 2
      let low = UInt32(try unit())
      guard (0xDC00..<0xE000).contains(low) else { throw Malformed() }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw Malformed() }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func unit() throws(Malformed) -> UInt16 {
    guard index + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw Malformed() }
    index += 4
    return unit
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }
}
