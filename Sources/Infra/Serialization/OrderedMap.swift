/// A map from names to values that keeps the order in which entries were added.
///
/// Manifests are read by people and compared byte by byte, so no hash order may reach them.
public struct OrderedMap<Element> {
  /// One name with its value.
  public typealias Entry = (key: String, value: Element)

  /// The entries, in order; no name occurs twice.
  public private(set) var entries: [Entry] = []

  /// Where each name stands; kept only for maps that are too long to search.
  private var positions: [Name: Int] = [:]

  /// Creates an empty map.
  public init() {}

  /// Creates a map from entries; a later entry of the same name replaces the value in place.
  public init(_ entries: some Sequence<(String, Element)>) {
    for (key, value) in entries { self[key] = value }
  }

  /// The value of a name; setting nil removes it, setting a new name appends it.
  ///
  /// Names are compared byte by byte, as platforms do: two spellings of `é` are two names.
  public subscript(key: String) -> Element? {
    get { position(of: key).map { entries[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?):
        entries[position].value = value
      case (let position?, nil):
        entries.remove(at: position)
        positions = [:]
        if entries.count > Self.searchLimit { index(entries.indices) }
      case (nil, let value?):
        entries.append((key, value))
        if entries.count == Self.searchLimit + 1 {
          index(entries.indices)
        } else if entries.count > Self.searchLimit {
          index(entries.count - 1..<entries.count)
        }
      case (nil, nil):
        break
      }
    }
  }

  /// Up to this many names, looking at each is faster than hashing one.
  private static var searchLimit: Int { 8 }

  private func position(of key: String) -> Int? {
    guard entries.count > Self.searchLimit else {
      return entries.firstIndex { Name.areSame($0.key, key) }
    }
    return positions[Name(text: key)]
  }

  private mutating func index(_ range: Range<Int>) {
    for position in range { positions[Name(text: entries[position].key)] = position }
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

/// A name that equals another only if their bytes do; `String` would also equate two spellings of `é`.
private struct Name: Hashable {
  let text: String

  static func areSame(_ one: String, _ other: String) -> Bool {
    one == other && (one.utf8.count == other.utf8.count && one.utf8.elementsEqual(other.utf8))
  }

  static func == (one: Name, other: Name) -> Bool { areSame(one.text, other.text) }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// The name of a map's entry, which is data and not a field of a type.
struct EntryKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension OrderedMap: Encodable where Element: Encodable {
  /// Encodes the entries as a mapping, in order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: EntryKey.self)
    for (key, value) in entries { try container.encode(value, forKey: EntryKey(stringValue: key)) }
  }
}

extension OrderedMap: Decodable where Element: Decodable {
  /// Decodes a mapping, in the order of the source where the decoder keeps it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: EntryKey.self)
    for key in container.allKeys {
      self[key.stringValue] = try container.decode(Element.self, forKey: key)
    }
  }
}
