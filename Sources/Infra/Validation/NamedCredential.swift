/// Recognises credentials by the name of their variable.
enum NamedCredential {
  /// What kind of credential a literal of that name is; nil for an honest value.
  ///
  /// The last word of the name decides: `LOG_TOKEN_TYPE` is a type. Passwords and secrets can look
  /// like anything; keys and tokens are random letters and digits, as `CACHE_KEY=users` is not.
  static func kind(of text: String, named name: String) -> String? {
    guard let last = word(name), PublicPrefix.of(name) == nil else { return nil }
    switch last {
    case .secret, .password: return isTrivial(text) ? nil : "a \(last.rawValue), by its name"
    case .key, .token:
      let words = name.uppercased().split(separator: "_")
      if let before = words.dropLast().last, harmless.contains(String(before)) { return nil }
      return isRandom(text) ? "a \(last.rawValue), by its name" : nil
    }
  }

  /// Whether a variable of that name may hold a credential, so that its text is better not printed.
  static func isSuspect(_ name: String) -> Bool { word(name) != nil }

  /// The kinds of credential that names speak of.
  private enum Word: String {
    case secret, password, key, token
  }

  /// The kind that the last word of a name speaks of.
  private static func word(_ name: String) -> Word? {
    var length = 0
    for byte in name.utf8.reversed() {
      if byte == UInt8(ascii: "_") { break }
      length += 1
    }
    // The length and the last letter rule nearly all names out before any text is made.
    switch (length, name.utf8.last.map { $0 | 0x20 }) {
    case (3, UInt8(ascii: "y")), (5, UInt8(ascii: "n")), (6, UInt8(ascii: "t")),
      (6, UInt8(ascii: "d")), (6, UInt8(ascii: "y")), (8, UInt8(ascii: "d")),
      (10, UInt8(ascii: "e")), (11, UInt8(ascii: "s")):
      break
    default: return nil
    }
    switch name.suffix(length).uppercased() {
    case "SECRET": return .secret
    case "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIALS": return .password
    case "KEY", "APIKEY": return .key
    case "TOKEN": return .token
    default: return nil
    }
  }

  /// What stands before KEY or TOKEN in names of things that are no secret.
  private static let harmless = [
    "PUBLIC", "PUBLISHABLE", "ANON", "SITE", "CLIENT", "PARTITION", "SORT", "PRIMARY", "FOREIGN",
    "CACHE", "OBJECT", "IDEMPOTENCY",
  ]

  /// Whether a text is a switch, a number, a path, or something that is still to be put in.
  private static func isTrivial(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    switch first {
    case UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "/"),
      UInt8(ascii: "."):
      return true
    default: break
    }
    if text.utf8.count <= 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
    switch text.lowercased() {
    case "true", "false", "yes", "no", "on", "off", "none", "null", "required", "optional",
      "enabled", "disabled":
      return true
    default: return false
    }
  }

  /// Whether a text is long, of one word, and mixes letters with digits, as random keys do.
  private static func isRandom(_ text: String) -> Bool {
    if isTrivial(text) || text.utf8.count < 16 { return false }
    // Some vendors' keys are meant for pages and say so: Stripe's pk_, PostHog's phc_.
    if text.hasPrefix("pk_") || text.hasPrefix("phc_") { return false }
    var letters = 0
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        letters += 1
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "="), UInt8(ascii: "."):
        break
      default: return false
      }
    }
    // A few digits at the end of a word, such as a date or a version, are no randomness.
    return letters >= 4 && digits >= 4
  }
}
