import Testing

@testable import InfraDisk

@Suite("Checking")
struct CheckTests {
  let wanted = [files("prod", ["a/b.yaml": "1\n2\n3\n", "c": "c\n"])]

  @Test("finds nothing after generating, and writes nothing")
  func clean() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate(wanted)
    let faulty = FaultyFileSystem(.crash, at: 1)
    #expect(try scratch.disk(on: faulty).check(wanted, isComplete: true).drift.isEmpty)
    #expect(faulty.count == 0)
  }

  @Test("finds every byte that changes, in any file, the index too, and says which line")
  func everyByte() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate(wanted)
    let good = try scratch.snapshot()
    for (path, text) in good where !path.hasSuffix("/") {
      for index in text.utf8.indices {
        var bytes = Array(text.utf8)
        bytes[text.utf8.distance(from: text.utf8.startIndex, to: index)] ^= 1
        try scratch.write(path, String(decoding: bytes, as: UTF8.self))
        let drift = try scratch.disk.check(wanted, isComplete: true).drift
        #expect(drift.map(\.change.path) == [path])
        #expect(drift.map(\.kind) == [.stale])
        let line = text.utf8[..<index].count { $0 == UInt8(ascii: "\n") } + 1
        #expect(drift.first?.change.firstDifferingLine == line)
      }
      try scratch.write(path, text)
    }
  }

  @Test("tells missing, stale and unexpected files apart, with diffs")
  func kindsOfDrift() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate(wanted)
    let next = [files("prod", ["a/b.yaml": "1\nzwei\n3\n", "d": "d\n"])]
    let drift = try scratch.disk.check(next).drift
    #expect(
      drift.map { "\($0.kind) \($0.change.path)" } == [
        "stale a/b.yaml", "unexpected c", "missing d", "stale generated/prod/.index.json",
      ]
    )
    #expect(
      drift[0].change.diff() == """
        --- a/a/b.yaml
        +++ b/a/b.yaml
        @@ -1,3 +1,3 @@
         1
        -2
        +zwei
         3

        """
    )
    #expect(
      drift[1].change.diff() == "--- a/c\n+++ /dev/null\n@@ -1 +0,0 @@\n-c\n"
    )
    #expect(
      drift[2].change.diff() == "--- /dev/null\n+++ b/d\n@@ -0,0 +1 @@\n+d\n"
    )
  }

  @Test("finds an index that is missing or broken")
  func index() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate(wanted)
    try scratch.write("generated/prod/.index.json", "<<<<<<<")
    #expect(try scratch.disk.check(wanted).drift.map(\.kind) == [.stale])
    try scratch.remove("generated/prod/.index.json")
    #expect(try scratch.disk.check(wanted).drift.map(\.kind) == [.missing])
  }
}
