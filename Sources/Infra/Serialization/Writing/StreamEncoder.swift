/// The `Encoder` that a value sees: a place in a document that waits for one value.
struct StreamEncoder: Encoder {
  let document: Document
  let position: Document.Position

  var codingPath: [any CodingKey] { document.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if type == HashOrder.key {
      document.fail("a Dictionary has no order of its own; use an OrderedMap")
    }
    document.open(.map, position)
    return KeyedEncodingContainer(MapWriter<Key>(document: document, position: position))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    document.open(.list, position)
    return ListWriter(document: document, position: position)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueWriter(document: document, position: position)
  }
}

extension StreamEncoder {
  /// An encoder that refuses: a value's superclass would have to be written after its container.
  static func refusingSuper(_ document: Document) -> StreamEncoder {
    document.fail("superEncoder() cannot be streamed; encode the superclass's fields yourself")
    return StreamEncoder(document: document, position: .nowhere)
  }
}

/// Finds the coding key by which `Dictionary` encodes itself, so that hash order can be refused.
private enum HashOrder {
  static let key: (any CodingKey.Type)? = {
    let probe = KeyProbe()
    try? [String: Int]().encode(to: probe)
    return probe.key
  }()
}

private final class KeyProbe: Encoder {
  let document = Document(.json)
  var key: (any CodingKey.Type)?
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    key = type
    return KeyedEncodingContainer(MapWriter<Key>(document: document, position: .nowhere))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    ListWriter(document: document, position: .nowhere)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueWriter(document: document, position: .nowhere)
  }
}

/// One step of a coding path.
struct PathKey: CodingKey {
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

extension Document {
  var codingPath: [any CodingKey] {
    frames.filter { $0.count > 0 }.map { frame in
      switch frame.kind {
      case .map: PathKey(stringValue: frame.name)
      case .list: PathKey(intValue: frame.count - 1)
      }
    }
  }
}
