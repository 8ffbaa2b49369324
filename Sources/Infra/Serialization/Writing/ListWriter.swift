/// Writes the items of one list.
struct ListWriter: UnkeyedEncodingContainer {
  let document: Document
  let position: Document.Position

  var codingPath: [any CodingKey] { document.codingPath }
  var count: Int { document.count(at: position) }

  func encode<T: Encodable>(_ value: T) throws {
    try begin()
    try document.write(value, depth: position.depth + 1, omittingEmpty: false)
  }

  func encodeNil() throws {
    try begin()
    document.writeNull(isEntry: false)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(MapWriter<Nested>(document: document, position: open(.map)))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    ListWriter(document: document, position: open(.list))
  }

  func superEncoder() -> any Encoder { StreamEncoder.refusingSuper(document) }

  private func begin() throws { try document.beginItem(in: position) }

  private func open(_ kind: Document.Frame.Kind) -> Document.Position {
    do { try begin() } catch { document.fail(error) }
    return document.openNested(kind, in: position)
  }
}

// MARK: - Plain values

extension ListWriter {
  func encode(_ value: Bool) throws {
    try begin()
    document.writeBool(value)
  }

  func encode(_ value: String) throws {
    try begin()
    document.writeString(value)
  }

  func encode(_ value: Double) throws {
    try begin()
    try document.writeNumber(value)
  }

  func encode(_ value: Float) throws {
    try begin()
    try document.writeNumber(value)
  }

  func encode(_ value: Int) throws {
    try begin()
    document.writeInteger(value)
  }

  func encode(_ value: Int8) throws {
    try begin()
    document.writeInteger(value)
  }

  func encode(_ value: Int16) throws {
    try begin()
    document.writeInteger(value)
  }

  func encode(_ value: Int32) throws {
    try begin()
    document.writeInteger(value)
  }

  func encode(_ value: Int64) throws {
    try begin()
    document.writeInteger(value)
  }

  func encode(_ value: UInt) throws {
    try begin()
    document.writeInteger(value)
  }

  func encode(_ value: UInt8) throws {
    try begin()
    document.writeInteger(value)
  }

  func encode(_ value: UInt16) throws {
    try begin()
    document.writeInteger(value)
  }

  func encode(_ value: UInt32) throws {
    try begin()
    document.writeInteger(value)
  }

  func encode(_ value: UInt64) throws {
    try begin()
    document.writeInteger(value)
  }
}
