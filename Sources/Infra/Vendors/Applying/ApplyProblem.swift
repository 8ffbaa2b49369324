/// Why an `--apply` stopped; it never holds a token or a value.
package struct ApplyProblem: Error, Sendable, Hashable {
  /// What went wrong.
  package let message: String
  /// One way to mend it.
  package let help: String

  package init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }

  init(_ error: VendorError) { self.init(error.message, help: error.help) }
}
