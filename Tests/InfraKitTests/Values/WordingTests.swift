import InfraContract
import InfraKit
import Testing

@Suite("Findings in words")
struct WordingTests {
  @Test("control characters of a name are shown, and drive no terminal")
  func control() {
    #expect(Wording.printable("a\nb\tc\u{1B}[31m\u{0}") == "a\\nb\\tc\\u{1B}[31m\\u{0}")
    #expect(Wording.printable("a\nb", keepingLines: true) == "a\nb")
    #expect(Wording.printable("\u{202E}a\u{2028}b\u{85}") == "\\u{202E}a\\u{2028}b\\u{85}")
    #expect(Wording.printable("ünïcödé – 😀 … €") == "ünïcödé – 😀 … €")
  }

  @Test("a long text is cut, a list has its commas")
  func quotes() {
    #expect(Wording.quote("a") == "'a'")
    #expect(Wording.quote(String(repeating: "a", count: 70)).count == 63)
    #expect(Wording.list([]) == "")
    #expect(Wording.list(["a"]) == "'a'")
    #expect(Wording.list(["a", "b"]) == "'a' and 'b'")
    #expect(Wording.list(["a", "b", "c"]) == "'a', 'b' and 'c'")
    #expect(Wording.list((1...24).map { "\($0)" }).hasSuffix("'23' and '24'"))
    #expect(Wording.list((1...990).map { "\($0)" }).hasSuffix("'19', '20' and 970 more"))
  }

  @Test("a finding shows the control characters of what it quotes")
  func finding() {
    var findings = Findings()
    findings.report(Somewhere.weak, "a\u{1B}b\n", help: "c\u{1B}\nd", at: nil)
    #expect(findings.diagnostics.map(\.message) == ["a\\u{1B}b\\n"])
    #expect(findings.diagnostics.map(\.help) == ["c\\u{1B}\nd"])
  }
}
