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
      let before = words.last { $0 != "KEY" && $0 != "TOKEN" && $0 != "PREVIOUS" && $0 != "NEXT" }
        .map(String.init)
      if let before, harmless.contains(before) { return nil }
      let isSurelySecret = words.last == "APIKEY" || before.map(secretive.contains) == true
      return isRandom(text) || isSurelySecret && isPassword(text)
        ? "a \(last.rawValue), by its name" : nil
    }
  }

  /// Whether a variable of that name may hold a credential, so that its text is better not printed.
  static func isSuspect(_ name: String) -> Bool { word(name) != nil }

  /// The kinds of credential that names speak of.
  private enum Word: String {
    case secret, password, key, token
  }

  /// The kind that the last word of a name speaks of; which of two values it is, as PREVIOUS says,
  /// counts for nothing.
  private static func word(_ name: String) -> Word? {
    let length = lastWord(name.utf8)
    // The length and the last letter rule nearly all names out before any text is made.
    switch (length, name.utf8.last.map { $0 | 0x20 }) {
    case (3, UInt8(ascii: "y")), (4, UInt8(ascii: "s")), (5, UInt8(ascii: "n")),
      (6, UInt8(ascii: "t")), (6, UInt8(ascii: "d")), (6, UInt8(ascii: "y")),
      (8, UInt8(ascii: "d")), (10, UInt8(ascii: "e")), (11, UInt8(ascii: "s")):
      break
    case (8, UInt8(ascii: "s")), (4, UInt8(ascii: "t")):
      switch name.suffix(length).uppercased() {
      case "PREVIOUS", "NEXT": return word(String(name.dropLast(length + 1)))
      default: return nil
      }
    default: return nil
    }
    switch name.suffix(length).uppercased() {
    case "SECRET": return .secret
    case "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIALS": return .password
    case "PASS" where name.utf8.count > length: return .password
    case "KEY", "APIKEY": return .key
    case "TOKEN": return .token
    default: return nil
    }
  }

  /// How many letters follow the last underscore.
  private static func lastWord(_ name: String.UTF8View) -> Int {
    var length = 0
    for byte in name.reversed() {
      if byte == UInt8(ascii: "_") { break }
      length += 1
    }
    return length
  }

  /// What stands before KEY or TOKEN in names of things that are no secret.
  private static let harmless = [
    "PUBLIC", "PUBLISHABLE", "ANON", "SITE", "CLIENT", "PARTITION", "SORT", "PRIMARY", "FOREIGN",
    "CACHE", "OBJECT", "IDEMPOTENCY",
  ]

  /// What stands before KEY or TOKEN in names that speak of nothing but secrets.
  private static let secretive = [
    "API", "SECRET", "PRIVATE", "ACCESS", "AUTH", "SIGNING", "ENCRYPTION", "MASTER", "JWT",
  ]

  /// Whether a text is one word of letters and digits that a person may have thought of as a
  /// password: names of things have other signs in them, or no digit.
  private static func isPassword(_ text: String) -> Bool {
    guard text.utf8.count >= 10 else { return false }
    var letters = 0
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        letters += 1
      default: return false
      }
    }
    return letters > 0 && digits > 0
  }

  /// Whether a text is a switch, a number, a path, or something that is still to be put in.
  static func isTrivial(_ text: String) -> Bool {
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
