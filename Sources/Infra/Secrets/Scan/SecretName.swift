/// Tells from a name whether its value is a secret.
enum SecretName {
  /// What the last word of a name speaks of, such as `password`; nil for names of other things.
  ///
  /// Words are told apart by case and by punctuation: `clientSecret`, `CLIENT_SECRET`,
  /// `client-secret` and `client.secret` are one name.
  static func word(of name: some Sequence<UInt8>) -> String? {
    var words = self.words(of: name)
    // What says which of two values it is stands after the word that counts.
    if let last = words.last, ["previous", "next", "old", "new", "current"].contains(last) {
      words.removeLast()
    }
    guard let last = words.last else { return nil }
    let before = words.dropLast().last ?? ""
    switch last {
    case "secret", "passphrase": return last
    case "password", "passwd", "apikey", "credential", "credentials":
      return last
    case "pass", "pw", "pwd": return words.count > 1 ? "password" : nil
    case "token": return harmless.contains(before) ? nil : last
    case "key": return keys.contains(before) ? last : nil
    default: return nil
    }
  }

  /// What stands before "key" in names of keys that are secret; most others name entries of tables.
  private static let keys: Set<String> = [
    "secret", "private", "api", "access", "auth", "signing", "encryption", "master", "session",
    "service", "webhook", "jwt", "hmac", "account", "admin", "deploy", "license", "cookie",
  ]

  /// What stands before "token" in names of things that are no secret.
  private static let harmless: Set<String> = [
    "csrf", "next", "continuation", "page", "cancellation", "public", "idempotency", "start", "end",
    "pagination", "sync",
  ]

  private static func words(of name: some Sequence<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var lastWasSmall = false
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in name {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if lastWasSmall { end() }
        word.append(byte | 0x20)
        lastWasSmall = false
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
        lastWasSmall = true
      default:
        end()
        lastWasSmall = false
      }
    }
    end()
    return words
  }
}
