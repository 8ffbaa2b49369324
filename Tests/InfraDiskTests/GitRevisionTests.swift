import Testing

@testable import InfraDisk

@Suite("What a revision holds")
struct GitRevisionTests {
  @Test("answers for many files at once, whatever the work tree says")
  func files() throws {
    let scratch = try Scratch()
    let names = (0..<400).map { "generated/environment-\($0)/.record.tsv" }
    for name in names { try scratch.write(name, "first \(name)\n") }
    try scratch.commit()
    for name in names { try scratch.write(name, "second\n") }

    let revision = GitRevision("HEAD", root: scratch.root)
    guard case .files(let files) = revision.contents(of: names + ["generated/none"]) else {
      Issue.record("no answer")
      return
    }
    #expect(files.count == names.count)
    for name in names {
      #expect(files[name].map { String(decoding: $0, as: UTF8.self) } == "first \(name)\n")
    }
  }

  @Test("tells an unknown revision from a folder that is in no checkout")
  func unknown() throws {
    let scratch = try Scratch()
    #expect(GitRevision("HEAD", root: scratch.root).contents(of: ["a"]) == .noCheckout)
    #expect(GitRevision.place(of: scratch.root) == nil)
    try scratch.write("a", "a\n")
    try scratch.commit()
    #expect(GitRevision("HEAD", root: scratch.root).contents(of: ["b"]) == .files([:]))
    for name in ["no-such-branch", "", "HEAD\nHEAD", "--help"] {
      #expect(GitRevision(name, root: scratch.root).contents(of: ["a"]) == .noRevision)
    }
  }

  @Test("a checkout without a commit has no HEAD")
  func unborn() throws {
    let scratch = try Scratch()
    try scratch.git("init", "-q")
    #expect(GitRevision("HEAD", root: scratch.root).contents(of: ["a"]) == .noRevision)
  }

  @Test("a folder of a checkout knows its place, and its files are found from there")
  func place() throws {
    let scratch = try Scratch()
    try scratch.write("apps/shop/a", "text\n")
    try scratch.commit()
    let folder = scratch.root + "/apps/shop"
    #expect(GitRevision.place(of: folder) == "apps/shop")
    #expect(GitRevision.place(of: scratch.root) == "")
    #expect(
      GitRevision("HEAD", root: folder).contents(of: ["a"]) == .files(["a": Array("text\n".utf8)])
    )
  }
}
