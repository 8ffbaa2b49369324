extension Blueprint {
  /// Any key: for a look at an entry before its shape is known.
  ///
  /// Readers take a key for known only once it is decoded, so a look hides no unknown key.
  struct AnyKey: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
    init(stringLiteral value: String) { stringValue = value }
  }
}

extension KeyedDecodingContainer {
  /// A list that must be there, even when it is empty; other lists may be left out.
  func decodeRequired<Element: Decodable>(forKey key: Key) throws -> [Element] {
    if let list = try decodeIfPresent([Element].self, forKey: key) { return list }
    throw DecodingError.keyNotFound(
      key,
      DecodingError.Context(
        codingPath: codingPath,
        debugDescription: "'\(key.stringValue)' is missing"
      )
    )
  }
}
