import InfraSerialization
import Testing

@testable import InfraVendors

@Suite("JSON of answers")
struct JSONTextTests {
  private func read(_ text: String) -> AnyValue? { JSONText.value(of: Array(text.utf8)) }

  @Test(
    "what is written is read again",
    arguments: [
      AnyValue.null, true, 12, -7, 1.5, "", "a\"b\\c\n\t\u{1}é😀", ["x", []],
      ["k": ["n": .null], "l": [1, 2]],
    ] as [AnyValue]
  )
  func roundTrip(value: AnyValue) {
    #expect(read(value.line) == value)
    #expect(!value.line.contains("\n"))
  }

  @Test("escapes and spaces")
  func escapes() {
    #expect(
      read(" { \"a\\u00e9\\ud83d\\ude00\\/\" : [ 1 , 2e3 ] } ") == ["aé😀/": [1, .number(2000)]]
    )
  }

  @Test(
    "what is no JSON is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\"}", "tru", "\"\\ud83d\"", "\"\n\"", "1 2", "{1:2}", "nulll",
    ]
  )
  func refused(text: String) { #expect(read(text) == nil) }

  @Test("depth ends before the stack does")
  func depth() {
    #expect(read(String(repeating: "[", count: 100_000)) == nil)
  }
}
