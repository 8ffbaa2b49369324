/// Text that no output may show: a token, or the value of a variable.
///
/// Whatever prints it, mirrors it or puts it into a sentence gets a word in its place.
package struct SecretText: Sendable, Hashable, CustomStringConvertible,
  CustomDebugStringConvertible,
  CustomReflectable
{
  /// The text itself, for the one request that needs it.
  let revealed: String

  /// Keeps a text.
  package init(_ text: String) { revealed = text }

  /// What stands where the text would.
  package static var shown: String { "[redacted]" }

  /// What stands where the text would.
  package var description: String { Self.shown }
  /// What stands where the text would.
  package var debugDescription: String { Self.shown }
  /// Nothing to look into.
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// Whether there is no text at all.
  package var isEmpty: Bool { revealed.isEmpty }

  /// Hands the text to a body that may not keep it.
  package func withText<Result>(_ body: (String) -> Result) -> Result { body(revealed) }
}
