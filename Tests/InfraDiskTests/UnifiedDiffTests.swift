import Testing

@testable import InfraDisk

@Suite("A diff")
struct UnifiedDiffTests {
  private func diff(_ old: String?, _ new: String?, maximumLines: Int? = nil) -> String {
    UnifiedDiff.text(
      old: old.map { Array($0.utf8) },
      new: new.map { Array($0.utf8) },
      path: "a.yaml",
      maximumLines: maximumLines
    )
  }

  @Test("is empty for equal texts")
  func equal() {
    #expect(diff("a\nb\n", "a\nb\n") == "")
    #expect(diff("", "") == "")
    #expect(diff(nil, nil) == "")
  }

  @Test("shows three lines around each change, and joins changes that are close")
  func context() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("4\n5\n", with: "4\nfive\n").replacing("11\n", with: "11\nx\n")
      .replacing("20\n", with: "")
    #expect(
      diff(old, new) == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -2,13 +2,14 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
         9
         10
         11
        +x
         12
         13
         14
        @@ -17,4 +18,3 @@
         17
         18
         19
        -20

        """
    )
  }

  @Test("says where a last newline is missing, and sees that it appears")
  func newline() {
    #expect(
      diff("a\nb", "a\nb\n") == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +b

        """
    )
    #expect(
      diff("a", "b") == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1 +1 @@
        -a
        \\ No newline at end of file
        +b
        \\ No newline at end of file

        """
    )
  }

  @Test("knows missing files, empty ones, names with spaces and bytes that are no text")
  func edges() {
    #expect(diff(nil, "a\n") == "--- /dev/null\n+++ b/a.yaml\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", nil) == "--- a/a.yaml\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n")
    #expect(diff("", "a\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "a\u{0}") == "Binary files a/a.yaml and b/a.yaml differ\n")
    #expect(UnifiedDiff.text(old: [], new: [10], path: "a b").hasPrefix("--- a/a b\t\n"))
  }

  @Test("is cut after a number of lines, and says how many are left")
  func short() {
    let new = (1...9).map { "\($0)\n" }.joined()
    #expect(
      diff("", new, maximumLines: 5)
        == "--- a/a.yaml\n+++ b/a.yaml\n@@ -0,0 +1,9 @@\n+1\n+2\n… 7 more lines\n"
    )
    #expect(diff("", new, maximumLines: 12) == diff("", new))
    #expect(diff("", new, maximumLines: 11).hasSuffix("… 1 more line\n"))
  }

  @Test("turns the old text into the new one, for many texts, and is never longer than needed")
  func applies() throws {
    var random = Random(seed: 7)
    for _ in 0..<400 {
      let letters = 1 + Int(random.next() % 6)
      let old = (0..<Int(random.next() % 40)).map { _ in "\(random.next() % UInt64(letters))\n" }
      var new = old
      for _ in 0..<Int(random.next() % 8) {
        let at = Int(random.next() % UInt64(new.count + 1))
        if random.next() % 2 == 0 { new.insert("n\(random.next() % 3)\n", at: at) }
        if random.next() % 2 == 0, at < new.count { new.remove(at: at) }
      }
      let text = diff(old.joined(), new.joined())
      #expect(apply(text, to: old) == new)
      let changes = text.split(separator: "\n").dropFirst(2).count {
        "+-".contains($0.first ?? " ")
      }
      let shortest = new.difference(from: old).count
      #expect(changes == (text.isEmpty ? 0 : shortest))
    }
  }

  @Test("of large texts with nothing or little in common is found in bounded time")
  func large() throws {
    let old = (0..<20_000).map { "old \($0)\n" }
    let new = (0..<20_000).map { $0 % 3 == 0 ? "old \($0)\n" : "new \($0)\n" }
    #expect(apply(diff(old.joined(), new.joined()), to: old) == new)
    let other = (0..<20_000).map { "other \($0 % 50)\n" }
    #expect(apply(diff(old.joined(), other.joined()), to: old) == other)
    let repeated = (0..<20_000).map { "\($0 % 7)\n" }
    let turned = (0..<20_000).map { "\($0 * $0 % 11 % 7)\n" }
    #expect(apply(diff(repeated.joined(), turned.joined()), to: repeated) == turned)
  }

  @Test("names the first line that differs")
  func firstLine() {
    func line(_ old: String, _ new: String) -> Int? {
      UnifiedDiff.firstDifferingLine(old: Array(old.utf8), new: Array(new.utf8))
    }
    #expect(line("a\nb\n", "a\nb\n") == nil)
    #expect(line("", "a") == 1)
    #expect(line("a\nb\nc\n", "a\nx\nc\n") == 2)
    #expect(line("a\n", "a\nb\n") == 2)
    #expect(line("a\nb", "a\nb\n") == 2)
  }

  /// What `patch` does, for texts whose lines all end in a newline.
  private func apply(_ diff: String, to old: [String]) -> [String] {
    var result: [String] = []
    var next = 0
    for line in diff.split(separator: "\n").dropFirst(2) {
      if line.hasPrefix("@@") {
        let span = line.dropFirst(4).prefix { $0 != " " }.split(separator: ",")
        let start = Int(span[0]) ?? 0
        let begin = span.count == 2 && span[1] == "0" ? start : start - 1
        result += old[next..<begin]
        next = begin
        continue
      }
      if !line.hasPrefix("+") {
        #expect(old[next] == "\(line.dropFirst())\n")
        next += 1
      }
      if !line.hasPrefix("-") { result.append("\(line.dropFirst())\n") }
    }
    return result + old[next...]
  }
}

/// Numbers that look random and are the same every time.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
