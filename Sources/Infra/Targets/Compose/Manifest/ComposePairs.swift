public import InfraSerialization

/// Names with values, which Compose takes as a mapping or as a list of `NAME=value`.
public enum ComposePairs: Sendable, Hashable {
  /// A mapping; names are never interpolated.
  case map(OrderedMap<ComposeScalar>)
  /// A list of `NAME=value`, or of a bare `NAME`.
  case list([ComposeText])

  /// The value of a name; setting nil removes it, setting a new name appends it.
  public subscript(name: String) -> ComposeScalar? {
    get {
      switch self {
      case .map(let map): return map[name]
      case .list(let items): return items.lazy.compactMap { Self.value(of: name, in: $0) }.last
      }
    }
    set {
      switch self {
      case .map(var map):
        map[name] = newValue
        self = .map(map)
      case .list(var items):
        items.removeAll { Self.value(of: name, in: $0) != nil }
        if let newValue { items.append(Self.item(name, newValue)) }
        self = .list(items)
      }
    }
  }

  private static func value(of name: String, in item: ComposeText) -> ComposeScalar? {
    let bytes = item.written.utf8
    guard bytes.starts(with: name.utf8) else { return nil }
    let rest = bytes.dropFirst(name.utf8.count)
    if rest.isEmpty { return .null }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    return .text(ComposeText(written: String(decoding: rest.dropFirst(), as: UTF8.self)))
  }

  private static func item(_ name: String, _ value: ComposeScalar) -> ComposeText {
    let name = ComposeText(name)
    switch value {
    case .text(let text): return "\(name)=\(text)"
    case .integer(let number): return "\(name)=\(number)"
    case .number(let number): return "\(name)=\(String(number))"
    case .flag(let flag): return "\(name)=\(flag ? "true" : "false")"
    case .null: return name
    }
  }
}

extension ComposePairs: ExpressibleByDictionaryLiteral {
  /// Creates a mapping, in the order of the literal.
  public init(dictionaryLiteral elements: (String, ComposeScalar)...) {
    self = .map(OrderedMap(elements))
  }
}

extension ComposePairs: Codable {
  /// Decodes a list if it is one, else a mapping.
  public init(from decoder: any Decoder) throws {
    if let items = try? decoder.singleValueContainer().decode([ComposeText].self) {
      self = .list(items)
    } else {
      self = .map(try OrderedMap<ComposeScalar>(from: decoder))
    }
  }

  /// Encodes whichever is held.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .map(let map): try map.encode(to: encoder)
    case .list(let items): try items.encode(to: encoder)
    }
  }
}
