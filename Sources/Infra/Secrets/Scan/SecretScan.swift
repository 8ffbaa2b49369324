import InfraDisk
import InfraKit

/// Looks for secrets in texts: by the form of a value, by its name, and by what `.env` holds.
///
/// It would rather miss an odd one than cry wolf: what is found fails a build.
package struct SecretScan: Sendable {
  /// A value that must be nowhere, with its name and where it is kept.
  package struct Stored: Sendable, Hashable {
    let name: String
    let value: String
    let place: String

    /// Names a value.
    package init(_ name: String, _ value: String, in place: String) {
      self.name = name
      self.value = value
      self.place = place
    }
  }

  /// What an author writes in a line that is to be passed over, before the reason.
  package static let marker = "infra:allow-secret"

  private let stored: [Stored]
  private let declared: Set<String>

  /// Prepares for values that must be nowhere, and for the names that the description declares as
  /// secrets.
  package init(stored: [Stored], declared: Set<String>) {
    // Shorter ones occur by chance.
    self.stored = stored.filter { $0.value.utf8.count >= 8 && !$0.value.utf8.contains(0) }
    self.declared = declared
  }

  /// What is found in a file, in order, each line once for each kind of find.
  ///
  /// Bytes with a NUL are no text, and nothing is looked for in them.
  package func leaks(in bytes: [UInt8], path: String) -> [Leak] {
    guard !bytes.isEmpty, SearchedText.isText(bytes) else { return [] }
    let text = SearchedText(bytes)
    var find = FileScan(bytes: bytes, isRecord: isRecord(path))
    for value in stored {
      for place in text.places(of: value.value) { find.addStored(value, at: place) }
    }
    for form in TokenForm.all {
      for place in text.places(of: String(decoding: form.prefix, as: UTF8.self)) {
        find.addToken(form, at: place)
      }
    }
    for place in text.places(of: "eyJ") { find.addJWT(at: place) }
    for place in text.places(of: " PRIVATE KEY-----") { find.addPrivateKey(at: place) }
    for place in text.places(of: "://") { find.addURL(at: place) }
    if !find.isRecord {
      for hint in Self.hints {
        for place in text.places(of: hint) { find.addNamed(at: place) }
      }
      for name in declared {
        for place in text.places(of: name) { find.addDeclared(name, at: place) }
      }
    }
    return find.leaks
  }

  /// Parts of the words that names of secrets end in, so that few lines are looked at closely.
  private static let hints = [
    "ecret", "ECRET", "assw", "ASSW", "assphrase", "ASSPHRASE", "_pass", "_PASS", "oken", "OKEN",
    "redential", "REDENTIAL", "api_key", "API_KEY", "apiKey", "ApiKey", "api-key", "apikey",
    "APIKEY", "private_key", "PRIVATE_KEY", "privateKey", "signing_key", "SIGNING_KEY",
    "signingKey", "encryption_key", "ENCRYPTION_KEY", "encryptionKey", "session_key",
    "SESSION_KEY", "access_key", "ACCESS_KEY", "accessKey", "auth_key", "AUTH_KEY", "master_key",
    "MASTER_KEY", "masterKey",
  ]

  /// Whether a file is a record that a program makes, with digests and tokens of the grammar in it.
  package func isRecord(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".lock") || name.hasSuffix("-lock.json") || name.hasSuffix(".map")
      || name.hasSuffix("-lock.yaml") || name.hasSuffix(".min.js") || name.hasSuffix(".svg")
      || name.hasSuffix(".sum") || name == "Package.resolved" || name == ".index.json"
  }
}
