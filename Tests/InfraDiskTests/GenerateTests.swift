import Foundation
import Testing

@testable import InfraDisk

@Suite("Generating")
struct GenerateTests {
  @Test("creates, leaves alone, updates and removes, and says so per file")
  func lifeOfAFile() throws {
    let scratch = try Scratch()
    let first = files("prod", ["render.yaml": "1\n", "generated/prod/x/SETUP.md": "s\n"])
    var report = try scratch.realDisk.generate([first])
    #expect(kinds(report) == ["render.yaml": .created, "generated/prod/x/SETUP.md": .created])
    #expect(report.files.map(\.path) == ["generated/prod/x/SETUP.md", "render.yaml"])
    #expect(report.isWritten)

    report = try scratch.realDisk.generate([first])
    #expect(kinds(report) == ["render.yaml": .unchanged, "generated/prod/x/SETUP.md": .unchanged])

    report = try scratch.realDisk.generate([files("prod", ["render.yaml": "2\n"])])
    #expect(kinds(report) == ["render.yaml": .updated, "generated/prod/x/SETUP.md": .removed])
    #expect(report.count(of: .removed) == 1)
    #expect(
      try scratch.snapshot().keys.sorted()
        == ["generated/", "generated/prod/", "generated/prod/.index.json", "render.yaml"]
    )
    #expect(try scratch.read("render.yaml") == "2\n")
  }

  @Test("makes no call that writes where nothing has changed")
  func nothingToDo() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate(Story.first)
    let faulty = FaultyFileSystem(.crash, at: 1)
    for environment in Story.first {
      #expect(try scratch.disk(on: faulty).generate([environment]).isWritten)
    }
    _ = try scratch.disk(on: faulty).generate(Story.first, isComplete: true)
    #expect(faulty.count == 0)
  }

  @Test("leaves a file that was edited by hand, and all others, unless forced")
  func editedByHand() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate([files("prod", ["a.yaml": "a: 1\nb: 2\n", "b.yaml": "b\n"])])
    try scratch.write("a.yaml", "a: 1\nb: 3\n")
    let before = try scratch.snapshot()
    let wanted = [files("prod", ["a.yaml": "a: 2\nb: 2\n", "b.yaml": "c\n", "d": "d\n"])]
    let report = try scratch.disk.generate(wanted)
    #expect(!report.isWritten)
    #expect(try scratch.snapshot() == before)
    let refused = try #require(report.refused.first)
    #expect(refused.path == "a.yaml")
    #expect(
      refused.problem
        == DiskProblem(
          .refused,
          "'a.yaml' was edited after infra wrote it (first in line 1), so it is left as it is",
          help: "move the edit into the description (environments/prod.swift:1), or overwrite it "
            + "with --force",
          place: "environments/prod.swift:1"
        )
    )
    #expect(
      refused.diff() == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,2 +1,2 @@
        -a: 1
        -b: 3
        +a: 2
        +b: 2

        """
    )
    #expect(kinds(report) == ["a.yaml": .refused, "b.yaml": .updated, "d": .created])

    #expect(kinds(try scratch.disk.generate(wanted, force: true))["a.yaml"] == .updated)
    #expect(try scratch.read("a.yaml") == "a: 2\nb: 2\n")
  }

  @Test("a file with the markers of a merge is refused as that")
  func conflicted() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate([files("prod", ["a.yaml": "a: 1\n"])])
    try scratch.write("a.yaml", "<<<<<<< HEAD\na: 2\n=======\na: 3\n>>>>>>> other\n")
    let report = try scratch.disk.generate([files("prod", ["a.yaml": "a: 4\n"])])
    let problem = try #require(report.refused.first?.problem)
    #expect(problem.message == "'a.yaml' holds the conflict markers of a merge")
    #expect(problem.help.hasSuffix("then write the file anew with --force"))
    #expect(try scratch.disk.generate([files("prod", ["a.yaml": "a: 4\n"])], force: true).isWritten)
  }

  @Test("leaves a file that infra never wrote, and takes it over where it is equal")
  func notOurs() throws {
    let scratch = try Scratch()
    try scratch.write("a.yaml", "mine\n")
    let report = try scratch.disk.generate([files("prod", ["a.yaml": "ours\n"])])
    #expect(report.refused.map(\.refusal) == [.notOurs])
    #expect(try scratch.snapshot() == ["a.yaml": "mine\n"])

    _ = try scratch.disk.generate([files("prod", ["a.yaml": "mine\n"])])
    let next = try scratch.disk.generate([files("prod", ["a.yaml": "ours\n"])])
    #expect(kinds(next) == ["a.yaml": .updated])
  }

  @Test("does not remove a file that was edited by hand, unless forced")
  func obsoleteButEdited() throws {
    let scratch = try Scratch()
    let wanted = files("prod", ["b": "b\n"])
    _ = try scratch.disk.generate([files("prod", ["a": "a\n", "b": "b\n"])])
    try scratch.write("a", "edited\n")
    let report = try scratch.disk.generate([wanted])
    #expect(report.refused.map(\.refusal) == [.obsoleteButEdited])
    #expect(report.refused.first?.problem?.help.contains("--force") == true)
    #expect(try scratch.read("a") == "edited\n")
    #expect(kinds(try scratch.disk.generate([wanted], force: true))["a"] == .removed)
    #expect(!scratch.exists("a"))
  }

  @Test("forgets an unwanted file that became a folder or a link, and leaves that alone")
  func unwantedBecameOther() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate([files("prod", ["a": "a\n", "b": "b\n", "c": "c\n"])])
    try scratch.remove("a")
    try scratch.write("a/mine", "mine\n")
    try scratch.remove("b")
    try scratch.link("b", to: "c")
    let report = try scratch.disk.generate([files("prod", ["c": "c\n"])])
    #expect(kinds(report) == ["c": .unchanged])
    #expect(try scratch.read("a/mine") == "mine\n")
    #expect(try scratch.read("b") == "c\n")
  }

  @Test("keeps the mode of a file, and creates readable ones")
  func mode() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate([files("prod", ["a": "a\n", "b": "b\n"])])
    #expect(chmod("\(scratch.root)/a", 0o755) == 0)
    _ = try scratch.disk.generate([files("prod", ["a": "a2\n", "b": "b2\n"])])
    #expect(try LocalFileSystem().status(of: "\(scratch.root)/a")?.mode == 0o755)
    #expect(try LocalFileSystem().status(of: "\(scratch.root)/b")?.mode == 0o644)
  }

  @Test("of one deployment leaves the files of the others, and they stay ours")
  func leaving() throws {
    let scratch = try Scratch()
    let main = [DesiredFile(path: "main/a", text: "1\n", place: "environments/prod.swift:1")]
    let railway = [DesiredFile(path: "railway/b", text: "1\n", place: "environments/prod.swift:2")]
    _ = try scratch.disk.generate([EnvironmentFiles("prod", files: main + railway)])
    let good = try scratch.snapshot()

    let one = [EnvironmentFiles("prod", files: main, leaving: ["railway/b", "railway/new"])]
    #expect(kinds(try scratch.disk.generate(one)) == ["main/a": .unchanged])
    #expect(try scratch.snapshot() == good)
    try scratch.write("railway/b", "edited\n")
    #expect(try scratch.disk.check(one).drift.isEmpty)
    try scratch.write("railway/b", "1\n")

    _ = try scratch.disk.generate([EnvironmentFiles("prod", files: main)])
    #expect(!scratch.exists("railway"))
  }

  @Test("of no environment at all changes nothing")
  func nothing() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate(Story.first)
    let good = try scratch.snapshot()
    _ = try scratch.disk.generate([], isComplete: true)
    #expect(try scratch.snapshot() == good)
  }

  @Test("previews without touching anything, not even a missing output folder")
  func preview() throws {
    let scratch = try Scratch()
    var disk = Disk(root: "\(scratch.root)/not/there")
    disk.committed = { _ in nil }
    let report = try disk.preview([files("prod", ["a": "a\n"])])
    #expect(kinds(report) == ["a": .created])
    #expect(!report.isWritten)
    #expect(try scratch.snapshot().isEmpty)
  }

  @Test("puts everything below the output folder, the index too")
  func output() throws {
    let scratch = try Scratch()
    _ = try Disk(root: "\(scratch.root)/out/er").generate([files("prod", ["a/b": "a\n"])])
    #expect(
      try scratch.snapshot().keys.filter { !$0.hasSuffix("/") }.sorted()
        == ["out/er/a/b", "out/er/generated/prod/.index.json"]
    )
  }

  @Test("removes what killed runs left, wherever a file of ours may lie, and nothing else")
  func leftovers() throws {
    let scratch = try Scratch()
    let wanted = [files("prod", ["a/b": "b\n", "c": "c\n"])]
    _ = try scratch.disk.generate(wanted)
    for path in [".infra-1-2.tmp", "a/.infra-77-0.tmp", "generated/prod/.infra-1-1.index"] {
      try scratch.write(path, "{")
    }
    for path in [".infra-x-2.tmp", ".infra-1-2.txt", ".infra/state", "a/infra-1-2.tmp"] {
      try scratch.write(path, "mine")
    }
    _ = try scratch.disk.generate(wanted)
    #expect(
      try scratch.snapshot().keys.filter { !$0.hasSuffix("/") }.sorted() == [
        ".infra-1-2.txt", ".infra-x-2.tmp", ".infra/state", "a/b", "a/infra-1-2.tmp", "c",
        "generated/prod/.index.json",
      ]
    )
  }

  @Test("writes the same bytes whatever the order of environments and files")
  func order() throws {
    let (left, right) = (try Scratch(), try Scratch())
    _ = try left.disk.generate(Story.first)
    let turned = Story.first.reversed().map {
      EnvironmentFiles($0.name, files: $0.files.reversed())
    }
    _ = try right.disk.generate(turned)
    #expect(try left.snapshot() == right.snapshot())
  }
}
