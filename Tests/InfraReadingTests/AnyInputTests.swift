import InfraReading
import Testing

struct AnyInputTests {
  private static let sources = [
    """
    # A comment.
    base: &base {a: 1, b: [x, "y", 'z']}
    one:
      <<: *base
      text: |
        line
        other
      folded: >-
        a
        b
    ? complex
    : !reset null
    list:
      - - 1
        - 2.5e3
      - name: "é\\u00e9\\n"
        ports: ["80:80", 22:22]
    """,
    #"""
    {"a": [1, -2.5e3, true, null, "é\u00e9\ud83d\ude00\n"], "b": {"c": {}, "d": []}, "e": "x"}
    """#,
  ]

  private static let pieces = Array(
    "{}[],:-?&*!|>'\"%@`#~<\\ \n\r\t\u{0}\u{85}\u{2028}\u{FEFF}é1a.x".utf8
  )

  @Test("no input crashes the readers", arguments: sources.indices)
  func mutations(index: Int) {
    var state: UInt64 = 88_172_645_463_325_252
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let original = Array(Self.sources[index].utf8)
    var outcomes = (read: 0, refused: 0)
    for _ in 0..<2_000 {
      var bytes = original
      for _ in 0...next(4) {
        let start = next(bytes.count)
        switch next(4) {
        case 0: bytes[start] = Self.pieces[next(Self.pieces.count)]
        case 1: bytes.insert(Self.pieces[next(Self.pieces.count)], at: start)
        case 2: bytes.removeSubrange(start..<min(bytes.count, start + 1 + next(5)))
        default:
          bytes.insert(contentsOf: bytes[start..<min(bytes.count, start + next(30))], at: start)
        }
        if bytes.isEmpty { bytes = original }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for isYAML in [true, false] {
        do {
          _ = try isYAML ? Reader.node(yaml: text) : Reader.node(json: text)
          outcomes.read += 1
        } catch {
          outcomes.refused += 1
          let message = String(describing: error)
          #expect(!message.contains("\n") && message.utf8.count < 300)
        }
      }
      _ = try? Reader.text(of: bytes)
    }
    #expect(outcomes.read > 0 && outcomes.refused > 0)
  }
}
