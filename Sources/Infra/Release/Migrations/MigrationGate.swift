import InfraDev
import InfraKit

/// Whether the version before can go on running on the schema of the next.
package enum MigrationGate {
  /// Compares the migrations of a release with those of the work tree, on a real server: the one
  /// of a URL, or one that is started for it.
  package static func report(
    from tag: ReleaseTag,
    tags: ReleaseTags,
    _ folder: MigrationFolder,
    in root: String,
    url: String?
  ) throws(ReleaseProblem) -> MigrationReport {
    var server: ScratchServer?
    defer { server?.stop() }
    return try report(from: tag, tags: tags, folder, in: root) { () throws(ReleaseProblem) in
      let started = try ScratchServer(url: url)
      server = started
      return started
    }
  }

  /// Compares on a server that is asked for where there is anything to try.
  static func report(
    from tag: ReleaseTag,
    tags: ReleaseTags,
    _ folder: MigrationFolder,
    in root: String,
    on start: () throws(ReleaseProblem) -> ScratchServer
  ) throws(ReleaseProblem) -> MigrationReport {
    let past = try folder.past(at: tag.name, in: root)
    let present = try folder.present(in: root)
    let known = Set(past.map(\.name))
    let new = present.filter { !known.contains($0.name) }
    var findings = MigrationHistory(past, present, folder.layout, tag.name).findings
    if new.isEmpty {
      return MigrationReport(from: tag, folder: folder, new: [], postgres: nil, findings: findings)
    }
    let server = try start()
    let trial = try MigrationTrial(past, then: new, on: server)
    findings += Attribution(trial, from: tag, tags).findings
    // A changed file says already that databases differ.
    let isWhole = findings.allSatisfy {
      $0.rule != MigrationRules.edited && $0.rule != MigrationRules.removed
    }
    if isWhole {
      let fresh = try MigrationTrial(present, then: [], on: server)
      findings += drift(trial, fresh, new)
    }
    return MigrationReport(
      from: tag,
      folder: folder,
      new: new.map(\.name),
      postgres: try server.major(),
      findings: findings.sorted {
        ($0.file, $0.line, $0.rule.code) < ($1.file, $1.line, $1.rule.code)
      }
    )
  }

  /// Whether a new database comes out like one that went through the release.
  private static func drift(
    _ trial: MigrationTrial,
    _ fresh: MigrationTrial,
    _ new: [MigrationFile]
  ) -> [MigrationFinding] {
    let upgraded = trial.new.withoutPlaces
    let made = fresh.old.withoutPlaces
    guard upgraded != made, let file = new.first else { return [] }
    let keys = Catalog.Kind.allCases.flatMap { upgraded.keys($0) + made.keys($0) }
    guard let key = keys.first(where: { upgraded[$0] != made[$0] }) else { return [] }
    let name = key.owner.isEmpty ? SchemaName.shown(key.name) : SchemaName.shown(key)
    return [
      MigrationFinding(
        rule: MigrationRules.drift,
        severity: .error,
        message: "a new database differs from one that went through the release, in "
          + "\(key.kind.rawValue) '\(name)'",
        help: "number new migrations after the released ones, so that both apply them in one order",
        file: file.path,
        line: 1,
        source: file.text.split(separator: "\n").first.map(String.init) ?? ""
      )
    ]
  }
}

/// What became of the files that a release has.
struct MigrationHistory {
  private(set) var findings: [MigrationFinding] = []

  /// Compares files by name.
  init(
    _ past: [MigrationFile],
    _ present: [MigrationFile],
    _ layout: MigrationLayout,
    _ version: String
  ) {
    for file in past {
      guard let now = present.first(where: { $0.name == file.name }) else {
        report(
          MigrationRules.removed,
          "migration \(file.title) is gone, and databases of \(version) have applied it",
          "bring it back: git checkout \(version) -- \(file.path)",
          file,
          1
        )
        continue
      }
      if now.text == file.text { continue }
      let lines = (Self.lines(file), Self.lines(now))
      let same = zip(lines.0, lines.1).prefix { $0 == $1 }.count
      report(
        MigrationRules.edited,
        "migration \(file.title) was changed after \(version), whose databases have applied it as "
          + "it was",
        "bring it back (git checkout \(version) -- \(file.path)), and write a new migration",
        now,
        min(same + 1, max(1, lines.1.count))
      )
    }
    let known = Set(past.map(\.name))
    guard let last = past.last else { return }
    for file in present where !known.contains(file.name) && layout.precedes(file.name, last.name) {
      report(
        MigrationRules.outOfOrder,
        "migration \(file.title) is new and comes before '\(last.name)', which is in \(version): "
          + "new databases would apply them in another order",
        "rename it, so that it comes last",
        file,
        1
      )
    }
  }

  private mutating func report(
    _ rule: Rule,
    _ message: String,
    _ help: String,
    _ file: MigrationFile,
    _ line: Int
  ) {
    let lines = Self.lines(file)
    findings.append(
      MigrationFinding(
        rule: rule,
        severity: rule.severity,
        message: message,
        help: help,
        file: file.path,
        line: line,
        source: lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
      )
    )
  }

  private static func lines(_ file: MigrationFile) -> [Substring] {
    file.text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
