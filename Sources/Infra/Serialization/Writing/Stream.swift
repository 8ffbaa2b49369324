/// The one document that all containers of a value write to.
///
/// What they do to it is one mutation each: checking exclusive access costs more than most writes.
final class Stream {
  var document: Document

  init(_ notation: Document.Notation) { document = Document(notation) }

  /// Writes the document's one value.
  func write(_ value: some Encodable) throws {
    try write(value, depth: 0, omittingEmpty: false)
    document.finish()
  }

  /// Writes the value of the entry that has just begun.
  func write<T: Encodable>(_ value: T, depth: Int, omittingEmpty: Bool) throws {
    let position = Document.Position(depth: depth, slot: document.expectValue())
    try value.encode(to: StreamEncoder(stream: self, position: position))
    try document.complete(position) { omittingEmpty && value is any OmittedWhenEmpty }
  }
}
