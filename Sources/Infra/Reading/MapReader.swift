import InfraSerialization

/// Reads the entries of a map by their keys.
final class MapReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let place: Place
  private let visit: Journal.Visit
  /// Where the next key probably stands: fields mostly come in declared order.
  private var cursor = 0

  init(_ place: Place) throws(ReadingError) {
    guard case .map(let entries) = place.node.content, place.node.tag == nil else {
      throw place.mismatch("a map")
    }
    self.place = place
    // A key type that accepts any name knows a key once that key is read.
    let isOpen = Key(stringValue: "\u{0}") != nil
    let known = entries.map { !isOpen && Key(stringValue: $0.key) != nil }
    visit = Journal.Visit(entries: entries, path: place.path, known: known)
    place.journal.record(visit)
  }

  var codingPath: [any CodingKey] { place.codingPath }
  var allKeys: [Key] { visit.entries.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool { position(of: key.stringValue) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try child(key).node.isNull }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    guard let child = find(key), !child.node.isNull || !(type is any OmittedWhenEmpty.Type) else {
      if let empty = (type as? any OmittedWhenEmpty.Type)?.init() as? T { return empty }
      throw missing(key)
    }
    return try child.decode(type)
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    guard let child = find(key), !child.node.isNull else { return nil }
    return try child.decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    // Open fields stand among the fields of the map itself.
    let nested = type == OpenFieldName.self ? place : try child(key)
    return KeyedDecodingContainer(try MapReader<Nested>(nested))
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try ListReader(try child(key))
  }

  func superDecoder() throws -> any Decoder { NodeDecoder(place: place) }

  func superDecoder(forKey key: Key) throws -> any Decoder { NodeDecoder(place: try child(key)) }

  private func child(_ key: Key) throws(ReadingError) -> Place {
    guard let child = find(key) else { throw missing(key) }
    return child
  }

  private func missing(_ key: Key) -> ReadingError {
    place.error("'\(key.stringValue)' is missing")
  }

  private func find(_ key: Key) -> Place? {
    guard let position = position(of: key.stringValue) else { return nil }
    visit.known[position] = true
    let entry = visit.entries[position]
    let path = Path(.key(entry.key), under: place.path)
    return Place(node: entry.value, path: path, journal: place.journal)
  }

  private func position(of key: String) -> Int? {
    let count = visit.entries.count
    if count > Self.searchLimit {
      guard let position = isKey(key, at: cursor) ? cursor : positions[Array(key.utf8)] else {
        return nil
      }
      cursor = position + 1 == count ? 0 : position + 1
      return position
    }
    for step in 0..<count {
      let position = cursor + step < count ? cursor + step : cursor + step - count
      if isKey(key, at: position) {
        cursor = position + 1 == count ? 0 : position + 1
        return position
      }
    }
    return nil
  }

  private func isKey(_ key: String, at position: Int) -> Bool {
    let other = visit.entries[position].key
    return other == key && other.utf8.elementsEqual(key.utf8)
  }

  /// In longer maps, keys that are not there would be looked for at every place.
  private static var searchLimit: Int { 32 }

  private lazy var positions = Dictionary(
    visit.entries.enumerated().map { (Array($0.element.key.utf8), $0.offset) },
    uniquingKeysWith: { first, _ in first }
  )
}

// MARK: - Plain values

extension MapReader {
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try child(key).bool() }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try child(key).text() }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try child(key).number(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try child(key).number(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try child(key).integer(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try child(key).integer(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try child(key).integer(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try child(key).integer(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try child(key).integer(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try child(key).integer(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try child(key).integer(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
    try child(key).integer(type)
  }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
    try child(key).integer(type)
  }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
    try child(key).integer(type)
  }
}
