import InfraSerialization
import Testing

struct QuotingTests {
  @Test(
    "text that every reader takes for text stays as people write it",
    arguments: [
      "node server.js", "npm ci && npm run build", "https://example.com/a?b=c#d", "22-alpine",
      "1Gi",
      "postgres://user:word@host:5432/app", "10.0.0.0/8", "a@b.example", "${NAME:?set it}", "v1.2",
      "127.0.0.1:${PORT:-8000}:8000", "./data:/var/lib/data", "/health", "it's", "say \"x\"",
      "über",
      "日本語", "a, b", "a [b]", "yes please", "nothing", "C:\\temp", "A=b", "1.2.3-alpine", "👍",
    ]
  )
  func plain(text: String) throws {
    #expect(try YAML.encode([text]) == "- \(text)\n")
    #expect(try YAML.encode([text: 1] as OrderedMap) == "\(text): 1\n")
  }

  @Test(
    "text that some reader takes for something else is quoted",
    arguments: [
      "1.2.3", "127.0.0.1", "", "yes", "No", "oN", "off", "true", "FALSE", "null", "~", "y", "3.11",
      "0440", "22:22",
      "1e3",
      "5432:5432", "2001-12-14", ".inf", "0x1F", "1_000", "- a", "-a", "*/5 * * * *", "a: b", "a:",
      "a #b", "# a", " a", "a ", "@daily", "%a", "[a]", "{a}", "!a", "&a", "|", ">", "`a`", "=",
      "<<",
    ]
  )
  func quoted(text: String) throws {
    #expect(try YAML.encode([text]) == "- \"\(text)\"\n")
    #expect(try YAML.encode([text: 1] as OrderedMap) == "\"\(text)\": 1\n")
  }

  @Test("what nobody sees is written as an escape, in every notation")
  func hidden() throws {
    let text = "a\u{200B}\u{202E}\u{2028}\u{A0}\u{FEFF}\u{7F}"
    let escaped = #""a\u200b\u202e\u2028\u00a0\ufeff\u007f""#
    #expect(try YAML.encode(text) == escaped + "\n")
    #expect(try JSON.encode(text) == escaped + "\n")
    #expect(try JavaScript.exportDefault(text) == "export default \(escaped);\n")
  }

  @Test("text of several lines is a block wherever it stands")
  func blocks() throws {
    let value: AnyValue = ["a": "x\n\n  y\n", "b": ["x\ny", ["c": "x\n"]]]
    #expect(
      try YAML.encode(value) == """
        a: |
          x

            y

        b:
          - |-
            x
            y
          - c: |
              x

        """
    )
    #expect(try YAML.encode("x\ny\n") == "|\n  x\n  y\n")
  }

  @Test(
    "lines that an editor or a reader would change are quoted instead",
    arguments: [
      "\n", "\na", " a\nb", "a \nb", "a\n\n", "a\nb ", "a\tb\nc", "a\r\nb", "a\u{2028}\nb",
    ]
  )
  func quotedLines(text: String) throws {
    let written = try YAML.encode(text)
    #expect(written.first == "\"" && written.utf8.filter { $0 == 0x0A }.count == 1)
  }

  @Test("the same value is the same text, and keys keep their order")
  func order() throws {
    let names = (0..<100).map { "k\(($0 * 37) % 100)" }
    let value = OrderedMap(names.map { ($0, $0) })
    let text = try YAML.encode(value)
    #expect(text == names.map { "\($0): \($0)\n" }.joined())
    #expect(try YAML.encode(value) == text)
    #expect(try YAML.encode(OrderedMap(names.map { ($0, $0) })) == text)
  }

  @Test("two spellings of a letter are two names of a map")
  func spellings() throws {
    var value = OrderedMap(["é", "e\u{301}"].map { ($0, $0.unicodeScalars.count) })
    for index in 0..<20 { value["k\(index)"] = index }
    #expect(value["é"] == 1 && value["e\u{301}"] == 2)
    value["é"] = nil
    #expect(value["é"] == nil && value["e\u{301}"] == 2 && value["k19"] == 19 && value.count == 21)
  }
}
