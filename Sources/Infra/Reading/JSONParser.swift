/// A parser of JSON as the platforms read it: what they refuse is refused by name.
struct JSONParser {
  private let bytes: [UInt8]
  private let limits: ReadingLimits
  private var index = 0
  private var line = 1
  private var values = 0

  init(_ text: String, limits: ReadingLimits) {
    bytes = Array(text.utf8)
    self.limits = limits
  }

  mutating func document() throws(ReadingError) -> SourceNode {
    // A byte order mark.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    let node = try value(depth: 0)
    try skipSpace()
    guard index == bytes.count else { throw error("expected the end after the document's value") }
    return node
  }

  // MARK: - Values

  private mutating func value(depth: Int) throws(ReadingError) -> SourceNode {
    try skipSpace()
    values += 1
    guard values <= limits.values else { throw error("more than \(limits.values) values") }
    let start = line
    switch peek {
    case UInt8(ascii: "{"): return SourceNode(.map(try map(depth: depth)), line: start)
    case UInt8(ascii: "["): return SourceNode(.list(try list(depth: depth)), line: start)
    case UInt8(ascii: "\""): return SourceNode(.scalar(.text(try string())), line: start)
    case _ where isAtDigit || peek == UInt8(ascii: "-"):
      return SourceNode(.scalar(.number(try number())), line: start)
    default: return SourceNode(.scalar(try word()), line: start)
    }
  }

  private mutating func map(depth: Int) throws(ReadingError) -> [SourceNode.Entry] {
    try enter(depth)
    var entries: [SourceNode.Entry] = []
    var keys: Set<[UInt8]> = []
    while try hasNext(UInt8(ascii: "}"), isFirst: entries.isEmpty) {
      guard peek == UInt8(ascii: "\"") else { throw error("expected a key in double quotes") }
      let start = line
      let key = try string()
      guard keys.insert(Array(key.utf8)).inserted else {
        throw error("the key '\(key)' occurs twice in one map")
      }
      try skipSpace()
      guard peek == UInt8(ascii: ":") else { throw error("expected ':' after the key '\(key)'") }
      index += 1
      let value = try value(depth: depth + 1)
      entries.append(SourceNode.Entry(key: key, line: start, value: value))
    }
    return entries
  }

  private mutating func list(depth: Int) throws(ReadingError) -> [SourceNode] {
    try enter(depth)
    var items: [SourceNode] = []
    while try hasNext(UInt8(ascii: "]"), isFirst: items.isEmpty) {
      items.append(try value(depth: depth + 1))
    }
    return items
  }

  private mutating func enter(_ depth: Int) throws(ReadingError) {
    index += 1
    guard depth < limits.depth else { throw error("nested deeper than \(limits.depth) levels") }
  }

  /// Moves to the next entry, past its comma, or past the end.
  private mutating func hasNext(_ end: UInt8, isFirst: Bool) throws(ReadingError) -> Bool {
    try skipSpace()
    if peek == end {
      index += 1
      return false
    }
    if isFirst { return true }
    guard peek == UInt8(ascii: ",") else {
      throw error("expected ',' or '\(Character(Unicode.Scalar(end)))'")
    }
    index += 1
    try skipSpace()
    if peek == end { throw error("a comma before '\(Character(Unicode.Scalar(end)))' is not JSON") }
    return true
  }

  private mutating func word() throws(ReadingError) -> SourceScalar {
    for (text, scalar) in [
      ("true", SourceScalar.bool(true)), ("false", .bool(false)), ("null", .null),
    ]
    where bytes[index...].starts(with: text.utf8) {
      index += text.utf8.count
      return scalar
    }
    guard let byte = peek else { throw error("the file ends where a value should be") }
    throw error(
      byte == UInt8(ascii: "'")
        ? "text needs double quotes" : "expected a value, found \(Self.name(of: byte))"
    )
  }

  private mutating func number() throws(ReadingError) -> String {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    let whole = skipDigits()
    let hasLeadingZero = whole > 1 && bytes[index - whole] == UInt8(ascii: "0")
    var isValid = whole > 0 && !hasLeadingZero
    if peek == UInt8(ascii: ".") {
      index += 1
      isValid = skipDigits() > 0 && isValid
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      index += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
      isValid = skipDigits() > 0 && isValid
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard isValid else { throw error("'\(text)' is not a JSON number") }
    return text
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while isAtDigit { index += 1 }
    return index - start
  }

  // MARK: - Text

  private mutating func string() throws(ReadingError) -> String {
    index += 1
    var start = index
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        text += bytes[start..<index]
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<index]
        index += 1
        try escape(into: &text)
        start = index
      case 0..<0x20: throw error("a control character in text must be escaped")
      default: index += 1
      }
    }
    throw error("the file ends inside text")
  }

  private mutating func escape(into text: inout [UInt8]) throws(ReadingError) {
    let byte = peek
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text += Array(String(try unicodeEscape()).utf8)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte ?? 0)
    default: throw error("unknown escape in text")
    }
  }

  private mutating func unicodeEscape() throws(ReadingError) -> Unicode.Scalar {
    let first = try hexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, bytes[index...].starts(with: "\\u".utf8) {
      index += 2
      let second = try hexDigits()
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw error("half of a surrogate pair is not text")
  }

  private mutating func hexDigits() throws(ReadingError) -> UInt32 {
    let digits = bytes[index...].prefix(4)
    let isHex = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard digits.count == 4, isHex,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("expected four hexadecimal digits after \\u") }
    index += 4
    return value
  }

  // MARK: - Bytes

  private var isAtDigit: Bool { (0x30...0x39).contains(peek ?? 0) }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() throws(ReadingError) {
    while let byte = peek {
      switch byte {
      case 0x0A:
        line += 1
        index += 1
      case 0x0D:
        // A lone carriage return ends a line as well.
        if index + 1 == bytes.count || bytes[index + 1] != 0x0A { line += 1 }
        index += 1
      case 0x20, 0x09: index += 1
      case UInt8(ascii: "/"), UInt8(ascii: "#"): throw error("JSON has no comments")
      default: return
      }
    }
  }

  private func error(_ message: String) -> ReadingError { ReadingError(message, line: line) }

  private static func name(of byte: UInt8) -> String {
    (0x21...0x7E).contains(byte)
      ? "'\(Character(Unicode.Scalar(byte)))'" : "a character that JSON has no use for"
  }
}
