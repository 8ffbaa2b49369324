import InfraDev

/// Migrations, tried on a database of a real server.
struct MigrationTrial {
  /// The schema after the migrations of the release.
  let old: Catalog

  /// The schema after each statement of the new ones.
  let steps: [Step]

  /// One statement of a new migration, and the schema after it.
  struct Step {
    let file: MigrationFile
    let statement: SQLStatement
    let schema: Catalog
  }

  /// The schema after everything.
  var new: Catalog { steps.last?.schema ?? old }

  /// Applies the migrations of a release, then new ones statement by statement.
  init(
    _ past: [MigrationFile],
    then new: [MigrationFile],
    on server: ScratchServer
  ) throws(ReleaseProblem) {
    var script = Script()
    for file in past { try script.add(file, looking: false) }
    script.look()
    for file in new { try script.add(file, looking: true) }
    let answer = try server.withDatabase { database throws(ReleaseProblem) in
      try server.run(script.text, in: database)
    }
    var parts = Self.parts(of: answer.text)
    if answer.status != 0 {
      throw script.problem(after: parts.count - 1, answer)
    }
    // What comes before the first mark is nobody's.
    parts.removeFirst()
    let looks = zip(script.statements, parts).filter(\.0.isLooking)
    guard let first = looks.first else {
      old = .empty
      steps = []
      return
    }
    old = Catalog(copied: first.1)
    steps = looks.dropFirst().compactMap { entry, lines in
      guard let file = entry.file, let statement = entry.statement else { return nil }
      return Step(file: file, statement: statement, schema: Catalog(copied: lines))
    }
  }

  /// The lines between marks.
  private static func parts(of text: String) -> [[Substring]] {
    var parts: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == Script.mark { parts.append([]) } else { parts[parts.count - 1].append(line) }
    }
    return parts
  }
}

/// What psql is told: statements, each with a mark behind it.
private struct Script {
  struct Entry {
    let file: MigrationFile?
    let statement: SQLStatement?
    /// Whether the schema is looked at behind it.
    let isLooking: Bool
  }

  static let mark = "infra 7f0c5a52 next"

  private(set) var text = CatalogQuery.preparation + "\n"
  private(set) var statements: [Entry] = []

  mutating func add(_ file: MigrationFile, looking: Bool) throws(ReleaseProblem) {
    for statement in SQLStatement.all(in: file.text) {
      // psql would run a program for `\!`, and read rows from what follows COPY.
      let isCopy =
        statement.words.first == "COPY" && statement.words.contains("STDIN")
        && statement.words.contains("FROM")
      if statement.words.contains("\\") || isCopy {
        throw ReleaseProblem(
          "\(file.path):\(statement.line): "
            + (isCopy ? "rows follow COPY … FROM STDIN" : "a command of psql")
            + ", which is no statement that every client can send",
          help: isCopy ? "write INSERT … VALUES" : "write it in SQL"
        )
      }
      text += statement.text + "\n;\n"
      finish(Entry(file: file, statement: statement, isLooking: looking))
    }
  }

  /// Looks at the schema without a statement before.
  mutating func look() { finish(Entry(file: nil, statement: nil, isLooking: true)) }

  private mutating func finish(_ entry: Entry) {
    text += "\\echo '\(Self.mark)'\n"
    // The answer stands behind the mark of its statement.
    if entry.isLooking { text += CatalogQuery.question + "\n" }
    statements.append(entry)
  }

  /// What a failed run means, of whose statements some were done.
  func problem(after done: Int, _ run: ProgramRun) -> ReleaseProblem {
    let complaint = run.complaints.first { $0.contains("ERROR:") || $0.contains("FATAL:") }
    let words =
      complaint.map(ScratchServer.sentence) ?? run.complaints.last
      ?? "psql ended with \(run.status)"
    let details = run.complaints.filter { line in
      ["DETAIL:", "HINT:"].contains { line.hasPrefix($0) }
    }
    guard statements.indices.contains(done), let file = statements[done].file,
      let statement = statements[done].statement
    else {
      return ReleaseProblem(
        "the scratch database cannot be used: \(words)",
        help: "see that its user may create functions in it"
      )
    }
    return ReleaseProblem(
      "\(file.path):\(statement.line): this statement fails: \(words)",
      help: "mend it; it was tried on an empty database, after all that comes before it",
      log: details
    )
  }
}
