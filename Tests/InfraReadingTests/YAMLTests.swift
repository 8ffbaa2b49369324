import InfraReading
import InfraSerialization
import Testing

struct YAMLTests {
  private func inline(_ text: String) -> String {
    parsing(yaml: text).split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  @Test(
    "plain values follow the core schema of YAML 1.2",
    arguments: [
      ("[yes, on, n, 22:22, 2001-12-14, 1_000, 0b1, .Inff, 1e, .]", 10),
      ("['1', \"true\", 'null', !!str 5, ! 6]", 5),
      ("[a b, 1.2.3, 1a, 0x, 0o8, -a, --1, 1e+, +, ~a]", 10),
    ]
  )
  func text(source: String, count: Int) throws {
    #expect(try Reader.decode([String].self, yaml: source).value.count == count)
  }

  @Test("anchors and merge keys are expanded, and a map's own keys win")
  func merging() {
    let text = """
      base: &base {a: 1, b: 2}
      more: &more {b: 3, c: 4}
      one:
        z: 0
        <<: *base
        b: 9
      two: {<<: [*base, *more]}
      three: {"<<": x}
      """
    #expect(
      inline(text).hasSuffix(
        #""one": { "z": "number 0", "a": "number 1", "b": "number 9" }, "#
          + #""two": { "a": "number 1", "b": "number 2", "c": "number 4" }, "#
          + #""three": { "<<": "x" } }"#
      )
    )
  }

  @Test("byte order marks, Windows line ends and empty files are no trouble")
  func lineEnds() {
    #expect(inline("\u{FEFF}a: 1\r\nb:\r\n  - x\r\n") == #"{ "a": "number 1", "b": ["x"] }"#)
    #expect(inline("") == "null")
    #expect(inline("# nothing\n") == "null")
    #expect(inline("---\na: 1\n...\n") == #"{ "a": "number 1" }"#)
  }

  @Test("tags stay on their values")
  func tags() {
    #expect(
      inline("a: !reset []\nb: !override {x: 1}\nc: !!int 3\nd: !!binary x") == """
        { "a": "!reset", "b": "!override", "c": "number 3", "d": "tag:yaml.org,2002:binary" }
        """
    )
  }

  @Test(
    "what cannot be read is refused in one line",
    arguments: [
      ("a: 1\na: 2", "line 1: the key 'a' occurs twice in one map"),
      ("a: 1\n'a': 2", "line 1: the key 'a' occurs twice in one map"),
      ("a: 1\n---\nb: 2", "line 2: more than one document"),
      ("a: *b", "line 1: not valid YAML: found undefined alias"),
      ("&a [*a]", "line 1: not valid YAML: found undefined alias"),
      ("[a]: 1", "line 1: a key must be a single value"),
      ("a: !!int x", "line 1: the value is not what its tag tag:yaml.org,2002:int says"),
      ("<<: 1", "line 1: '<<' merges maps only, found a number"),
      ("<<: [1]", "line 1: '<<' merges maps only, found a number"),
      ("a: b: c", "line 1: not valid YAML: mapping values are not allowed in this context"),
      (
        "a:\n\t- b",
        "line 2: not valid YAML: found character that cannot start any token "
          + "while scanning for the next token, which begins in line 2"
      ),
      ("a: \u{7}", "not valid YAML: control characters are not allowed (U+7)"),
      (
        "a: [",
        "line 2: not valid YAML: did not find expected node content "
          + "while parsing a flow node, which begins in line 2"
      ),
    ]
  )
  func refusals(text: String, message: String) { #expect(parsing(yaml: text) == message) }

  @Test("limits are named in their errors")
  func limits() {
    let deep = String(repeating: "[", count: 102) + String(repeating: "]", count: 102)
    #expect(parsing(yaml: deep) == "line 1: nested deeper than 100 levels")
    let bomb = (1...60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    var small = ReadingLimits.standard
    small.values = 10_000
    #expect(
      parsing(yaml: "a0: &a0 x\n" + bomb, limits: small)
        .hasSuffix("more than 10000 values, aliases expanded")
    )
    #expect(parsing(yaml: "a0: &a0 x\n" + bomb + "? *a60\n: 1\n").contains("more than 30 aliases"))
    #expect(parsing(yaml: "a0: &a0 x\n" + bomb + "*a60 : 1\n").contains("more than 30 aliases"))
    #expect(parsing(yaml: "a0: &a0 x\n" + bomb + "[*a60]: 1\n").contains("more than 30 aliases"))
    small.bytes = 3
    #expect(parsing(yaml: "a: 1", limits: small) == "the file has more than 3 bytes")
  }

  @Test(
    "no depth of nesting exhausts the stack",
    arguments: ["[", "{a: ", "- ", "? ", "{? ", "[[{a: ", "a:\n ", "!a ", "&a ", "[&a "]
  )
  func depth(piece: String) {
    for count in [1_000, 100_000] {
      let text = String(repeating: piece, count: count)
      #expect(throws: ReadingError.self) { try Reader.node(yaml: text) }
    }
    var indented = ""
    for level in 0..<1_500 { indented += String(repeating: " ", count: level) + "a:\n" }
    #expect(throws: ReadingError.self) { try Reader.node(yaml: indented) }
  }
}
