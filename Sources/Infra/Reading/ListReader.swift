/// Reads the items of a list, one after the other.
struct ListReader: UnkeyedDecodingContainer {
  private let place: Place
  private let items: [SourceNode]
  private(set) var currentIndex = 0

  init(_ place: Place) throws(ReadingError) {
    guard case .list(let items) = place.node.content, place.node.tag == nil else {
      throw place.mismatch("a list")
    }
    self.place = place
    self.items = items
  }

  var codingPath: [any CodingKey] { place.codingPath }
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex == items.count }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let value = try item().decode(type)
    currentIndex += 1
    return value
  }

  mutating func decodeNil() throws -> Bool {
    guard try item().node.isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    let reader = try MapReader<Nested>(try item())
    currentIndex += 1
    return KeyedDecodingContainer(reader)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let reader = try ListReader(try item())
    currentIndex += 1
    return reader
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = NodeDecoder(place: try item())
    currentIndex += 1
    return decoder
  }

  private func item() throws(ReadingError) -> Place {
    guard currentIndex < items.count else {
      throw place.error("expected more than \(items.count) items")
    }
    let path = Path(.index(currentIndex), under: place.path)
    return Place(node: items[currentIndex], path: path, journal: place.journal)
  }
}
