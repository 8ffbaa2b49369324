import Foundation
import Testing

@testable import InfraDisk

@Suite("Git's last commit")
struct GitHeadTests {
  @Test("knows committed bytes, also from a folder below, and nothing of other files")
  func contents() throws {
    let scratch = try Scratch()
    let large = String(repeating: "line\n", count: 100_000)
    try scratch.write("sub/a b.yaml", "a\n")
    try scratch.write("large", large)
    try scratch.commit()
    try scratch.write("sub/a b.yaml", "b\n")
    let root = GitHead(root: scratch.root)
    #expect(root.contents(of: "sub/a b.yaml") == Array("a\n".utf8))
    #expect(root.contents(of: "large") == Array(large.utf8))
    #expect(root.contents(of: "other") == nil)
    #expect(root.contents(of: "sub") == nil)
    #expect(GitHead(root: "\(scratch.root)/sub").contents(of: "a b.yaml") == Array("a\n".utf8))
  }

  @Test("is nothing without a repository, a commit or the folder")
  func missing() throws {
    let scratch = try Scratch()
    #expect(GitHead(root: scratch.root).contents(of: "a") == nil)
    try scratch.git("init", "-q")
    #expect(GitHead(root: scratch.root).contents(of: "a") == nil)
    #expect(GitHead(root: "\(scratch.root)/missing").contents(of: "a") == nil)
  }

  @Test("makes a file safe to overwrite, and a run leaves git's status clean but for it")
  func overwriting() throws {
    let scratch = try Scratch()
    try scratch.write("render.yaml", "by hand\n")
    try scratch.write("mine", "mine\n")
    try scratch.commit()
    let disk = Disk(root: scratch.root)
    #expect(
      kinds(try disk.generate([files("prod", ["render.yaml": "1\n"])])) == ["render.yaml": .updated]
    )
    try scratch.commit()

    try scratch.write("render.yaml", "by hand again\n")
    #expect(try disk.generate([files("prod", ["render.yaml": "2\n"])]).refused.count == 1)
    let left = try scratch.snapshot().keys.filter { !$0.hasPrefix(".git/") && !$0.hasSuffix("/") }
    #expect(left.sorted() == ["generated/prod/.index.json", "mine", "render.yaml"])
  }

  @Test("is not asked about files that an index explains")
  func lazily() throws {
    let scratch = try Scratch()
    var asked: [String] = []
    var disk = scratch.disk
    disk.committed = { path in
      asked.append(path)
      return nil
    }
    _ = try disk.generate([files("prod", ["a": "1\n", "b": "1\n"])])
    _ = try disk.generate([files("prod", ["a": "2\n", "b": "1\n"])])
    _ = try disk.check([files("prod", ["a": "3\n", "b": "1\n"])])
    #expect(asked.isEmpty)
    try scratch.write("b", "x\n")
    _ = try disk.generate([files("prod", ["a": "2\n", "b": "2\n"])])
    #expect(asked == ["b"])
  }
}
