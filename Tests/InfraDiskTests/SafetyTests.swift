import Foundation
import Testing

@testable import InfraDisk

@Suite("A path")
struct SafetyTests {
  private func found(_ paths: [String], in scratch: Scratch) -> [DiskProblem] {
    let files = paths.map { DiskFile(path: $0) }
    return problems { () throws(DiskError) in
      try scratch.disk.generate([EnvironmentFiles("prod", files: files.map(\.desired))])
    }
  }

  private struct DiskFile {
    let path: String
    var desired: DesiredFile {
      DesiredFile(path: path, text: "x\n", place: "environments/prod.swift:7")
    }
  }

  @Test(
    "that could lead out of the root or confuse a tool is refused at the line that wants it",
    arguments: [
      ("", "it is empty"), ("/etc/passwd", "it is absolute"), ("../x", "it holds '..'"),
      ("a/../../x", "it holds '..'"), ("a/..", "it holds '..'"), ("./x", "it holds '.'"),
      ("a//b", "a part of it is empty"), ("a/", "a part of it is empty"),
      ("a\\b", "it holds a backslash"), ("a\nb", "it holds a control character"),
      ("a\u{0}b", "it holds a control character"), ("a\u{1b}[31m", "it holds a control character"),
      ("a\u{7f}", "it holds a control character"), ("a\u{2028}b", "it holds a control character"),
      (".git/config", "it lies inside .git"), ("sub/.GIT/hooks/x", "it lies inside .git"),
      ("a/.infra-1-2.tmp", "infra names its temporary files like that"),
    ]
  )
  func unsafe(path: String, fault: String) throws {
    let scratch = try Scratch()
    let problem = try #require(found([path], in: scratch).first)
    #expect(problem.code == .unsafePath)
    #expect(problem.message.hasSuffix(fault))
    #expect(problem.place == "environments/prod.swift:7")
    #expect(!problem.message.unicodeScalars.contains { $0.value < 32 || $0.value == 127 })
    #expect(try scratch.snapshot().isEmpty)
  }

