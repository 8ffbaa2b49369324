import Testing

@testable import InfraDisk

@Suite("The root")
struct RootTests {
  @Test("is the nearest folder upwards with a Package.swift")
  func nearest() throws {
    let scratch = try Scratch()
    try scratch.write("Package.swift", "")
    try scratch.write("Examples/shop/Package.swift", "")
    try scratch.write("Examples/shop/environments/prod.swift", "")
    try scratch.write("Sources/Package.swift/x", "")
    let root = scratch.root
    #expect(try Root.find(from: root) == root)
    #expect(try Root.find(from: "\(root)/Sources") == root)
    #expect(try Root.find(from: "\(root)/Examples/shop/environments") == "\(root)/Examples/shop")
    #expect(try Root.find(from: "\(root)/Examples/shop/..") == root)
  }

  @Test("is missed with the folder's name and a way out")
  func missing() throws {
    let scratch = try Scratch()
    do {
      _ = try Root.find(from: scratch.root)
      Issue.record("found a root")
    } catch {
      #expect(error.problems.map(\.code) == [.noRoot])
      #expect(error.description.contains("'\(scratch.root)'"))
      #expect(error.description.contains("\n  help: "))
    }
  }

  @Test("may be an output folder, relative or absolute, that need not exist")
  func output() throws {
    let current = try LocalFileSystem().realPath(of: ".")
    #expect(try Root.output("/a/b//") == "/a/b")
    #expect(try Root.output("a/b") == "\(current)/a/b")
    #expect(try Root.output(".") == current)
    #expect(try Root.output("/") == "/")
    #expect(throws: DiskError.self) { try Root.output("") }
    #expect(throws: DiskError.self) { try Root.output("a\u{0}b") }
  }
}
