import InfraKit

/// Leads each change of the schema back to the statement that first made it, and looks at what its
/// author says about it.
struct Attribution {
  private(set) var findings: [MigrationFinding] = []

  /// Compares what a release knows with what it would find.
  init(_ trial: MigrationTrial, from tag: ReleaseTag, _ tags: ReleaseTags) {
    let last = SchemaComparison(trial.old, trial.new, version: tag.name).breakages
    var causes: [[Breakage]] = Array(repeating: [], count: trial.steps.count)
    var open = last
    for (index, step) in trial.steps.enumerated() {
      let before = index == 0 ? trial.old : trial.steps[index - 1].schema
      if !open.isEmpty {
        let subjects = Set(
          SchemaComparison(trial.old, step.schema, version: tag.name).breakages.map(\.subject)
        )
        causes[index] += open.filter { subjects.contains($0.subject) }
        open.removeAll { subjects.contains($0.subject) }
      }
      causes[index] += Self.rewrites(trial.old, before, step.schema, tag.name)
      causes[index] += StatementHazards(step.statement, old: trial.old, version: tag.name).found
    }
    for (step, found) in zip(trial.steps, causes) { report(found, step, tag, tags) }
  }

  /// Tables that the version knows and that lie elsewhere on the disk after a statement.
  private static func rewrites(
    _ old: Catalog,
    _ before: Catalog,
    _ after: Catalog,
    _ version: String
  ) -> [Breakage] {
    before.keys(.relation).compactMap { key in
      guard old[key] != nil, let was = before[key], let now = after[key] else { return nil }
      let files = (was.fact(RelationFact.file), now.fact(RelationFact.file))
      guard !files.0.isEmpty, !files.1.isEmpty, files.0 != files.1 else { return nil }
      return Breakage(
        rule: MigrationRules.tableRewritten,
        subject: "\(key.name)",
        message: "Postgres writes all of '\(SchemaName.shown(key.name))' anew, and nobody can read "
          + "or write it meanwhile",
        help: "add a column and fill it in small groups, instead of changing one in place"
      )
    }
  }

  private mutating func report(
    _ found: [Breakage],
    _ step: MigrationTrial.Step,
    _ tag: ReleaseTag,
    _ tags: ReleaseTags
  ) {
    let contract = contract(of: step, tag, tags)
    let breaking = found.filter { $0.rule.severity == .error }
    let covers = contract.map { $0.version >= tag.version } ?? false
    // A statement that empties a table anew needs to be told once.
    let isEmptied = found.contains { $0.rule == MigrationRules.dataRemoved }
    for breakage in found where !(isEmptied && breakage.rule == MigrationRules.tableRewritten) {
      let isError = breakage.rule.severity == .error
      var help = breakage.help
      if isError, !covers, let contract {
        help +=
          "; line \(contract.line) gives up \(contract.text), and \(tag.name) still has to run"
      }
      var found = finding(
        breakage.rule,
        isError && covers ? .note : breakage.rule.severity,
        isError && covers
          ? "\(breakage.message); line \(contract?.line ?? 0) says that it need not run any more"
          : breakage.message,
        help,
        step.file,
        step.statement.line
      )
      if isError, !covers { found.exception = "-- infra: \(ContractLine.word) \(tag.name)" }
      findings.append(found)
    }
    if let contract, covers, breaking.isEmpty {
      findings.append(
        finding(
          MigrationRules.contractUnused,
          .warning,
          "nothing in this statement breaks \(tag.name)",
          "take the line away, so that it allows nothing by accident",
          step.file,
          contract.line
        )
      )
    }
  }

  /// The newest version that a statement's comments give up, as far as it is a released one.
  private mutating func contract(
    of step: MigrationTrial.Step,
    _ tag: ReleaseTag,
    _ tags: ReleaseTags
  ) -> ContractLine? {
    var newest: ContractLine?
    for comment in step.statement.comments {
      switch ContractLine.read(comment) {
      case .none: continue
      case .contract(let line):
        if tags.tag(line.text) != nil {
          if newest.map({ $0.version < line.version }) ?? true { newest = line }
          continue
        }
        findings.append(
          unclear("there is no release '\(line.text)'", tag, step.file, comment.line)
        )
      case .unclear(let text):
        findings.append(
          unclear("'\(text)' says nothing that is known", tag, step.file, comment.line)
        )
      }
    }
    return newest
  }

  private func unclear(
    _ message: String,
    _ tag: ReleaseTag,
    _ file: MigrationFile,
    _ line: Int
  ) -> MigrationFinding {
    finding(
      MigrationRules.contractUnknown,
      .error,
      message,
      "write -- infra: \(ContractLine.word) and a released version, such as \(tag.name)",
      file,
      line
    )
  }

  private func finding(
    _ rule: Rule,
    _ severity: Severity,
    _ message: String,
    _ help: String,
    _ file: MigrationFile,
    _ line: Int
  ) -> MigrationFinding {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    return MigrationFinding(
      rule: rule,
      severity: severity,
      message: message,
      help: help,
      file: file.path,
      line: line,
      source: lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
    )
  }
}
