/// Writes the one value that a place waits for.
struct ValueWriter: SingleValueEncodingContainer {
  let document: Document
  let position: Document.Position

  var codingPath: [any CodingKey] { document.codingPath }

  func encode<T: Encodable>(_ value: T) throws {
    try value.encode(to: StreamEncoder(document: document, position: position))
  }

  func encodeNil() throws {
    try claim()
    document.writeNull(isEntry: document.frames.last?.kind == .map)
  }

  private func claim() throws { try document.claim(position) }
}

// MARK: - Plain values

extension ValueWriter {
  func encode(_ value: Bool) throws {
    try claim()
    document.writeBool(value)
  }

  func encode(_ value: String) throws {
    try claim()
    document.writeString(value)
  }

  func encode(_ value: Double) throws {
    try claim()
    try document.writeNumber(value)
  }

  func encode(_ value: Float) throws {
    try claim()
    try document.writeNumber(value)
  }

  func encode(_ value: Int) throws {
    try claim()
    document.writeInteger(value)
  }

  func encode(_ value: Int8) throws {
    try claim()
    document.writeInteger(value)
  }

  func encode(_ value: Int16) throws {
    try claim()
    document.writeInteger(value)
  }

  func encode(_ value: Int32) throws {
    try claim()
    document.writeInteger(value)
  }

  func encode(_ value: Int64) throws {
    try claim()
    document.writeInteger(value)
  }

  func encode(_ value: UInt) throws {
    try claim()
    document.writeInteger(value)
  }

  func encode(_ value: UInt8) throws {
    try claim()
    document.writeInteger(value)
  }

  func encode(_ value: UInt16) throws {
    try claim()
    document.writeInteger(value)
  }

  func encode(_ value: UInt32) throws {
    try claim()
    document.writeInteger(value)
  }

  func encode(_ value: UInt64) throws {
    try claim()
    document.writeInteger(value)
  }
}
