/// The `Decoder` that a type sees: one value of a file.
struct NodeDecoder: Decoder {
  let place: Place

  var codingPath: [any CodingKey] { place.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try MapReader<Key>(place))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try ListReader(place) }
  func singleValueContainer() -> any SingleValueDecodingContainer { ValueReader(place: place) }
}

/// Reads a value as one thing.
struct ValueReader: SingleValueDecodingContainer {
  let place: Place

  var codingPath: [any CodingKey] { place.codingPath }

  func decodeNil() -> Bool { place.node.isNull }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try place.decode(type) }

  func decode(_ type: Bool.Type) throws -> Bool { try place.bool() }
  func decode(_ type: String.Type) throws -> String { try place.text() }
  func decode(_ type: Double.Type) throws -> Double { try place.number(type) }
  func decode(_ type: Float.Type) throws -> Float { try place.number(type) }
  func decode(_ type: Int.Type) throws -> Int { try place.integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try place.integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try place.integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try place.integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try place.integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try place.integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try place.integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try place.integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try place.integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try place.integer(type) }
}

/// One step of a coding path.
private struct PathKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = "[\(intValue)]"
    self.intValue = intValue
  }
}

extension Place {
  var codingPath: [any CodingKey] {
    var keys: [any CodingKey] = []
    var next = path
    while let path = next {
      switch path.step {
      case .key(let key): keys.append(PathKey(stringValue: key))
      case .index(let index): keys.append(PathKey(intValue: index))
      }
      next = path.parent
    }
    return keys.reversed()
  }
}
