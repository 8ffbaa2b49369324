#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Tells what chance made from what a person wrote.
enum Randomness {
  /// The bits of surprise in each letter, from how often each occurs.
  static func entropy(_ text: some Collection<UInt8>) -> Double {
    if text.isEmpty { return 0 }
    var counts = [Int](repeating: 0, count: 256)
    for byte in text { counts[Int(byte)] += 1 }
    let total = Double(text.count)
    return counts.reduce(0) { sum, count in
      if count == 0 { return sum }
      let share = Double(count) / total
      return sum - share * log2(share)
    }
  }

  /// Whether a text looks as if chance had made it: long, of one word, letters and digits in turns.
  static func isLikely(_ text: ArraySlice<UInt8>) -> Bool {
    guard (16...400).contains(text.count) else { return false }
    var counts = (letters: 0, digits: 0, others: 0)
    var turns = 0
    var last: UInt8 = 0
    var isHexadecimal = true
    for byte in text {
      let group = Self.group(byte)
      switch group {
      case 1, 2: counts.letters += 1
      case 3: counts.digits += 1
      case 4: counts.others += 1
      default: return false
      }
      if group == 1, byte > UInt8(ascii: "f") { isHexadecimal = false }
      if group == 2, byte > UInt8(ascii: "F") { isHexadecimal = false }
      if group == 4 { isHexadecimal = false }
      if group != last { turns += 1 }
      last = group
    }
    guard counts.letters >= 3, counts.digits >= 2, counts.others * 4 <= text.count else {
      return false
    }
    if isUUID(text) || isSequence(text) { return false }
    // Words and paths have long runs of one kind of letter; chance changes all the time.
    if turns * 4 < text.count { return false }
    return entropy(text) >= (isHexadecimal ? 2.8 : 3.4)
  }

  /// Whether a text has enough of chance in it to be the rest of a key whose head is known.
  static func isVaried(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.count { (0x30...0x39).contains($0) }
    return Set(text).count >= 8 && digits >= 2 && !isSequence(text)
  }

  /// 1 small letters, 2 capitals, 3 digits, 4 what base64 and tokens have besides; 0 anything else.
  private static func group(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 1
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 2
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 3
    case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "!"),
      UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "^"),
      UInt8(ascii: "&"), UInt8(ascii: "*"):
      4
    default: 0
    }
  }

  /// Whether a text is a number that tells things apart, which is no secret in most places.
  private static func isUUID(_ text: ArraySlice<UInt8>) -> Bool {
    text.count == 36
      && [8, 13, 18, 23].allSatisfy { text[text.startIndex + $0] == UInt8(ascii: "-") }
  }

  /// Whether a person ran a finger over the keys: `0123456789abcdef`, `abcdefgh…`, one word again
  /// and again.
  private static func isSequence(_ text: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(text)
    guard bytes.count > 1 else { return true }
    var steps = 0
    for index in 1..<bytes.count {
      let step = Int(bytes[index]) - Int(bytes[index - 1])
      if step == 1 || step == 0 || step == -1 { steps += 1 }
    }
    if steps * 2 > bytes.count { return true }
    for period in 1...max(1, bytes.count / 3)
    where (period..<bytes.count).allSatisfy({ bytes[$0] == bytes[$0 - period] }) {
      return true
    }
    return false
  }
}
