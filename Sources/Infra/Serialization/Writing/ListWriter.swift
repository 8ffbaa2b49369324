/// Writes the items of one list.
struct ListWriter: UnkeyedEncodingContainer {
  let stream: Stream
  let position: Document.Position

  var codingPath: [any CodingKey] { stream.document.pointee.codingPath }
  var count: Int { stream.document.pointee.count(at: position) }

  func encode<T: Encodable>(_ value: T) throws {
    try begin()
    try stream.write(value, depth: position.depth + 1, omittingEmpty: false)
  }

  func encodeNil() throws {
    try begin()
    stream.document.pointee.writeNull(isEntry: false)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(MapWriter<Nested>(stream: stream, position: open(.map)))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    ListWriter(stream: stream, position: open(.list))
  }

  func superEncoder() -> any Encoder { StreamEncoder.refusingSuper(stream) }

  private func begin() throws { try stream.document.pointee.beginItem(in: position) }

  private func open(_ kind: Document.Frame.Kind) -> Document.Position {
    do { try begin() } catch { stream.document.pointee.fail(error) }
    return stream.document.pointee.openNested(kind, in: position)
  }
}

// MARK: - Plain values

extension ListWriter {
  func encode(_ value: Bool) throws {
    try begin()
    stream.document.pointee.writeBool(value)
  }

  func encode(_ value: String) throws {
    try begin()
    stream.document.pointee.writeString(value)
  }

  func encode(_ value: Double) throws {
    try begin()
    try stream.document.pointee.writeNumber(value)
  }

  func encode(_ value: Float) throws {
    try begin()
    try stream.document.pointee.writeNumber(value)
  }

  func encode(_ value: Int) throws {
    try begin()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int8) throws {
    try begin()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int16) throws {
    try begin()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int32) throws {
    try begin()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int64) throws {
    try begin()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt) throws {
    try begin()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt8) throws {
    try begin()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt16) throws {
    try begin()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt32) throws {
    try begin()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt64) throws {
    try begin()
    stream.document.pointee.writeInteger(value)
  }
}
