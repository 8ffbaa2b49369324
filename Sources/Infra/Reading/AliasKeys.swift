/// Refuses files whose aliases stand in keys in such number that comparing the keys could take forever.
///
/// Aliases in values are counted as they are expanded. But Yams compares a map's keys before we see
/// them, and a key built from aliases of aliases doubles in size with each of them.
enum AliasKeys {
  private static let limit = 30

  static func check(_ text: String) throws(ReadingError) {
    var text = text
    let isSuspicious = text.withUTF8 { bytes in
      var scan = Scan(bytes: bytes)
      return scan.run()
    }
    guard isSuspicious else { return }
    throw ReadingError("more than \(limit) aliases in a file that has aliases in keys", line: nil)
  }

  private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    var aliases = 0
    var hasKey = false

    mutating func run() -> Bool {
      var isInLine = false
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x0A, 0x0D: isInLine = false
        case UInt8(ascii: "*") where isTokenStart(index) && !isSpace(index + 1):
          aliases += 1
          isInLine = true
        // The colon after an alias, or after a bracket that holds one.
        case UInt8(ascii: ":") where isInLine && isSpace(index + 1):
          hasKey = hasKey || isKeyEnd(index)
        case UInt8(ascii: "?") where isTokenStart(index) && isSpace(index + 1): hasKey = true
        default: continue
        }
      }
      return hasKey && aliases > limit
    }

    private func isTokenStart(_ index: Int) -> Bool {
      guard index > 0 else { return true }
      return isSpace(index - 1) || "[{,".utf8.contains(bytes[index - 1])
    }

    private func isSpace(_ index: Int) -> Bool {
      guard index < bytes.count else { return true }
      return [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index])
    }

    /// Whether an alias or a bracket stands before the spaces before a colon.
    private func isKeyEnd(_ index: Int) -> Bool {
      var end = index
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      guard end > 0 else { return false }
      if "]}".utf8.contains(bytes[end - 1]) { return true }
      var start = end
      while start > 0, !isSpace(start - 1), !"[{,".utf8.contains(bytes[start - 1]) { start -= 1 }
      return start < end && bytes[start] == UInt8(ascii: "*")
    }
  }
}
