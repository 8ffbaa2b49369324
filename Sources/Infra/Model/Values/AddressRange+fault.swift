extension AddressRange {
  /// What is wrong with the range, to follow it in a sentence; nil when it is legal.
  ///
  /// The forms are those of RFC 4632, 3.1 for IPv4 and RFC 4291, 2.2 and 2.3 for IPv6.
  package var fault: String? {
    let halves = cidr.split(separator: "/", omittingEmptySubsequences: false)
    guard let address = halves.first, !cidr.isEmpty else { return "is empty" }
    if halves.count > 2 { return "has more than one '/'" }
    let width: Int
    if address.contains(":") {
      guard Self.isIPv6(address) else { return "is not an IPv6 address" }
      width = 128
    } else {
      guard Self.isIPv4(address) else { return "is not an address" }
      width = 32
    }
    guard halves.count == 2 else { return nil }
    guard let length = Self.number(halves[1]), length <= width else {
      return "has '/\(halves[1])' as its length, which lies in 0...\(width)"
    }
    return nil
  }

  private static func isIPv4(_ text: Substring) -> Bool {
    let bytes = text.split(separator: ".", omittingEmptySubsequences: false)
    return bytes.count == 4 && bytes.allSatisfy { number($0).map { $0 <= 255 } ?? false }
  }

  private static func isIPv6(_ text: Substring) -> Bool {
    var groups = text.split(separator: ":", omittingEmptySubsequences: false)
    if let last = groups.last, last.contains(".") {
      guard isIPv4(last) else { return false }
      // An address in the old form takes the room of two groups.
      groups.replaceSubrange((groups.count - 1)..., with: ["0", "0"])
    }
    // A double colon stands for the missing groups and splits into one empty group, or into two or
    // three at an edge of the text.
    if groups.prefix(2).allSatisfy(\.isEmpty) { groups.removeFirst() }
    if groups.count > 1, groups.suffix(2).allSatisfy(\.isEmpty) { groups.removeLast() }
    guard let gap = groups.firstIndex(where: \.isEmpty) else {
      return groups.count == 8 && groups.allSatisfy(isGroup)
    }
    groups.remove(at: gap)
    let isOpen = (gap > 0 || text.hasPrefix("::")) && (gap < groups.count || text.hasSuffix("::"))
    return isOpen && groups.count < 8 && groups.allSatisfy(isGroup)
  }

  private static func isGroup(_ text: Substring) -> Bool {
    (1...4).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
          UInt8(ascii: "A")...UInt8(ascii: "F"):
          true
        default: false
        }
      }
  }

  /// A decimal number without a sign or a leading zero.
  private static func number(_ text: Substring) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text.utf8.count == 1 || text.utf8.first != 0x30
    else { return nil }
    return Int(text)
  }
}
