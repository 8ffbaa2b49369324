/// A domain name that the public reaches a service or a site under, such as `api.example.com`.
public struct Domain: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name, in lower case, without scheme, port or path.
  public let name: String

  /// Creates a domain; malformed names are reported by validation.
  public init(_ name: String) { self.name = name }

  /// Creates a domain from a literal.
  public init(stringLiteral name: String) { self.name = name }

  /// The name.
  public var description: String { name }

  /// The web origin under this domain.
  public var origin: String { "https://\(name)" }

  /// The registrable part as far as it can be told without a list: the last two labels.
  package var apex: String {
    name.split(separator: ".").suffix(2).joined(separator: ".")
  }
}

extension Domain {
  /// What is wrong with the name, to follow it in a sentence; nil when it is legal.
  ///
  /// A host name has labels of letters, digits and hyphens (RFC 1123, 2.1), here at least two, and a
  /// last one that is no number, as an address would have it (RFC 3696, 2).
  package var fault: String? {
    if isLegal { return nil }
    if name.isEmpty { return "is empty" }
    if name.utf8.contains(UInt8(ascii: "/")) { return "has a scheme or a path" }
    if name.utf8.contains(UInt8(ascii: "*")) { return "is a wildcard" }
    if name.utf8.contains(UInt8(ascii: ":")) { return "has a port" }
    if name.utf8.count > 253 { return "has \(name.utf8.count) characters, and 253 are allowed" }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    for label in labels {
      if label.isEmpty { return "has a dot too many" }
      if label.utf8.count > 63 {
        return "has \(label.utf8.count) characters between two dots, and 63 are allowed"
      }
      for character in label where !Self.isLegal(character) { return "has '\(character)' in it" }
      if label.hasPrefix("-") || label.hasSuffix("-") { return "has a hyphen beside a dot or end" }
    }
    if labels.count < 2 { return "has no dot" }
    if labels[labels.count - 1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return "is an address"
    }
    return nil
  }

  /// The legal name inside an illegal one, such as that of `https://API.example.com/`.
  package var legal: Domain? {
    var rest = name[...]
    if let slashes = name.firstIndex(of: "/"), name[slashes...].hasPrefix("//") {
      rest = rest[slashes...].drop { $0 == "/" }
    }
    if rest.hasPrefix("*.") { rest = rest.dropFirst(2) }
    rest = rest.prefix { $0 != "/" && $0 != ":" }
    while rest.hasSuffix(".") { rest.removeLast() }
    let domain = Domain(rest.lowercased())
    return domain.fault == nil ? domain : nil
  }

  /// Whether the name is legal, told byte by byte: most names are.
  private var isLegal: Bool {
    var length = 0
    var label = 0
    var dots = 0
    var hasLetter = false
    var last = UInt8(ascii: ".")
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLetter = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-"): if label == 0 { return false }
      case UInt8(ascii: "."):
        if label == 0 || last == UInt8(ascii: "-") { return false }
        dots += 1
        label = -1
        hasLetter = false
      default: return false
      }
      length += 1
      label += 1
      if label > 63 { return false }
      last = byte
    }
    return dots > 0 && label > 0 && last != UInt8(ascii: "-") && hasLetter && length <= 253
  }

  private static func isLegal(_ character: Character) -> Bool {
    switch character {
    case "a"..."z", "0"..."9", "-": character.isASCII
    default: false
    }
  }
}
