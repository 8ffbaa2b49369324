import InfraKit

/// What a statement does to tables in use that a comparison of schemas does not show.
///
/// Only its words are looked at; whether a table is really written anew Postgres itself tells.
struct StatementHazards {
  private let words: [String]
  private let old: Catalog
  private let version: String
  private(set) var found: [Breakage] = []

  /// Looks at a statement, knowing the schema of the version that runs meanwhile.
  init(_ statement: SQLStatement, old: Catalog, version: String) {
    words = statement.words
    self.old = old
    self.version = version
    switch words.first {
    case "CREATE" where has("CREATE", "INDEX") || has("CREATE", "UNIQUE", "INDEX"): createIndex()
    case "ALTER" where has("ALTER", "TABLE"): alterTable()
    case "TRUNCATE": truncate()
    case "DELETE" where has("DELETE", "FROM"): changeRows(from: 2)
    case "UPDATE": changeRows(from: 1)
    case "LOCK", "VACUUM", "CLUSTER", "REINDEX", "REFRESH": lock()
    default: break
    }
  }

  private func has(_ start: String...) -> Bool { words.starts(with: start) }

  private mutating func report(_ rule: Rule, _ message: String, _ help: String) {
    let breakage = Breakage(
      rule: rule,
      subject: "\(rule.code) \(found.count)",
      message: Wording.printable(message),
      help: help
    )
    if !found.contains(where: { $0.rule == rule }) { found.append(breakage) }
  }

  private mutating func createIndex() {
    guard !words.contains("CONCURRENTLY"), let on = words.firstIndex(of: "ON"),
      let table = table(at: on + 1)
    else { return }
    report(
      MigrationRules.indexLocks,
      "building an index locks '\(table)' against writes of \(version) until it is done",
      "CREATE INDEX CONCURRENTLY, in a migration of its own that runs in no transaction"
    )
  }

  private mutating func alterTable() {
    guard let table = table(at: 2) else { return }
    for action in actions {
      if action.contains("UNIQUE") || action.containsInOrder("PRIMARY", "KEY"),
        action.first == "ADD", !action.containsInOrder("USING", "INDEX"),
        action.contains("CONSTRAINT") || action.dropFirst().first == "UNIQUE"
          || action.dropFirst().first == "PRIMARY"
      {
        report(
          MigrationRules.indexLocks,
          "building the index of a constraint locks '\(table)' until it is done",
          "CREATE UNIQUE INDEX CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX"
        )
      } else if action.first == "ADD", action.addsConstraint,
        !action.containsInOrder("NOT", "VALID")
      {
        report(
          MigrationRules.constraintScans,
          "adding a constraint reads all of '\(table)', and locks it meanwhile",
          "ADD CONSTRAINT … NOT VALID here, and VALIDATE CONSTRAINT in a later migration"
        )
      } else if action.containsInOrder("SET", "NOT", "NULL") {
        report(
          MigrationRules.constraintScans,
          "SET NOT NULL reads all of '\(table)', and locks it meanwhile",
          "add CHECK (… IS NOT NULL) NOT VALID, validate it, SET NOT NULL, drop the check: Postgres "
            + "then reads nothing"
        )
      }
    }
  }

  private mutating func truncate() {
    let start = words.dropFirst().first == "TABLE" ? 2 : 1
    guard let table = table(at: words.dropFirst(start).first == "ONLY" ? start + 1 : start) else {
      return
    }
    report(
      MigrationRules.dataRemoved,
      "every row of '\(table)' is removed, and \(version) goes on reading from it",
      "remove what is no longer needed a release after the one that stopped reading it"
    )
  }

  private mutating func changeRows(from index: Int) {
    let start = words.dropFirst(index).first == "ONLY" ? index + 1 : index
    guard let table = table(at: start), !words.contains("WHERE") else { return }
    if words.first == "DELETE" {
      report(
        MigrationRules.dataRemoved,
        "every row of '\(table)' is removed, and \(version) goes on reading from it",
        "remove what is no longer needed a release after the one that stopped reading it"
      )
    } else {
      report(
        MigrationRules.rowsRewritten,
        "every row of '\(table)' is changed at once, and stays locked until all are",
        "change some thousand rows at a time, from the program or by a loop that commits"
      )
    }
  }

  private mutating func lock() {
    let isFull = words.first != "VACUUM" || words.contains("FULL")
    guard isFull, !words.contains("CONCURRENTLY") else { return }
    for index in words.indices.dropFirst() {
      guard let table = table(at: index) else { continue }
      report(
        MigrationRules.tableLocked,
        "\(words[0]) locks '\(table)' against \(version) for as long as it takes",
        words[0] == "LOCK"
          ? "leave it out: statements take the locks that they need"
          : words[0] == "REINDEX" || words[0] == "REFRESH"
            ? "say CONCURRENTLY" : "do it outside of a release, while nobody is waiting"
      )
      return
    }
  }

  /// The parts of ALTER TABLE between commas that are in no parentheses.
  private var actions: [[String]] {
    var actions: [[String]] = [[]]
    var depth = 0
    for word in words.dropFirst(2) {
      if word == "(" { depth += 1 }
      if word == ")" { depth -= 1 }
      if word == ",", depth == 0 {
        actions.append([])
      } else {
        actions[actions.count - 1].append(word)
      }
    }
    // The first one starts with the table's name.
    if let verb = actions[0].firstIndex(where: { ["ADD", "ALTER", "DROP", "SET"].contains($0) }) {
      actions[0].removeFirst(verb)
    }
    return actions
  }

  /// The name of a table at a word, as people write it, where the version knows the table.
  private func table(at index: Int) -> String? {
    var index = index
    while words.indices.contains(index), ["IF", "EXISTS", "ONLY"].contains(words[index]) {
      index += 1
    }
    guard words.indices.contains(index) else { return nil }
    var name = Self.name(words[index])
    if words.indices.contains(index + 2), words[index + 1] == "." {
      name += "." + Self.name(words[index + 2])
    } else {
      name = "public." + name
    }
    return old.hasRelation(name) ? SchemaName.shown(name) : nil
  }

  /// A name as the database keeps it.
  private static func name(_ word: String) -> String {
    word.hasPrefix("\"") ? String(word.dropFirst().dropLast()) : word.lowercased()
  }
}

extension [String] {
  /// Whether some words follow each other.
  fileprivate func containsInOrder(_ wanted: String...) -> Bool {
    indices.contains { self[$0...].starts(with: wanted) }
  }

  /// Whether ADD is followed by a check or a foreign key of the table.
  fileprivate var addsConstraint: Bool {
    let rest = dropFirst()
    if rest.first == "CHECK" || rest.first == "FOREIGN" { return true }
    return rest.first == "CONSTRAINT" && (rest.contains("CHECK") || rest.contains("FOREIGN"))
  }
}
