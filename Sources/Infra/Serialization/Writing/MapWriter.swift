/// Writes the entries of one map, in the order in which they come.
struct MapWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let stream: Stream
  let position: Document.Position

  var codingPath: [any CodingKey] { stream.document.pointee.codingPath }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try begin(key)
    // A map's own entries are data; only a type's fields may be left out.
    try stream.write(value, depth: position.depth + 1, omittingEmpty: Key.self != EntryKey.self)
  }

  // Synthesised code calls this for optional fields only: what is present there was meant.
  func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
    guard let value else { return }
    try begin(key)
    try stream.write(value, depth: position.depth + 1, omittingEmpty: false)
  }

  func encodeNil(forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeNull(isEntry: true)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    // Open fields stand among the fields of the map itself.
    let place = type == OpenFieldName.self ? position : open(.map, key)
    return KeyedEncodingContainer(MapWriter<Nested>(stream: stream, position: place))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    ListWriter(stream: stream, position: open(.list, key))
  }

  func superEncoder() -> any Encoder { StreamEncoder.refusingSuper(stream) }
  func superEncoder(forKey key: Key) -> any Encoder { StreamEncoder.refusingSuper(stream) }

  private func begin(_ key: Key) throws {
    try stream.document.pointee.beginEntry(key.stringValue, in: position)
  }

  private func open(_ kind: Document.Frame.Kind, _ key: Key) -> Document.Position {
    do { try begin(key) } catch { stream.document.pointee.fail(error) }
    return stream.document.pointee.openNested(kind, in: position)
  }
}

// MARK: - Plain values

extension MapWriter {
  func encode(_ value: Bool, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeBool(value)
  }

  func encode(_ value: String, forKey key: Key) throws {
    try stream.document.pointee.writeEntry(key.stringValue, value, in: position)
  }

  func encode(_ value: Double, forKey key: Key) throws {
    try begin(key)
    try stream.document.pointee.writeNumber(value)
  }

  func encode(_ value: Float, forKey key: Key) throws {
    try begin(key)
    try stream.document.pointee.writeNumber(value)
  }

  func encode(_ value: Int, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int8, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int16, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int32, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int64, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt8, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt16, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt32, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt64, forKey key: Key) throws {
    try begin(key)
    stream.document.pointee.writeInteger(value)
  }
}
