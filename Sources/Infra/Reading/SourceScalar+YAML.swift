extension SourceScalar {
  /// What a plain YAML scalar stands for, by the core schema of YAML 1.2: `yes`, `22:22` and dates
  /// are text.
  init(plain text: String) {
    self = Self.word(text) ?? (Self.isNumber(text) ? .number(text) : .text(text))
  }

  private static func word(_ text: String) -> SourceScalar? {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: nil
    }
  }

  /// Whether YAML 1.1 takes a plain word for true or false, and YAML 1.2 for text.
  static func isTruthOfYAML11(_ text: String) -> Bool {
    guard (2...3).contains(text.utf8.count) else { return false }
    switch text {
    case "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF": return true
    default: return false
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    guard let first = rest.first, first < 0x3A else { return false }
    if rest.starts(with: "0x".utf8) { return rest.count > 2 && rest.dropFirst(2).allSatisfy(isHex) }
    if rest.starts(with: "0o".utf8) {
      return rest.count > 2 && rest.dropFirst(2).allSatisfy { (0x30...0x37).contains($0) }
    }
    if first == 0x2B || first == 0x2D { rest.removeFirst() }
    switch Substring(rest) {
    case ".inf", ".Inf", ".INF": return true
    case ".nan", ".NaN", ".NAN": return rest.count == text.utf8.count
    default: break
    }
    var digits = skipDigits(&rest)
    if rest.first == 0x2E {
      rest.removeFirst()
      digits += skipDigits(&rest)
    }
    guard digits > 0 else { return false }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest.removeFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
      guard skipDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  private static func skipDigits(_ rest: inout Substring.UTF8View) -> Int {
    let count = rest.prefix { (0x30...0x39).contains($0) }.count
    rest.removeFirst(count)
    return count
  }
}

extension SourceScalar {
  /// A number's text as a whole number; nil where it has a fraction or does not fit.
  static func integer<T: FixedWidthInteger>(_ text: String, as type: T.Type) -> T? {
    if let value = T(text), !isLegacyOctal(text) { return value }
    if text.hasPrefix("0x") { return T(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return T(text.dropFirst(2), radix: 8) }
    // The readers of the platforms take a leading zero for octal, and file modes rely on it.
    if isLegacyOctal(text) { return T(text, radix: 8) }
    return Double(text).flatMap { T(exactly: $0) }
  }

  /// A number's text as a floating-point number.
  static func number<T: LosslessStringConvertible & BinaryFloatingPoint>(
    _ text: String,
    as type: T.Type
  ) -> T? {
    if text.hasSuffix(".nan") || text.hasSuffix(".NaN") || text.hasSuffix(".NAN") { return .nan }
    if text.lowercased().hasSuffix(".inf") { return text.hasPrefix("-") ? -.infinity : .infinity }
    if text.hasPrefix("0x") || text.hasPrefix("0o") {
      return integer(text, as: Int64.self).map { T($0) }
    }
    guard let value = T(text), value.isFinite else { return nil }
    return value
  }

  private static func isLegacyOctal(_ text: String) -> Bool {
    text.utf8.count > 1 && text.utf8.first == 0x30
      && text.utf8.allSatisfy { (0x30...0x37).contains($0) }
  }
}