  @Test("with unusual but harmless characters is written", arguments: ["ü/ß.json", "a b\"c'd$e"])
  func unusual(path: String) throws {
    let scratch = try Scratch()
    #expect(found([path], in: scratch).isEmpty)
    #expect(try scratch.read(path) == "x\n")
    #expect(
      try scratch.disk.check([EnvironmentFiles("prod", files: [])]).files.map(\.path) == [path]
    )
  }

  @Test(
    "that another path would meet on some disk is refused",
    arguments: [
      ["render.yaml", "Render.yaml"], ["A/x", "a/y"], ["a", "a/b"], ["a/b", "a"],
      ["caf\u{e9}", "cafe\u{301}"], ["STRASSE", "strasse"],
      ["generated/x/y", "Generated/prod/x"], ["generated/prod/.index.json"],
    ]
  )
  func collisions(paths: [String]) throws {
    let scratch = try Scratch()
    let problem = try #require(found(paths, in: scratch).first)
    #expect(problem.code == .pathCollision)
    #expect(problem.message.contains("'\(paths[paths.count - 1])'"))
    #expect(try scratch.snapshot().isEmpty)
  }

  @Test("of an environment whose name cannot name a folder is refused")
  func environmentNames() throws {
    let scratch = try Scratch()
    for name in ["", "..", "a/b", ".git", "a\nb", "a\\b"] {
      let found = problems { () throws(DiskError) in
        try scratch.disk.generate([files(name, ["a": "a\n"])])
      }
      #expect(found.map(\.code) == [.unsafePath])
    }
    let found = problems { () throws(DiskError) in
      try scratch.disk.generate([files("prod", ["a": "a\n"]), files("Prod", ["b": "b\n"])])
    }
    #expect(found.map(\.code) == [.pathCollision])
    #expect(try scratch.snapshot().isEmpty)
  }

  @Test("through a link is followed inside the root and refused where it leads outside")
  func links() throws {
    let scratch = try Scratch()
    let outside = try Scratch()
    try scratch.write("apps/web/package.json", "{}")
    try scratch.write(".git/config", "x")
    try scratch.link("frontend", to: "apps/web")
    try scratch.link("out", to: outside.root)
    try scratch.link("hidden", to: ".git")
    try scratch.link("nowhere", to: "missing")
    try scratch.link("file", to: "apps/web/package.json")

    #expect(found(["frontend/vercel.json"], in: scratch).isEmpty)
    #expect(try scratch.read("apps/web/vercel.json") == "x\n")
    for (path, code, word) in [
      ("out/x", DiskProblem.Code.outsideRoot, "leads out of the root"),
      ("out/deep/er/x", .outsideRoot, "leads out of the root"),
      ("hidden/x", .outsideRoot, "inside .git"),
      ("nowhere/x", .blockedPath, "leads nowhere"),
      ("file/x", .blockedPath, "no folder"),
      ("frontend/package.json/x", .blockedPath, "is a file, not a folder"),
    ] {
      let problem = try #require(found([path], in: scratch).first)
      #expect(problem.code == code)
      #expect(problem.message.contains(word))
      #expect(problem.place == "environments/prod.swift:7")
    }
    #expect(
      found(["frontend/vercel.json", "apps/web/vercel.json"], in: scratch).map(\.code)
        == [.pathCollision]
    )
    #expect(try outside.snapshot().isEmpty)
  }

  @Test("at which a folder or a link lies is refused, even when forced")
  func blocked() throws {
    let scratch = try Scratch()
    try scratch.write("a/x", "x")
    try scratch.link("b", to: "a/x")
    let found = problems { () throws(DiskError) in
      try scratch.disk.generate([files("prod", ["a": "1\n", "b": "2\n", "c": "3\n"])], force: true)
    }
    #expect(
      found.map(\.message) == [
        "'a' cannot be written: a folder is there",
        "'b' cannot be written: a link, and infra writes plain files only, is there",
      ]
    )
    #expect(try scratch.snapshot().keys.sorted() == ["a/", "a/x", "b"])
  }

  @Test("through 'generated' itself is not followed out of the root")
  func generatedFolder() throws {
    let scratch = try Scratch()
    let outside = try Scratch()
    try scratch.link("generated", to: outside.root)
    #expect(found(["a"], in: scratch).map(\.code) == [.outsideRoot])
    try scratch.remove("generated")
    try scratch.write("generated", "x")
    let problem = try #require(found(["a"], in: scratch).first)
    #expect(problem.message.hasSuffix("'generated' is a file, not a folder"))
    #expect(try outside.snapshot().isEmpty)
  }

  @Test("of an output folder that is a file, or that no folder can hold, is refused")
  func outputFolder() throws {
    let scratch = try Scratch()
    try scratch.write("file", "x")
    for path in ["file", "file/deeper"] {
      let disk = Disk(root: "\(scratch.root)/\(path)")
      let found = problems { () throws(DiskError) in try disk.generate(Story.first) }
      #expect(found.count == 1)
      #expect(found.first?.message.contains("\(scratch.root)/file") == true)
      #expect(found.first?.help.isEmpty == false)
    }
    #expect(try scratch.snapshot() == ["file": "x"])
  }

  @Test("in a folder that may not be written is refused, and nothing is changed")
  func readOnly() throws {
    // The superuser may write everywhere; then the failing calls of other tests must do.
    if geteuid() == 0 { return }
    let scratch = try Scratch()
    try scratch.write("a/mine", "x")
    #expect(chmod("\(scratch.root)/a", 0o555) == 0)
    defer { _ = chmod("\(scratch.root)/a", 0o755) }
    let problem = try #require(found(["a/b", "c"], in: scratch).first)
    #expect(
      problem.message
        == "cannot write '\(scratch.root)/a/b': Permission denied; nothing was changed"
    )
    #expect(!scratch.exists("c"))
  }
}
