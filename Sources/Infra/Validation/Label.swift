/// A name that is safe wherever names go: a DNS label (RFC 1123, 2.1) that starts with a letter.
///
/// Names become folders, host names, keys of YAML and JSON, literals of TypeScript, and words of
/// nginx and shell texts; in such a name nothing has a meaning in any of them.
package enum Label {
  /// What a legal name looks like, to follow "are".
  package static let expectation =
    "lower-case letters, digits and hyphens, from a letter to a letter or digit, at most 63"

  /// The most characters that DNS allows (RFC 1035, 2.3.4).
  package static let longest = 63

  /// Whether a name is legal.
  package static func isLegal(_ name: String) -> Bool {
    var length = 0
    var last: UInt8 = hyphen
    for byte in name.utf8 {
      guard isLetter(byte) || (length > 0 && (isDigit(byte) || byte == hyphen)) else {
        return false
      }
      last = byte
      length += 1
    }
    return length > 0 && length <= longest && last != hyphen
  }

  /// What is wrong with a name, to follow it in a sentence; nil when it is legal.
  package static func fault(_ name: String) -> String? {
    if isLegal(name) { return nil }
    for character in name where !isLegal(character) { return "has '\(character)' in it" }
    guard let first = name.first, let last = name.last else { return "is empty" }
    if name.utf8.count > longest { return "has \(name.utf8.count) characters" }
    return last == "-" ? "ends in '-'" : "starts with '\(first)'"
  }

  /// The legal name that is most like an illegal one; nil when nothing of it can be kept.
  package static func legal(_ name: String) -> String? {
    var kept: [UInt8] = []
    for byte in name.lowercased().utf8 {
      if isLetter(byte) || (isDigit(byte) && !kept.isEmpty) {
        kept.append(byte)
      } else if let last = kept.last, last != hyphen {
        kept.append(hyphen)
      }
    }
    kept = Array(kept.prefix(longest))
    while kept.last == hyphen { kept.removeLast() }
    return kept.isEmpty ? nil : String(decoding: kept, as: UTF8.self)
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isLegal(_ character: Character) -> Bool {
    guard let byte = character.asciiValue, character != "\r\n" else { return false }
    return isLetter(byte) || isDigit(byte) || byte == hyphen
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
