/// Date and time with an offset, as RFC 3339 (5.6) writes it, in the years that Postgres shares.
enum RFC3339 {
  /// Whether a text is such a time.
  static func accepts(_ text: String) -> Bool { parse(text) != nil }

  /// The local time and its distance from UTC, in words that Postgres reads; nil for anything else.
  static func parse(_ text: String) -> (local: String, offset: String)? {
    var rest = text[...]
    guard let year = number(&rest, 4), take(&rest, "-"), let month = number(&rest, 2),
      take(&rest, "-"), let day = number(&rest, 2), take(&rest, "Tt"),
      let hour = number(&rest, 2), take(&rest, ":"), let minute = number(&rest, 2),
      take(&rest, ":"), let second = number(&rest, 2)
    else { return nil }
    guard year >= 1, (1...12).contains(month), (1...days(in: month, of: year)).contains(day),
      hour < 24, minute < 60, second < 60
    else { return nil }
    if take(&rest, ".") {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard (1...9).contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
    }
    let local = text[..<rest.startIndex].uppercased()
    if rest == "Z" || rest == "z" { return (local, "0") }
    let offset = String(rest)
    guard take(&rest, "+-"), let hours = number(&rest, 2), take(&rest, ":"),
      let minutes = number(&rest, 2), rest.isEmpty, hours < 24, minutes < 60
    else { return nil }
    return (local, offset)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func take(_ text: inout Substring, _ characters: String) -> Bool {
    guard let first = text.first, characters.contains(first) else { return false }
    text.removeFirst()
    return true
  }

  private static func number(_ text: inout Substring, _ width: Int) -> Int? {
    let digits = text.prefix(width)
    guard digits.count == width, digits.utf8.count == width,
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    text = text.dropFirst(width)
    return Int(digits)
  }
}

/// A UUID as RFC 9562 (4) writes it.
enum Identifier {
  /// Whether a text is one: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.
  static func accepts(_ text: some StringProtocol) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.allSatisfy(isHexadecimal) }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
