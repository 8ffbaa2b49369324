import Testing

@testable import InfraDisk

@Suite("An index on disk")
struct IndexOnDiskTests {
  @Test(
    "that is broken counts as unknown: equal files pass, others are refused, and it is renewed",
    arguments: ["", "{", "<<<<<<< HEAD\n=======\n>>>>>>> x\n", "\u{0}", "{\"/format\": 7}"]
  )
  func broken(text: String) throws {
    let scratch = try Scratch()
    let wanted = files("prod", ["a": "1\n", "b": "b\n"])
    _ = try scratch.disk.generate([wanted])
    let good = try scratch.snapshot()
    try scratch.write("generated/prod/.index.json", text)

    let other = files("prod", ["a": "2\n", "b": "b\n"])
    let refused = try scratch.disk.generate([other])
    #expect(refused.refused.map(\.refusal) == [.notOurs])
    #expect(refused.notes.map(\.code) == [.unreadableIndex])
    #expect(try scratch.read("generated/prod/.index.json") == text)

    let report = try scratch.disk.generate([wanted])
    #expect(report.isWritten)
    #expect(report.notes.map(\.code) == [.unreadableIndex])
    #expect(try scratch.snapshot() == good)
  }

  @Test("that a conflict broke gives way to what git's last commit holds")
  func brokenButCommitted() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate([files("prod", ["a": "1\n", "b": "b\n"])])
    try scratch.write("generated/prod/.index.json", "<<<<<<< HEAD\n")
    var disk = scratch.disk
    disk.committed = { $0 == "a" ? Array("1\n".utf8) : nil }
    let report = try disk.generate([files("prod", ["a": "2\n", "b": "b\n"])])
    #expect(kinds(report) == ["a": .updated, "b": .unchanged])
  }

  @Test("never leads out of the root, whatever it lists")
  func malicious() throws {
    let scratch = try Scratch()
    let outside = try Scratch()
    try outside.write("victim", "x")
    let digest = Digest(of: Array("x".utf8))
    try scratch.link("way", to: outside.root)
    try scratch.write(
      "generated/prod/.index.json",
      "{\"way/victim\": \"\(digest)\", \"/format\": 1}"
    )
    _ = try scratch.disk.generate([files("prod", ["a": "a\n"])], force: true)
    #expect(try outside.read("victim") == "x")

    try scratch.write(
      "generated/prod/.index.json",
      "{\"../\(RelativePath.name(of: outside.root))/victim\": \"\(digest)\", \"/format\": 1}"
    )
    _ = try scratch.disk.generate([files("prod", ["a": "a\n"])], force: true)
    #expect(try outside.read("victim") == "x")
  }

  @Test("that is a folder is an error for its own environment and a note for others")
  func folder() throws {
    let scratch = try Scratch()
    try scratch.write("generated/prod/.index.json/x", "x")
    let found = problems { () throws(DiskError) in
      try scratch.disk.generate([files("prod", ["a": "a\n"])])
    }
    #expect(found.map(\.code) == [.blockedPath])
    #expect(found[0].message.contains("generated/prod/.index.json"))
    #expect(try scratch.disk.generate([files("dev", ["a": "a\n"])]).notes.count == 1)
  }
}
