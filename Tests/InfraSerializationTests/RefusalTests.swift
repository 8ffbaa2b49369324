import InfraSerialization
import Testing

struct RefusalTests {
  enum Keys: String, CodingKey {
    case first
    case second
    case third
  }

  /// A value that encodes itself as a test says.
  struct Custom: Encodable {
    let body: @Sendable (any Encoder) throws -> Void
    func encode(to encoder: any Encoder) throws { try body(encoder) }
  }

  struct Nest: Encodable {
    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(self)
    }
  }

  func message(_ body: @escaping @Sendable (any Encoder) throws -> Void) -> String {
    do {
      return try YAML.encode(["a": [Custom(body: body)]] as OrderedMap)
    } catch {
      return String(describing: error)
    }
  }

  @Test("nested containers work when one follows the other")
  func nested() {
    let text = message { encoder in
      var map = encoder.container(keyedBy: Keys.self)
      var list = map.nestedUnkeyedContainer(forKey: .first)
      try list.encode(1)
      var inner = list.nestedContainer(keyedBy: Keys.self)
      try inner.encode("x", forKey: .second)
      _ = list.nestedUnkeyedContainer()
      #expect(list.count == 3)
      try map.encode(true, forKey: .third)
      // Asking again for the same container goes on with it.
      var again = encoder.container(keyedBy: Keys.self)
      try again.encode(2, forKey: .second)
    }
    #expect(
      text == """
        a:
          - first:
              - 1
              - second: x
              - []
            third: true
            second: 2

        """
    )
  }

  @Test("containers filled in turns are refused")
  func interleaved() {
    let text = message { encoder in
      var map = encoder.container(keyedBy: Keys.self)
      var one = map.nestedContainer(keyedBy: Keys.self, forKey: .first)
      try one.encode(1, forKey: .first)
      try map.encode(2, forKey: .second)
      try one.encode(3, forKey: .second)
    }
    #expect(
      text == "a[0].second: containers were filled in turns; "
        + "a streamed document needs one after the other"
    )
  }

  @Test("a superclass's encoder is refused, even if nothing is written after it")
  func superEncoder() {
    let refusal = "superEncoder() cannot be streamed; encode the superclass's fields yourself"
    #expect(
      message { encoder in
        var map = encoder.container(keyedBy: Keys.self)
        try map.encode(1, forKey: .first)
        _ = map.superEncoder()
      } == "a[0].first: \(refusal)"
    )
    #expect(
      message { encoder in
        var list = encoder.unkeyedContainer()
        var above = list.superEncoder().singleValueContainer()
        try? above.encode(1)
        try list.encode(2)
      } == "a[0]: \(refusal)"
    )
  }

  @Test("a value that is written twice, or as two kinds, is refused")
  func twice() {
    #expect(
      message { encoder in
        var single = encoder.singleValueContainer()
        try single.encode(1)
        try single.encode(2)
      } == "a[0]: a value was encoded twice, or after its place was complete"
    )
    #expect(
      message { encoder in
        _ = encoder.unkeyedContainer()
        _ = encoder.container(keyedBy: Keys.self)
      } == "a[0]: one value asks to be both a map and a list"
    )
    #expect(
      message { encoder in
        var single = encoder.singleValueContainer()
        try single.encode(1)
        _ = encoder.unkeyedContainer()
      } == "a[0]: a container was asked for after its place was complete"
    )
  }

  @Test("a Dictionary is refused, for its order changes from run to run")
  func dictionary() {
    #expect(throws: WritingError.self) { try YAML.encode(["a": 1]) }
    #expect(message { try ["a": 1].encode(to: $0) }.contains("use an OrderedMap"))
    #expect(message { try [1: 1].encode(to: $0) }.contains("use an OrderedMap"))
  }

  @Test("a number that is not finite is refused with its path")
  func infinity() {
    #expect(
      message { encoder in
        var map = encoder.container(keyedBy: Keys.self)
        try map.encode(Double.infinity, forKey: .second)
      } == "a[0].second: inf is not a number that a manifest can hold"
    )
    #expect(throws: WritingError.self) { try JSON.encode([Float.nan]) }
  }

  @Test("a value without end stops at the limit of depth")
  func depth() {
    #expect(message { try Nest().encode(to: $0) }.hasSuffix("nested deeper than 100 levels"))
  }

  @Test("a YAML key has at most 1024 bytes, as readers allow")
  func longKey() throws {
    let key = String(repeating: "k", count: 1024)
    #expect(try YAML.encode([key: 1] as OrderedMap) == "\(key): 1\n")
    #expect(throws: WritingError.self) { try YAML.encode([key + "k": 1] as OrderedMap) }
    #expect(try JSON.encode([key + "k": 1] as OrderedMap).count > 1024)
  }
}
