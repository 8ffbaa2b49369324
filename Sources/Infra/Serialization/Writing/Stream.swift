/// The one document that all containers of a value write to.
///
/// They share it through a pointer: to check exclusive access to a property of a class costs more
/// than most writes do. What they do to it is one mutation each, and no mutation calls them.
final class Stream {
  let document = UnsafeMutablePointer<Document>.allocate(capacity: 1)

  init(_ notation: Document.Notation) { document.initialize(to: Document(notation)) }

  deinit {
    document.deinitialize(count: 1)
    document.deallocate()
  }

  /// Writes the document's one value.
  func write(_ value: some Encodable) throws {
    try write(value, depth: 0, omittingEmpty: false)
    document.pointee.finish()
  }

  /// Writes the value of the entry that has just begun.
  func write<T: Encodable>(_ value: T, depth: Int, omittingEmpty: Bool) throws {
    let position = Document.Position(depth: depth, slot: document.pointee.expectValue())
    try value.encode(to: StreamEncoder(stream: self, position: position))
    try document.pointee.complete(position) { omittingEmpty && value is any OmittedWhenEmpty }
  }
}
