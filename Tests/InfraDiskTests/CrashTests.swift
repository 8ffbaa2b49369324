import Testing

@testable import InfraDisk

/// Three states of one description, chosen so that going from one to the next needs every kind of
/// step: new files and folders, new bytes, files that go and take their folders with them, a file
/// that two environments share, an environment that appears and one that goes.
enum Story {
  static let first = [
    files(
      "prod",
      [
        "render.yaml": "services: one\n",
        "frontend/vercel.json": "{\"one\": 1}\n",
        "generated/prod/SETUP.md": "# one\n",
        "generated/prod/old/railway.json": "{}\n",
      ]
    ),
    files(
      "staging",
      ["frontend/vercel.json": "{\"one\": 1}\n", "generated/staging/render.yaml": "one\n"]
    ),
    files("gone", ["generated/gone/deep/er/railway.json": "gone\n"]),
  ]
  static let second = [
    files(
      "prod",
      [
        "render.yaml": "services: two\n",
        "frontend/vercel.json": "{\"two\": 2}\n",
        "generated/prod/SETUP.md": "# one\n",
        "generated/prod/new/er/railway.json": "{\"new\": true}\n",
      ]
    ),
    files(
      "staging",
      ["frontend/vercel.json": "{\"two\": 2}\n", "generated/staging/render.yaml": "two\n"]
    ),
    files("dev", ["docker-compose.yml": "services: {}\n"]),
  ]
  static let third = [
    files(
      "prod",
      ["render.yaml": "services: three\n", "frontend/vercel.json": "{\"three\": 3}\n"]
    ),
    files("dev", ["docker-compose.yml": "services: {three: 3}\n", "deploy/x.json": "3\n"]),
  ]

  /// A file that is nobody's and in a folder of ours.
  static let foreign = "frontend/package.json"

  static func begin(_ scratch: Scratch) throws -> [String: String] {
    try scratch.write(foreign, "mine\n")
    _ = try scratch.disk.generate(first, isComplete: true)
    return try scratch.snapshot()
  }

  /// The disk as a run without any mishap leaves it.
  static func result(_ environments: [EnvironmentFiles]) throws -> [String: String] {
    let scratch = try Scratch()
    try scratch.write(foreign, "mine\n")
    _ = try scratch.disk.generate(environments, isComplete: true)
    return try scratch.snapshot()
  }

  /// Whether every file holds what some state of the story gives it, temporary files aside.
  static func expectWholeFiles(
    _ scratch: Scratch,
    _ states: [[String: String]],
    _ remark: Comment,
    location: SourceLocation = #_sourceLocation
  ) throws {
    for (path, text) in try scratch.snapshot() {
      if TemporaryName.kind(of: RelativePath.name(of: path)) != nil || path.hasSuffix("/") {
        continue
      }
      #expect(
        states.contains { $0[path] == text },
        "\(path): \(remark)",
        sourceLocation: location
      )
    }
  }
}

@Suite("A crash")
struct CrashTests {
  @Test("leaves whole files wherever it comes, and the next run finishes without complaint")
  func anyCallThenSame() throws {
    let scratch = try Scratch()
    let begin = try Story.begin(scratch)
    let end = try Story.result(Story.second)
    var position = 1
    while true {
      try scratch.restore(begin)
      let faulty = FaultyFileSystem(.crash, at: position)
      _ = try? scratch.disk(on: faulty).generate(Story.second, isComplete: true)
      if !faulty.isHit { break }
      try Story.expectWholeFiles(scratch, [begin, end], "call \(position)")
      let report = try scratch.disk.generate(Story.second, isComplete: true)
      #expect(report.isWritten, "call \(position)")
      #expect(try scratch.snapshot() == end, "call \(position)")
      position += 1
    }
    #expect(position > 50)
  }

  @Test(
    "does not matter to a later run that wants something else, or what was there before",
    arguments: [Story.third, Story.first]
  )
  func anyCallThenOther(wish: [EnvironmentFiles]) throws {
    let scratch = try Scratch()
    let begin = try Story.begin(scratch)
    let end = try Story.result(wish)
    var position = 1
    while true {
      try scratch.restore(begin)
      let faulty = FaultyFileSystem(.crash, at: position)
      _ = try? scratch.disk(on: faulty).generate(Story.second, isComplete: true)
      if !faulty.isHit { break }
      let report = try scratch.disk.generate(wish, isComplete: true)
      #expect(report.isWritten, "call \(position)")
      #expect(try scratch.snapshot() == end, "call \(position)")
      position += 1
    }
  }

