/// What a byte of text means to the rules of quoting; a byte may belong to several classes.
enum ByteClass {
  /// Letters, digits and `. _ / -`: text of these alone is plain, but for a few words.
  static let safe: UInt8 = 1
  static let letter: UInt8 = 2
  /// Means something at the start of a YAML value.
  static let indicator: UInt8 = 4
  /// Control characters, tab and DEL.
  static let control: UInt8 = 8
  /// Begins a character that some reader takes for a line break, or that nobody sees.
  static let wide: UInt8 = 16
  /// Occurs in some YAML reader's numbers, dates and times.
  static let numeric: UInt8 = 32
  /// A colon or a number sign, which mean something next to a space.
  static let contextual: UInt8 = 64
  /// A quote or a backslash, which double quotes must escape.
  static let escaped: UInt8 = 128

  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    func mark(_ bytes: some Sequence<UInt8>, _ byteClass: UInt8) {
      for byte in bytes { table[Int(byte)] |= byteClass }
    }
    mark(UInt8(ascii: "a")...UInt8(ascii: "z"), safe | letter)
    mark(UInt8(ascii: "A")...UInt8(ascii: "Z"), safe | letter)
    mark(UInt8(ascii: "0")...UInt8(ascii: "9"), safe | numeric)
    mark("._/-".utf8, safe)
    mark(" -?:,[]{}#&*!|>'\"%@`=<~".utf8, indicator)
    mark(0..<0x20, control)
    mark([0x7F], control)
    mark([0xC2, 0xE2, 0xEF], wide)
    mark("_.:+- abcdefABCDEFxXoOtTzZiInNuU".utf8, numeric)
    mark(":#".utf8, contextual)
    mark("\"\\".utf8, escaped)
    return table
  }()
}

extension UnsafeBufferPointer<UInt8> {
  /// The length of the UTF-8 sequence at an index if no reviewer would see it or some reader takes it
  /// for a line break or refuses it, else 0.
  ///
  /// These are NEL and the other C1 controls, no-break space and soft hyphen, zero-width and
  /// direction marks, line and paragraph separators, the byte order mark and U+FFFE and U+FFFF.
  func hiddenLength(at index: Int) -> Int {
    switch self[index] {
    case 0xC2:
      let next = self[index + 1]
      return next <= 0xA0 || next == 0xAD ? 2 : 0
    case 0xE2:
      switch (self[index + 1], self[index + 2]) {
      case (0x80, 0x8B...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA0...0xAF): return 3
      default: return 0
      }
    case 0xEF:
      switch (self[index + 1], self[index + 2]) {
      case (0xBB, 0xBF), (0xBF, 0xBE...0xBF): return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// The scalar of a two- or three-byte sequence.
  func scalar(at index: Int, length: Int) -> UInt16 {
    let first = UInt16(self[index])
    let second = UInt16(self[index + 1] & 0x3F)
    guard length == 3 else { return (first & 0x1F) << 6 | second }
    return (first & 0x0F) << 12 | second << 6 | UInt16(self[index + 2] & 0x3F)
  }
}
