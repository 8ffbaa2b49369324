/// A map from names to values that keeps the order in which entries were added.
///
/// Manifests are read by people and compared byte by byte, so no hash order may reach them.
public struct OrderedMap<Element> {
  /// One name with its value.
  public typealias Entry = (key: String, value: Element)

  /// The entries, in order; no name occurs twice.
  public private(set) var entries: [Entry] = []

  private var positions: [String: Int] = [:]

  /// Creates an empty map.
  public init() {}

  /// Creates a map from entries; a later entry of the same name replaces the value in place.
  public init(_ entries: some Sequence<(String, Element)>) {
    for (key, value) in entries { self[key] = value }
  }

  /// The value of a name; setting nil removes it, setting a new name appends it.
  public subscript(key: String) -> Element? {
    get { positions[key].map { entries[$0].value } }
    set {
      switch (positions[key], newValue) {
      case (let position?, let value?):
        entries[position].value = value
      case (let position?, nil):
        entries.remove(at: position)
        positions[key] = nil
        for (name, other) in positions where other > position { positions[name] = other - 1 }
      case (nil, let value?):
        positions[key] = entries.count
        entries.append((key, value))
      case (nil, nil):
        break
      }
    }
  }

  /// The names, in order.
  public var keys: [String] { entries.map(\.key) }

  /// The values, in order.
  public var values: [Element] { entries.map(\.value) }

  /// Whether there is no entry.
  public var isEmpty: Bool { entries.isEmpty }

  /// The number of entries.
  public var count: Int { entries.count }
}

extension OrderedMap: ExpressibleByDictionaryLiteral {
  /// Creates a map from a literal, in its order.
  public init(dictionaryLiteral elements: (String, Element)...) {
    self.init(elements)
  }
}

extension OrderedMap: Sendable where Element: Sendable {}

extension OrderedMap: Equatable where Element: Equatable {
  /// Whether two maps hold equal values under the same names, in any order.
  public static func == (left: OrderedMap, right: OrderedMap) -> Bool {
    left.count == right.count && left.entries.allSatisfy { right[$0.key] == $0.value }
  }
}

extension OrderedMap: Hashable where Element: Hashable {
  /// Feeds the entries to a hasher, blind to their order.
  public func hash(into hasher: inout Hasher) {
    var mixed = 0
    for (key, value) in entries {
      var one = Hasher()
      one.combine(key)
      one.combine(value)
      mixed ^= one.finalize()
    }
    hasher.combine(mixed)
  }
}

private struct NameKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension OrderedMap: Encodable where Element: Encodable {
  /// Encodes the entries as a mapping, in order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: NameKey.self)
    for (key, value) in entries { try container.encode(value, forKey: NameKey(stringValue: key)) }
  }
}

extension OrderedMap: Decodable where Element: Decodable {
  /// Decodes a mapping, in the order of the source where the decoder keeps it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: NameKey.self)
    for key in container.allKeys {
      self[key.stringValue] = try container.decode(Element.self, forKey: key)
    }
  }
}
