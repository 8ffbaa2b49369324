import InfraReading
import InfraSerialization
import Testing

/// Maps of more keys than are looked through one after the other.
@Suite("Long maps")
struct LongMapTests {
  private struct Ends: Codable, Equatable {
    var first: Int?
    var last: String?
    var absent: Int?
  }

  private static func text(_ count: Int) -> String {
    "last: z\n" + (0..<count).map { "key\($0): \($0)\n" }.joined() + "first: 1\n"
  }

  @Test("fields are found wherever they stand, and the others are unknown in the file's order")
  func fields() throws {
    let read = try Reader.decode(Ends.self, yaml: Self.text(100))
    #expect(read.value == Ends(first: 1, last: "z"))
    #expect(read.unknownKeys.map(\.path) == (0..<100).map { "key\($0)" })
  }

  @Test("a map of names keeps every one, in the file's order")
  func names() throws {
    let map = try Reader.decode(OrderedMap<AnyValue>.self, yaml: Self.text(50)).value
    #expect(map.keys == ["last"] + (0..<50).map { "key\($0)" } + ["first"])
    #expect(map["key49"] == 49)
  }
}
