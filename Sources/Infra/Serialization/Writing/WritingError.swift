/// A value that cannot be written faithfully, and where it is.
package struct WritingError: Error, Equatable, CustomStringConvertible {
  /// The way to the value from the document's root, as in `services[3].name`; empty at the root.
  package let path: String

  /// What is wrong with it.
  package let message: String

  /// The path and the message.
  package var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
