import InfraDisk
package import InfraSerialization

/// What an `--apply` has done so far, on the disk before and after each call.
///
/// It lies in `.infra/`, which git ignores, readable for its owner alone. It names steps, variables
/// and deploys; it never holds a value or a token.
package struct Journal: ~Copyable {
  /// What the run was started for, and what was found then; a resumed run goes by this, not by what
  /// it would find now.
  package let facts: AnyValue

  /// What has happened, in order.
  package private(set) var records: [JournalRecord]

  private let file: JournalFile

  /// Starts a journal.
  ///
  /// An unfinished one is in the way: a person has to say whether to go on with it or to drop it.
  ///
  /// - Parameters:
  ///   - name: The name of what is applied, such as `rollback-prod`.
  ///   - root: The folder that `.infra` lies in.
  ///   - facts: What the plan goes by.
  /// - Returns: The journal, which no other process can open meanwhile.
  /// - Throws: `ApplyProblem`, where an earlier run is unfinished or the file cannot be written.
  package static func start(
    _ name: String,
    in root: String,
    facts: AnyValue
  ) throws(ApplyProblem) -> Journal {
    let path = try Self.path(of: name, in: root)
    let file = try JournalFile(path, patience: 10)
    let lines = try file.lines()
    if !lines.isEmpty, JSONText.value(of: lines[lines.count - 1])?["end"] == nil {
      throw ApplyProblem(
        "an earlier run of this is unfinished: '.infra/\(name).journal'",
        help: "go on with it: --resume; or look at it, remove it, and start again"
      )
    }
    try file.clear()
    try file.add(AnyValue.map(["begin": .string(name), "facts": facts]).line)
    Self.synchronize("\(root)/.infra")
    return Journal(facts: facts, records: [], file: file)
  }

  /// Opens the journal of a run that did not finish.
  package static func resume(_ name: String, in root: String) throws(ApplyProblem) -> Journal {
    let file = try JournalFile(try Self.path(of: name, in: root))
    let values = try file.lines().compactMap(JSONText.value)
    guard let head = values.first, head["begin"]?.text == name, let facts = head["facts"] else {
      try file.clear()
      throw ApplyProblem(
        "there is nothing to resume: '.infra/\(name).journal' holds no run",
        help: "leave --resume out to start"
      )
    }
    guard values.last?["end"] == nil else {
      throw ApplyProblem(
        "there is nothing to resume: the last run finished",
        help: "leave --resume out to start a new one"
      )
    }
    return Journal(facts: facts, records: values.compactMap(JournalRecord.init), file: file)
  }

  /// Whether a run of a name is unfinished.
  package static func isUnfinished(_ name: String, in root: String) -> Bool {
    guard let bytes = try? LocalFileSystem().read("\(root)/.infra/\(name).journal"),
      let last = bytes.split(separator: 0x0A).last
    else { return false }
    return JSONText.value(of: Array(last))?["end"] == nil
  }

  /// What has happened to a step, in order.
  package func records(of step: String) -> [JournalRecord] { records.filter { $0.step == step } }

  /// Adds what happened; it is on the disk when this returns.
  package mutating func add(_ record: JournalRecord) throws(ApplyProblem) {
    try file.add(record.value.line)
    records.append(record)
  }

  /// Says that every step is done.
  package consuming func finish() throws(ApplyProblem) {
    try file.add(AnyValue.map(["end": .bool(true)]).line)
  }

  private static func path(of name: String, in root: String) throws(ApplyProblem) -> String {
    let folder = "\(root)/.infra"
    do {
      if try LocalFileSystem().status(of: folder) == nil {
        try LocalFileSystem().makeDirectory(folder)
      }
    } catch {
      if !error.isExisting {
        throw ApplyProblem("cannot \(error.action) '\(folder)': \(error.reason)", help: error.help)
      }
    }
    return "\(folder)/\(name).journal"
  }

  /// A folder that cannot be synchronized leaves the file at worst unnamed after a power cut.
  private static func synchronize(_ folder: String) {
    try? LocalFileSystem().synchronizeDirectory(folder)
  }
}
