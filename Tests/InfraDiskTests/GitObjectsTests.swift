import Foundation
import Testing

@testable import InfraDisk

@Suite("What git keeps")
struct GitObjectsTests {
  @Test("every version is visited once, and its first commit and path are known")
  func versions() throws {
    let scratch = try Scratch()
    try scratch.write("a b.txt", "first\n")
    try scratch.write("same.txt", "first\n")
    try scratch.commit()
    try scratch.write("a b.txt", "second\n")
    try scratch.commit()
    try FileManager.default.removeItem(atPath: scratch.root + "/a b.txt")
    try scratch.commit()
    let objects = GitObjects(root: scratch.root)
    var texts: [String: String] = [:]
    #expect(objects.eachBlob { texts[String(decoding: $1, as: UTF8.self)] = $0 } == 0)
    #expect(texts.keys.sorted() == ["first\n", "second\n"])
    let second = try #require(texts["second\n"].flatMap { objects.origin(of: $0) })
    #expect(second.path == "a b.txt")
    #expect(second.commit.count >= 7)
    let first = try #require(texts["first\n"].flatMap { objects.origin(of: $0) })
    #expect(first.commit != second.commit)
    #expect(["a b.txt", "same.txt"].contains(first.path))
  }

  @Test("a version that is too large is counted and not read")
  func large() throws {
    let scratch = try Scratch()
    try scratch.write("large", String(repeating: "x", count: GitObjects.mostBytes + 1))
    try scratch.write("small", "x")
    try scratch.commit()
    var count = 0
    #expect(GitObjects(root: scratch.root).eachBlob { _, _ in count += 1 } == 1)
    #expect(count == 1)
  }

  @Test("lists what git has or would take, with any name")
  func files() throws {
    let scratch = try Scratch()
    #expect(GitObjects(root: scratch.root).files() == nil)
    try scratch.write("tracked ü\n.txt", "1")
    try scratch.write(".gitignore", "ignored\n")
    try scratch.commit()
    try scratch.write("new", "2")
    try scratch.write("ignored", "3")
    let files = GitObjects(root: scratch.root).files()
    #expect(files?.sorted() == [".gitignore", "new", "tracked ü\n.txt"])
    #expect(!GitObjects(root: scratch.root).isShallow)
  }

  @Test("without a repository there is nothing to visit")
  func none() throws {
    #expect(GitObjects(root: try Scratch().root).eachBlob { _, _ in } == nil)
  }
}
