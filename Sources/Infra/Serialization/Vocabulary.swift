/// A word of a vendor's vocabulary: an open set of names, with static members for the known ones.
///
/// Vendors add words without us, so a manifest never closes the set; the platform's rules say which
/// words are known.
public protocol Vocabulary: RawRepresentable, ExpressibleByStringLiteral, Codable, Hashable,
  Sendable, Constrained
where RawValue == String {
  /// Creates a word from its spelling.
  init(rawValue: String)

  /// The words that the vendor's schema takes; empty where it takes any.
  static var schemaWords: [Self] { get }
}

extension Vocabulary {
  /// Creates a word from a literal.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// Decodes a word from a string.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes the word as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// Most schemas take any word.
  public static var schemaWords: [Self] { [] }

  /// That the word is none that the vendor's schema takes.
  public var faults: [String] {
    let words = Self.schemaWords
    if words.isEmpty || words.contains(self) { return [] }
    let allowed = words.map(\.rawValue).joined(separator: ", ")
    return ["'\(rawValue)' is not one of \(allowed)"]
  }
}

extension KeyedEncodingContainer {
  /// Encodes a word as the text that it is.
  ///
  /// Synthesised code finds these overloads in place of the general ones, which take a detour through
  /// an encoder of the word's own.
  public mutating func encode(_ value: some Vocabulary, forKey key: Key) throws {
    try encode(value.rawValue, forKey: key)
  }

  /// Encodes a word as the text that it is, where there is one.
  public mutating func encodeIfPresent(_ value: (some Vocabulary)?, forKey key: Key) throws {
    try encodeIfPresent(value?.rawValue, forKey: key)
  }
}
