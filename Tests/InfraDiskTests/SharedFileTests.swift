import Testing

@testable import InfraDisk

@Suite("A file of several environments")
struct SharedFileTests {
  let prod = files("prod", ["vercel.json": "1\n", "a": "a\n"])
  let staging = files("staging", ["vercel.json": "1\n"])

  @Test("is one file that every index lists")
  func owners() throws {
    let scratch = try Scratch()
    let report = try scratch.disk.generate([prod, staging])
    #expect(report.files.count == 2)
    #expect(report.files.last?.environments == ["prod", "staging"])
    for name in ["prod", "staging"] {
      #expect(try scratch.read("generated/\(name)/.index.json").contains("\"vercel.json\""))
    }
  }

  @Test("stays while an environment outside the run names it, and goes with the last")
  func removal() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate([prod, staging])
    var report = try scratch.disk.generate([files("prod", ["a": "a\n"])])
    #expect(kinds(report) == ["a": .unchanged])
    #expect(try scratch.read("vercel.json") == "1\n")
    #expect(!(try scratch.read("generated/prod/.index.json").contains("vercel.json")))

    report = try scratch.disk.generate([files("staging", ["b": "b\n"])])
    #expect(kinds(report) == ["b": .created, "vercel.json": .removed])
  }

  @Test("with different contents is an error that names both lines and the ways out")
  func difference() throws {
    let scratch = try Scratch()
    let found = problems { () throws(DiskError) in
      try scratch.disk.generate([
        files("prod", ["vercel.json": "{\n  \"a\": 1\n}\n"]),
        files("staging", ["vercel.json": "{\n  \"a\": 2\n}\n"]),
      ])
    }
    #expect(
      found == [
        DiskProblem(
          .sharedPathDiffers,
          "'vercel.json' is one file, but 'prod' (environments/prod.swift:1) and 'staging' "
            + "(environments/staging.swift:1) want different contents from line 2 on",
          help: "give one of them a path of its own with 'at:' (a second project), or make them "
            + "equal: move what differs into the project's variables or into rules per branch",
          place: "environments/staging.swift:1"
        )
      ]
    )
    #expect(try scratch.snapshot().isEmpty)
  }

  @Test("takes the other environment's index along when one of them is generated alone")
  func updateAlone() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate([prod, staging])
    let next = files("prod", ["vercel.json": "2\n", "a": "a\n"])
    let report = try scratch.disk.generate([next])
    #expect(kinds(report) == ["vercel.json": .updated, "a": .unchanged])
    #expect(report.files.last?.environments == ["prod", "staging"])
    let both = [next, files("staging", ["vercel.json": "2\n"])]
    #expect(try scratch.disk.check(both).drift.isEmpty)
  }

  @Test("that a run leaves for one environment and writes for another is told to both indexes")
  func leftAndWritten() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate([prod, staging])
    let next = files("staging", ["vercel.json": "2\n"])
    let left = EnvironmentFiles("prod", files: [prod.files[1]], leaving: ["vercel.json"])
    _ = try scratch.disk.generate([left, next])
    let both = [files("prod", ["vercel.json": "2\n", "a": "a\n"]), next]
    #expect(try scratch.disk.check(both).drift.isEmpty)
  }

  @Test("stays while an index that may name it cannot be read, and that is said")
  func unreadableOther() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate([prod, staging])
    try scratch.write("generated/staging/.index.json", "<<<<<<< HEAD\n")
    let report = try scratch.disk.generate([files("prod", ["vercel.json": "1\n"])])
    #expect(report.isWritten)
    #expect(
      report.notes.map(\.message) == [
        "'a' is not generated any more but stays: 'generated/staging/.index.json' cannot be read, "
          + "so 'staging' may still need it",
        "'generated/staging/.index.json' holds the conflict markers of a merge, so it counts for "
          + "nothing: files that differ from the last commit are taken for edited",
      ]
    )
    #expect(try scratch.read("a") == "a\n")
    #expect(try scratch.read("generated/staging/.index.json") == "<<<<<<< HEAD\n")

    _ = try scratch.disk.generate([staging])
    let last = try scratch.disk.generate([files("prod", ["vercel.json": "1\n"])])
    #expect(kinds(last)["a"] == .removed)
  }

  @Test("goes with an environment that the description no longer has")
  func goneEnvironment() throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate([prod, staging], isComplete: true)
    #expect(try scratch.disk.generate([staging]).files.count == 1)
    #expect(scratch.exists("a"))
    let report = try scratch.disk.generate([staging], isComplete: true)
    #expect(kinds(report) == ["a": .removed, "vercel.json": .unchanged])
    #expect(!scratch.exists("generated/prod"))
  }
}
