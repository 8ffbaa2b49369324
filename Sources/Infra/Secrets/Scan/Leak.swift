package import InfraDisk

/// A value in a file that looks like a secret, or is one; it never holds the value.
package struct Leak: Sendable, Hashable {
  /// The ways in which a value is found.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It has the form of some vendor's keys, of a token or of a private key.
    case knownForm = "known-form"
    /// It is random and its name says that it is a secret.
    case namedValue = "named-value"
    /// It is a value of a `.env` file.
    case storedValue = "stored-value"
    /// Two environments have the same.
    case sharedValue = "shared-value"

    /// What must not be, as a sentence.
    package var demand: String {
      switch self {
      case .knownForm: "No key, token or private key is in a file that git has or would take."
      case .namedValue: "What is called a secret has no value of chance in a file that git has."
      case .storedValue: "No value of .env is in a file that git has or would take."
      case .sharedValue: "No two environments have a secret with the same value."
      }
    }
  }

  /// How it was found.
  package let kind: Kind

  /// The line, from 1.
  package let line: Int

  /// What it is, such as `a GitHub token`.
  package let what: String

  /// Tells values apart without telling them; of this run only.
  package let fingerprint: Digest

  /// Whether a comment in the line allows it.
  package let isAllowed: Bool

  init(_ kind: Kind, line: Int, what: String, fingerprint: Digest, isAllowed: Bool) {
    self.isAllowed = isAllowed
    self.kind = kind
    self.line = line
    self.what = what
    self.fingerprint = fingerprint
  }
}
