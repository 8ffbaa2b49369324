import InfraContract

/// Recognises texts that are credentials, by their form or by the name of their variable.
///
/// It names the kind of what it finds and never repeats the text. It would rather miss an odd
/// password than refuse an honest value, since no exception can silence an error.
package enum Credentials {
  /// What kind of credential a value's text holds, such as `a URL with a password`; nil for none.
  package static func kind(of value: Value, named name: String) -> String? {
    switch value.parts.count {
    case 0: return nil
    case 1:
      guard case .literal(let text) = value.parts[0] else { return nil }
      return kind(ofText: text) ?? NamedCredential.kind(of: text, named: name)
    default:
      // A mark stands for what a reference or a secret puts in, so that the text around it keeps
      // its shape.
      var text = ""
      for part in value.parts {
        if case .literal(let literal) = part { text += literal } else { text += "\0" }
      }
      return kind(ofText: text)
    }
  }

  /// What kind of credential a command holds.
  static func kind(of command: Command) -> String? {
    switch command {
    case .shell(let line): kind(ofText: line)
    case .exec(let words): words.lazy.compactMap { kind(ofText: $0) }.first
    }
  }

  /// What kind of credential a text holds.
  static func kind(ofText text: String) -> String? {
    // One cheap walk tells that most texts hold none: no '@', no long run of a key's letters, and
    // fewer hyphens than the head of a PEM file has.
    var run = 0
    var longest = 0
    var hyphens = 0
    var hasAt = false
    text.withBytes { bytes in
      for byte in bytes {
        if isKey(byte) {
          run += 1
          longest = max(longest, run)
          if byte == UInt8(ascii: "-") { hyphens += 1 }
        } else {
          run = 0
          if byte == UInt8(ascii: "@") { hasAt = true }
        }
      }
    }
    if !hasAt && longest < shortestKey && hyphens < 10 { return nil }
    let bytes = Array(text.utf8)
    if hasAt && hasPasswordInURL(bytes) { return "a URL with a password" }
    if hyphens >= 10 && isPrivateKey(bytes) { return "a private key" }
    return longest < shortestKey ? nil : key(in: bytes)
  }

  /// The shortest of the keys that are known by their form, from its first letter.
  private static let shortestKey = 16

  /// Whether a byte can be part of a key or a token.
  package static func isKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension Credentials {
  /// Whether a text holds `scheme://user:password@`, with a password that is written out.
  private static func hasPasswordInURL(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index + 3 <= bytes.count {
      guard bytes[index] == colon, bytes[index + 1] == slash, bytes[index + 2] == slash else {
        index += 1
        continue
      }
      index += 3
      let start = index
      var last: Int?
      while index < bytes.count, !endsAuthority(bytes[index]) {
        if bytes[index] == UInt8(ascii: "@") { last = index }
        index += 1
      }
      guard let last, let split = bytes[start..<last].firstIndex(of: colon) else { continue }
      if isWrittenOut(bytes[(split + 1)..<last]) { return true }
    }
    return false
  }

  private static let colon = UInt8(ascii: ":")
  private static let slash = UInt8(ascii: "/")

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    switch byte {
    case slash, UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: " "), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0x09, 0x0A, 0x0D:
      true
    default: false
    }
  }

  /// Whether a password is a text of its own, and not a variable, a blank to fill or a reference.
  private static func isWrittenOut(_ password: ArraySlice<UInt8>) -> Bool {
    guard let first = password.first else { return false }
    return first != UInt8(ascii: "$") && first != UInt8(ascii: "<") && first != UInt8(ascii: "{")
      && !password.contains(0)
  }
}

extension Credentials {
  /// The kind of the first key that stands in a text.
  private static func key(in bytes: [UInt8]) -> String? {
    var index = 0
    while index < bytes.count {
      guard isKey(bytes[index]) else {
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex { !isKey($0) } ?? bytes.count
      if end - index >= shortestKey {
        let word = bytes[index..<end]
        if isToken(word) { return "a JSON Web Token" }
        for form in TokenForm.all where word.starts(with: form.prefix) {
          if word.dropFirst(form.prefix.count).prefix(while: form.isLetter).count >= form.length {
            return form.kind
          }
        }
      }
      index = end
    }
    return nil
  }

  /// Whether a word is three parts in base64url of which the first two are JSON objects: `eyJ` is
  /// how `{"` begins (RFC 7519, 3.1).
  private static func isToken(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.starts(with: Array("eyJ".utf8)) else { return false }
    let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 3 && parts[1].starts(with: Array("eyJ".utf8)) && parts[0].count >= 10
  }

  /// Whether a text holds the head of a private key in PEM form (RFC 7468, 10).
  private static func isPrivateKey(_ bytes: [UInt8]) -> Bool {
    let head = Array("-----BEGIN ".utf8)
    let tail = Array("PRIVATE KEY".utf8)
    guard bytes.count > head.count + tail.count else { return false }
    for start in 0..<(bytes.count - head.count) where bytes[start] == head[0] {
      guard bytes[start...].starts(with: head) else { continue }
      // The label in between is one of a few short words: RSA, EC, OPENSSH, ENCRYPTED.
      let rest = bytes[(start + head.count)...].prefix(40)
      for index in rest.indices where rest[index...].starts(with: tail) { return true }
    }
    return false
  }
}
