import InfraSerialization

/// Notes which fields of a document have a name of their own in our types, instead of writing it.
///
/// A map's entries count as `*`. A field that is only kept because a type holds open entries is not
/// noted: nobody can reach it by name.
struct FieldRecorder: Encoder {
  /// The paths noted so far, such as `services.*.build.context`.
  final class Paths {
    var all: Set<String> = []
  }

  let paths: Paths
  let place: String

  /// The paths of the fields that a value holds.
  static func paths(of value: some Encodable) throws -> Set<String> {
    let paths = Paths()
    try value.encode(to: FieldRecorder(paths: paths, place: ""))
    return paths.all
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Fields<Key>(recorder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { Items(recorder: self) }

  func singleValueContainer() -> any SingleValueEncodingContainer { One(recorder: self) }

  fileprivate func below(_ key: some CodingKey, isOpen: Bool) -> FieldRecorder {
    let name = isOpen ? "*" : key.stringValue
    return FieldRecorder(paths: paths, place: place.isEmpty ? name : "\(place).\(name)")
  }
}

private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let recorder: FieldRecorder
  // A key type that takes any name is a map's.
  let isOpen = Key(stringValue: "\u{0}") != nil
  var codingPath: [any CodingKey] { [] }

  private func note(_ key: Key) {
    if !isOpen { recorder.paths.all.insert(recorder.below(key, isOpen: false).place) }
  }

  mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    // Open entries stand among the fields, and are nobody's by name.
    if value is any OpenFields { return }
    note(key)
    try value.encode(to: recorder.below(key, isOpen: isOpen))
  }

  mutating func encodeNil(forKey key: Key) throws { note(key) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    guard type != OpenFieldName.self else {
      let nowhere = FieldRecorder(paths: FieldRecorder.Paths(), place: "")
      return nowhere.container(keyedBy: type)
    }
    note(key)
    return recorder.below(key, isOpen: isOpen).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    note(key)
    return recorder.below(key, isOpen: isOpen).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { recorder }
  mutating func superEncoder(forKey key: Key) -> any Encoder { recorder }

  mutating func encode(_ value: Bool, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: String, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: Double, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: Float, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: Int, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: Int8, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: Int16, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: Int32, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: Int64, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: UInt, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: UInt8, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: UInt16, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: UInt32, forKey key: Key) throws { note(key) }
  mutating func encode(_ value: UInt64, forKey key: Key) throws { note(key) }
}

private struct Items: UnkeyedEncodingContainer {
  let recorder: FieldRecorder
  var codingPath: [any CodingKey] { [] }
  var count = 0

  mutating func encode<T: Encodable>(_ value: T) throws { try value.encode(to: recorder) }
  mutating func encodeNil() throws {}

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { recorder.container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
  mutating func superEncoder() -> any Encoder { recorder }

  mutating func encode(_ value: Bool) throws {}
  mutating func encode(_ value: String) throws {}
  mutating func encode(_ value: Double) throws {}
  mutating func encode(_ value: Float) throws {}
  mutating func encode(_ value: Int) throws {}
  mutating func encode(_ value: Int8) throws {}
  mutating func encode(_ value: Int16) throws {}
  mutating func encode(_ value: Int32) throws {}
  mutating func encode(_ value: Int64) throws {}
  mutating func encode(_ value: UInt) throws {}
  mutating func encode(_ value: UInt8) throws {}
  mutating func encode(_ value: UInt16) throws {}
  mutating func encode(_ value: UInt32) throws {}
  mutating func encode(_ value: UInt64) throws {}
}

private struct One: SingleValueEncodingContainer {
  let recorder: FieldRecorder
  var codingPath: [any CodingKey] { [] }

  mutating func encode<T: Encodable>(_ value: T) throws { try value.encode(to: recorder) }
  mutating func encodeNil() throws {}

  mutating func encode(_ value: Bool) throws {}
  mutating func encode(_ value: String) throws {}
  mutating func encode(_ value: Double) throws {}
  mutating func encode(_ value: Float) throws {}
  mutating func encode(_ value: Int) throws {}
  mutating func encode(_ value: Int8) throws {}
  mutating func encode(_ value: Int16) throws {}
  mutating func encode(_ value: Int32) throws {}
  mutating func encode(_ value: Int64) throws {}
  mutating func encode(_ value: UInt) throws {}
  mutating func encode(_ value: UInt8) throws {}
  mutating func encode(_ value: UInt16) throws {}
  mutating func encode(_ value: UInt32) throws {}
  mutating func encode(_ value: UInt64) throws {}
}
