/// Reads JSON as RFC 8259 defines it, and nothing beyond it.
///
/// Stricter than most on purpose: a repeated member, half a surrogate pair or bytes that are no
/// UTF-8 would mean different things to different readers.
struct JSONParser {
  /// Why a text is no JSON, and where.
  struct Fault: Error, Equatable {
    let reason: String
    let offset: Int
  }

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads one value that fills the whole text.
  static func parse(_ bytes: [UInt8]) throws(Fault) -> JSON {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Fault(reason: "the text is not UTF-8", offset: 0)
    }
    var parser = JSONParser(bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.position == bytes.count else {
      throw parser.fault("there is text behind the value")
    }
    return value
  }

  private func fault(_ reason: String) -> Fault { Fault(reason: reason, offset: position) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(Fault) -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try nested { parser throws(Fault) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(Fault) in try parser.array() }
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw fault("the text ends too soon")
    default: return try number()
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(Fault) -> JSON
  ) throws(Fault) -> JSON {
    depth += 1
    guard depth <= 32 else { throw fault("the value is nested too deeply") }
    position += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func word(_ word: String, _ value: JSON) throws(Fault) -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw fault("this is no JSON value") }
    position += word.utf8.count
    return value
  }

  private mutating func object() throws(Fault) -> JSON {
    var members: [JSON.Member] = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a member's name is missing") }
      let name = try text()
      guard !members.contains(where: { $0.name == name }) else {
        throw fault("a member is there twice")
      }
      skipSpace()
      guard take(":") else { throw fault("a colon is missing") }
      members.append(JSON.Member(name: name, value: try value()))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw fault("a comma is missing") }
    }
  }

  private mutating func array() throws(Fault) -> JSON {
    var elements: [JSON] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw fault("a comma is missing") }
    }
  }

  private mutating func text() throws(Fault) -> String {
    position += 1
    var result: [UInt8] = []
    // What needs no change is taken in whole runs; most texts are one.
    var start = position
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        let run = bytes[start..<(position - 1)]
        if result.isEmpty { return String(decoding: run, as: UTF8.self) }
        return String(decoding: result + run, as: UTF8.self)
      case UInt8(ascii: "\\"):
        result += bytes[start..<(position - 1)]
        try escape(into: &result)
        start = position
      case 0..<0x20: throw fault("a control character stands in a text")
      default: break
      }
    }
    throw fault("a text does not end")
  }

  private mutating func escape(into result: inout [UInt8]) throws(Fault) {
    guard let byte = next else { throw fault("a text does not end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"):
      var code = try unit()
      if (0xD800..<0xDC00).contains(code) {
        guard take("\\"), take("u") else { throw fault("half a surrogate pair") }
        let low = try unit()
        guard (0xDC00..<0xE000).contains(low) else { throw fault("half a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault("half a surrogate pair") }
      result.append(contentsOf: String(Character(scalar)).utf8)
    default: throw fault("an unknown escape")
    }
  }

  private mutating func unit() throws(Fault) -> UInt32 {
    guard position + 4 <= bytes.count else { throw fault("a text does not end") }
    var code: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault("four hexadecimal digits are missing")
      }
      code = code << 4 | UInt32(digit)
    }
    position += 4
    return code
  }

  private mutating func number() throws(Fault) -> JSON {
    let start = position
    _ = take("-")
    let leading = position
    guard digits() > 0 else { throw fault("this is no JSON value") }
    guard bytes[leading] != UInt8(ascii: "0") || position == leading + 1 else {
      throw fault("a number starts with zero")
    }
    var isWhole = true
    if take(".") {
      isWhole = false
      guard digits() > 0 else { throw fault("digits are missing") }
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      guard digits() > 0 else { throw fault("digits are missing") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let number = Int(text) { return .integer(number) }
    guard let number = Double(text) else { throw fault("this is no number") }
    return .number(number)
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }
}
