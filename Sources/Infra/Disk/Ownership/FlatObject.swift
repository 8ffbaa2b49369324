/// A JSON object whose values are strings and whole numbers: all that an index holds.
struct FlatObject {
  /// A value of the object.
  enum Value: Hashable {
    case text(String)
    case number(Int)
  }

  /// The members in the order of the text, repeated keys included.
  private(set) var members: [(key: String, value: Value)] = []

  private let bytes: [UInt8]
  private var position = 0

  /// Reads an object, or answers nil where the bytes are anything else.
  init?(reading bytes: [UInt8]) {
    self.bytes = bytes
    guard readMembers() else { return nil }
    skipSpace()
    if position != bytes.count { return nil }
  }

  private mutating func readMembers() -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      guard let key = readString(), take(UInt8(ascii: ":")), let value = readValue() else {
        return false
      }
      members.append((key, value))
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  private mutating func readValue() -> Value? {
    if let text = readString() { return .text(text) }
    skipSpace()
    let digits = bytes[position...].prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    position += digits.count
    return Int(String(decoding: digits, as: UTF8.self)).map(Value.number)
  }

  private mutating func readString() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        // Other escapes stand for characters that no path of ours holds.
        guard position < bytes.count, "\"/".utf8.contains(bytes[position]) else { return nil }
        text.append(bytes[position])
        position += 1
      case ..<0x20:
        return nil
      default:
        text.append(byte)
      }
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, " \t\r\n".utf8.contains(bytes[position]) { position += 1 }
  }
}
