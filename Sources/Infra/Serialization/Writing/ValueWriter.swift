/// Writes the one value that a place waits for.
struct ValueWriter: SingleValueEncodingContainer {
  let stream: Stream
  let position: Document.Position

  var codingPath: [any CodingKey] { stream.document.pointee.codingPath }

  func encode<T: Encodable>(_ value: T) throws {
    try value.encode(to: StreamEncoder(stream: stream, position: position))
  }

  func encodeNil() throws {
    try claim()
    stream.document.pointee.writeNull(isEntry: stream.document.pointee.frames.last?.kind == .map)
  }

  private func claim() throws { try stream.document.pointee.claim(position) }
}

// MARK: - Plain values

extension ValueWriter {
  func encode(_ value: Bool) throws {
    try claim()
    stream.document.pointee.writeBool(value)
  }

  func encode(_ value: String) throws {
    try claim()
    stream.document.pointee.writeString(value)
  }

  func encode(_ value: Double) throws {
    try claim()
    try stream.document.pointee.writeNumber(value)
  }

  func encode(_ value: Float) throws {
    try claim()
    try stream.document.pointee.writeNumber(value)
  }

  func encode(_ value: Int) throws {
    try claim()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int8) throws {
    try claim()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int16) throws {
    try claim()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int32) throws {
    try claim()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: Int64) throws {
    try claim()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt) throws {
    try claim()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt8) throws {
    try claim()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt16) throws {
    try claim()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt32) throws {
    try claim()
    stream.document.pointee.writeInteger(value)
  }

  func encode(_ value: UInt64) throws {
    try claim()
    stream.document.pointee.writeInteger(value)
  }
}
