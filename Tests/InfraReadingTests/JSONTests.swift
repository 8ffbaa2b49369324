import InfraReading
import InfraSerialization
import Testing

struct JSONTests {
  @Test("values of every kind")
  func values() throws {
    let text = #"""
      {"a": [1, -0.5e+3, true, false, null, {}], "b": "\u00e9\ud83d\ude00\n\"\\\/", "": []}
      """#
    let value = try Reader.decode(AnyValue.self, json: "\u{FEFF}" + text).value
    #expect(
      value == ["a": [1, -500, true, false, .null, [:]], "b": "é😀\n\"\\/", "": []]
    )
    let lines = "{\n\"a\":\r\n1,\r\"b\": x}"
    #expect(parsing(json: lines) == "line 4: expected a value, found 'x'")
  }

  @Test(
    "what the platforms refuse is refused by name",
    arguments: [
      (#"{"a": 1, "a": 2}"#, "line 1: the key 'a' occurs twice in one map"),
      ("// no\n{}", "line 1: JSON has no comments"),
      ("{\n/* no */}", "line 2: JSON has no comments"),
      ("[1,\n]", "line 2: a comma before ']' is not JSON"),
      (#"{"a": 1,}"#, "line 1: a comma before '}' is not JSON"),
      ("[1 2]", "line 1: expected ',' or ']'"),
      ("{a: 1}", "line 1: expected a key in double quotes"),
      ("['a']", "line 1: text needs double quotes"),
      (#"{"a" 1}"#, "line 1: expected ':' after the key 'a'"),
      ("", "line 1: the file ends where a value should be"),
      ("[", "line 1: the file ends where a value should be"),
      (#"["a"#, "line 1: the file ends inside text"),
      ("[\"a\nb\"]", "line 1: a control character in text must be escaped"),
      (#"["\x"]"#, "line 1: unknown escape in text"),
      (#"["\ud800"]"#, "line 1: half of a surrogate pair is not text"),
      (#"["\udc00\ud800"]"#, "line 1: half of a surrogate pair is not text"),
      (#"["\u12"]"#, "line 1: expected four hexadecimal digits after \\u"),
      ("01", "line 1: '01' is not a JSON number"),
      ("1.", "line 1: '1.' is not a JSON number"),
      ("-", "line 1: '-' is not a JSON number"),
      ("NaN", "line 1: expected a value, found 'N'"),
      ("{} x", "line 1: expected the end after the document's value"),
    ]
  )
  func refusals(text: String, message: String) { #expect(parsing(json: text) == message) }

  @Test("limits are named in their errors")
  func limits() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(parsing(json: deep) == "line 1: nested deeper than 100 levels")
    let maps = String(repeating: #"{"a":"#, count: 100_000)
    #expect(parsing(json: maps) == "line 1: nested deeper than 100 levels")
    var small = ReadingLimits.standard
    small.values = 3
    #expect(parsing(json: "[1, 2, 3]", limits: small) == "line 1: more than 3 values")
  }

  @Test("bytes that are not UTF-8 are refused by name")
  func bytes() throws {
    #expect(try Reader.text(of: Array("é".utf8)) == "é")
    #expect(throws: ReadingError.self) { try Reader.text(of: [0x61, 0xC3]) }
    #expect(throws: ReadingError.self) { try Reader.text(of: [0xFF, 0xFE, 0x61, 0]) }
  }
}
