/// The `Encoder` that a value sees: a place in a document that waits for one value.
struct StreamEncoder: Encoder {
  let stream: Stream
  let position: Document.Position

  var codingPath: [any CodingKey] { stream.document.pointee.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if type == HashOrder.key {
      stream.document.pointee.fail("a Dictionary has no order of its own; use an OrderedMap")
    }
    stream.document.pointee.open(.map, position)
    return KeyedEncodingContainer(MapWriter<Key>(stream: stream, position: position))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    stream.document.pointee.open(.list, position)
    return ListWriter(stream: stream, position: position)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueWriter(stream: stream, position: position)
  }
}

extension StreamEncoder {
  /// An encoder that refuses: a value's superclass would have to be written after its container.
  static func refusingSuper(_ stream: Stream) -> StreamEncoder {
    stream.document.pointee.fail(
      "superEncoder() cannot be streamed; encode the superclass's fields yourself"
    )
    return StreamEncoder(stream: stream, position: .nowhere)
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
  let stream = Stream(.json)
  var key: (any CodingKey.Type)?
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    key = type
    return KeyedEncodingContainer(MapWriter<Key>(stream: stream, position: .nowhere))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    ListWriter(stream: stream, position: .nowhere)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueWriter(stream: stream, position: .nowhere)
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
