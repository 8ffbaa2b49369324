import InfraContract

/// The name of a variable as a POSIX shell can set it: letters, digits and underscores, no digit
/// first (POSIX.1-2024, Base Definitions, 3.216).
package enum VariableName {
  /// What a legal name looks like, to follow "are".
  package static let expectation = "letters, digits and underscores, and no digit first"

  /// Whether a name is legal.
  package static func isLegal(_ name: String) -> Bool {
    name.withBytes { name in
      guard let first = name.first, !(0x30...0x39).contains(first) else { return false }
      return name.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
    }
  }

  /// What is wrong with a name, to follow it in a sentence; nil when it is legal.
  package static func fault(_ name: String) -> String? {
    if isLegal(name) { return nil }
    guard let first = name.first else { return "is empty" }
    for character in name where !isLegal("_\(character)") { return "has '\(character)' in it" }
    return "starts with '\(first)'"
  }

  /// The legal name that is most like an illegal one.
  package static func legal(_ name: String) -> String {
    var kept = ""
    for character in name where character != " " || !kept.isEmpty {
      kept.append(isLegal("_\(character)") ? character : "_")
    }
    return isLegal(kept) ? kept : "_" + kept
  }
}
