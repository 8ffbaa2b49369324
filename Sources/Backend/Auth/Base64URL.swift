/// Base64 with the alphabet for URLs and without padding (RFC 4648, 5).
enum Base64URL {
  private static let alphabet = [UInt8](
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
  )

  /// Encodes bytes.
  static func encode(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 4 + 2) / 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> UInt32(count) & 63)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Decodes a text; nil for anything that `encode` would not have written.
  static func decode(_ text: String) -> [UInt8]? { decode([UInt8](text.utf8)[...]) }

  /// Decodes part of a text.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var isSound = true
    let bytes = [UInt8](unsafeUninitializedCapacity: text.count * 3 / 4) { bytes, end in
      var bits: UInt32 = 0
      var count = 0
      for character in text {
        let value = values[Int(character)]
        guard value < 64 else {
          isSound = false
          return
        }
        bits = bits << 6 | UInt32(value)
        count += 6
        guard count >= 8 else { continue }
        count -= 8
        bytes[end] = UInt8(truncatingIfNeeded: bits >> UInt32(count))
        end += 1
      }
      // Two texts for the same bytes would make a changed token look unchanged.
      isSound = count < 6 && bits & (1 << UInt32(count) - 1) == 0
    }
    return isSound ? bytes : nil
  }

  /// What each character stands for; 64 for those outside of the alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()
}
