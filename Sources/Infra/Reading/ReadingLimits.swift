/// How much a file may ask of a reader; generous for any file that a person or this tool writes.
package struct ReadingLimits: Sendable {
  /// The most bytes that a file may have.
  package var bytes = 32 << 20
  /// The most levels of lists and maps.
  package var depth = 100
  /// The most values, counting those that aliases repeat.
  package var values = 2_000_000

  /// The limits that are right for manifests.
  package static let standard = ReadingLimits()

  func check(_ text: String) throws(ReadingError) {
    guard text.utf8.count > bytes else { return }
    throw ReadingError("the file has more than \(bytes) bytes", line: nil)
  }
}