  @Test("may be followed by another crash in the run that would have mended it")
  func twoCrashes() throws {
    let scratch = try Scratch()
    let begin = try Story.begin(scratch)
    let states = try [begin, Story.result(Story.second), Story.result(Story.third)]
    var first = 1
    while true {
      try scratch.restore(begin)
      let faulty = FaultyFileSystem(.crash, at: first)
      _ = try? scratch.disk(on: faulty).generate(Story.second, isComplete: true)
      if !faulty.isHit { break }
      let between = try scratch.snapshot()
      var second = 1
      while true {
        try scratch.restore(between)
        let faulty = FaultyFileSystem(.crash, at: second)
        _ = try? scratch.disk(on: faulty).generate(Story.third, isComplete: true)
        if !faulty.isHit { break }
        try Story.expectWholeFiles(scratch, states, "calls \(first), \(second)")
        // The first state again: neither of the two runs would have written its bytes.
        let report = try scratch.disk.generate(Story.first, isComplete: true)
        #expect(report.isWritten, "calls \(first), \(second)")
        #expect(try scratch.snapshot() == states[0], "calls \(first), \(second)")
        second += 6
      }
      first += 5
    }
  }

  @Test("in a run of everything is mended by runs of one environment at a time")
  func oneEnvironmentAtATime() throws {
    let scratch = try Scratch()
    let begin = try Story.begin(scratch)
    let end = try Story.result(Story.second)
    var position = 1
    while true {
      try scratch.restore(begin)
      let faulty = FaultyFileSystem(.crash, at: position)
      _ = try? scratch.disk(on: faulty).generate(Story.second, isComplete: true)
      if !faulty.isHit { break }
      for environment in Story.second {
        let report = try scratch.disk.generate([environment])
        #expect(report.isWritten, "call \(position), \(environment.name)")
      }
      let report = try scratch.disk.generate(Story.second, isComplete: true)
      #expect(report.isWritten)
      #expect(try scratch.snapshot() == end, "call \(position)")
      position += 1
    }
  }
}

@Suite("A failing call")
struct FailureTests {
  @Test("changes nothing, whichever call it is, and the error says what and how to mend it")
  func once() throws {
    let scratch = try Scratch()
    let begin = try Story.begin(scratch)
    let end = try Story.result(Story.second)
    var position = 1
    while true {
      try scratch.restore(begin)
      let faulty = FaultyFileSystem(.once(28), at: position)
      let found = problems { () throws(DiskError) in
        try scratch.disk(on: faulty).generate(Story.second, isComplete: true)
      }
      if !faulty.isHit { break }
      if let problem = found.first {
        #expect(problem.message.contains("No space left on device; nothing was changed"))
        #expect(problem.message.contains(scratch.root))
        #expect(!problem.message.contains(".infra-"))
        #expect(problem.help == "free some space and run again")
        #expect(try scratch.snapshot() == begin, "call \(position)")
      } else {
        // What only tidies may fail: the next run tidies.
        try Story.expectWholeFiles(scratch, [end], "call \(position)")
      }
      _ = try scratch.disk.generate(Story.second, isComplete: true)
      #expect(try scratch.snapshot() == end, "call \(position)")
      position += 1
    }
  }

  @Test("that goes on failing leaves whole files, and the next run finishes")
  func always() throws {
    let scratch = try Scratch()
    let begin = try Story.begin(scratch)
    let end = try Story.result(Story.second)
    var position = 1
    while true {
      try scratch.restore(begin)
      let faulty = FaultyFileSystem(.always(30), at: position)
      _ = try? scratch.disk(on: faulty).generate(Story.second, isComplete: true)
      if !faulty.isHit { break }
      try Story.expectWholeFiles(scratch, [begin, end], "call \(position)")
      let report = try scratch.disk.generate(Story.second, isComplete: true)
      #expect(report.isWritten)
      #expect(try scratch.snapshot() == end, "call \(position)")
      position += 1
    }
  }

  @Test("removes a new output folder again")
  func newFolder() throws {
    let scratch = try Scratch()
    let end = try Story.result(Story.second).filter { !$0.key.hasPrefix("frontend/pack") }
    var position = 1
    while true {
      let faulty = FaultyFileSystem(.once(13), at: position)
      var disk = Disk(root: "\(scratch.root)/a/b", on: faulty)
      disk.committed = { _ in nil }
      let found = problems { () throws(DiskError) in try disk.generate(Story.second) }
      if !faulty.isHit { break }
      #expect(found.count == 1, "call \(position)")
      #expect(found.first?.message.contains("Permission denied; nothing was changed") == true)
      #expect(try scratch.snapshot().isEmpty, "call \(position)")
      position += 1
    }
    #expect(
      try scratch.snapshot().filter { !["a/", "a/b/"].contains($0.key) }
        == Dictionary(uniqueKeysWithValues: end.map { ("a/b/\($0.key)", $0.value) })
    )
  }
}
