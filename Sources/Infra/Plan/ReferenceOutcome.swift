/// What a reference becomes on a platform.
///
/// Each platform decides by one table over the property, the kind of the provider, whether the same
/// target hosts it, and whether it has a domain of its own. The mapping follows the table, and the
/// documentation prints it.
package enum ReferenceOutcome: Sendable, Hashable {
  /// Text that is known when the manifest is written, such as `https://` and the first domain.
  case literal
  /// The platform's own reference, in the words of its manifest.
  case vendor(String)
  /// A value that a person sets once it is known: a step of the setup sheet, told in a few words.
  case asked(String)
  /// Nothing: the platform has no such value, for this reason.
  case unsupported(String)
}
