import InfraContract
import InfraDisk
import InfraKit
import InfraSecrets

/// Something that was found about secrets, with its place.
struct LeakFinding: Sendable {
  /// The kind.
  let kind: Leak.Kind
  /// The file; nil for what only a platform keeps.
  let path: String?
  /// The line.
  let line: Int?
  /// The commit that brought it; nil for what is there now.
  let commit: String?
  /// What is wrong, without the value.
  let message: String
  /// One way to mend it.
  let help: String
}

/// Everything that `infra secrets check` found.
struct LeakReport {
  /// What was found.
  private(set) var findings: [LeakFinding] = []

  /// What was not looked at, and why.
  private(set) var notes: [String] = []

  /// The folder of the package from the top of the checkout.
  let prefix: String

  private let search: SecretSearch

  init(
    _ generation: Generation,
    root: String,
    isWithHistory: Bool
  ) throws(SecretsProblem) {
    prefix = GitRevision.place(of: root) ?? ""
    let inventories = generation.environments.map(SecretInventory.init)
    let files = try Self.localFiles(generation, root: root)
    let allowed = try AllowList(EnvStore(root: root, path: AllowList.path).read() ?? "")
    let scan = SecretScan(
      stored: files.flatMap(\.stored),
      declared: Set(inventories.flatMap(\.entries).compactMap { $0.secret?.name })
    )
    var search = SecretSearch(root: root, scan, allowed: allowed)
    let objects = GitObjects(root: root)
    var paths = objects.files()
    if paths == nil {
      notes.append("there is no git repository here, so only generated files were read")
      paths = []
    }
    let kept = Set(files.map(\.path))
    let generated = generation.files.map(\.path)
    // What git would take of a file with values is a leak of its own, below.
    search.search(Array(Set((paths ?? []) + generated).subtracting(kept)))
    if isWithHistory {
      if paths == nil || paths?.isEmpty == true || !search.searchHistory(objects) {
        notes.append("git tells nothing of the past here: no history was read")
      } else if objects.isShallow {
        notes.append(
          "this is a shallow clone, so only a part of the history was read; for all of it: "
            + "git fetch --unshallow"
        )
      }
    }
    self.search = search
    for path in kept.intersection(paths ?? []).sorted() { findings.append(Self.tracked(path)) }
    findings += search.leaks.map { Self.finding($0, prefix) }
    findings += try Self.shared(files, generation, root)
    noteWhatWasLeftOut(allowed)
  }

  private mutating func noteWhatWasLeftOut(_ allowed: AllowList) {
    for path in search.tooLarge {
      notes.append("'\(path)' has more than 4 MB and was not read")
    }
    if search.versionsTooLarge > 0 {
      notes.append("\(search.versionsTooLarge) versions have more than 4 MB and were not read")
    }
    for entry in allowed.entries where !search.used.contains(entry) && search.versions != nil {
      notes.append("\(AllowList.path):\(entry.line): nothing needs '\(entry.pattern)'")
    }
  }

  /// What was read, in a line.
  var summary: String {
    var text = "\(search.files) file\(search.files == 1 ? "" : "s")"
    if let versions = search.versions {
      text += " and \(versions) version\(versions == 1 ? "" : "s") of the past"
    }
    text += ": "
    text +=
      findings.isEmpty ? "no secret" : "\(findings.count) finding\(findings.count == 1 ? "" : "s")"
    return text + "\n"
  }

  /// The findings and notes, for people.
  func text(colour: Bool) -> String {
    var text = ""
    for finding in findings {
      var place = finding.path ?? "secrets"
      if let line = finding.line { place += ":\(line)" }
      let code = Paint.dim("[secrets/\(finding.kind.rawValue)]", colour)
      text += "\(place): \(Paint.red("error:", colour)) \(finding.message) \(code)\n"
      text += Paragraph.wrapped("help: \(finding.help)", first: "  ", rest: "    ")
    }
    for note in notes {
      text += Paragraph.wrapped("\(Paint.blue("note:", colour)) \(note)", rest: "  ")
    }
    return text
  }
}

extension LeakReport {
  /// A file with an environment's values.
  private struct LocalFile {
    let environment: String
    let path: String
    let values: EnvFile
    let wanted: [WantedValue]

    var stored: [SecretScan.Stored] {
      wanted.compactMap { wanted in
        values[wanted.name].map { SecretScan.Stored(wanted.name, $0, in: path) }
      }
    }
  }

  private static func localFiles(
    _ generation: Generation,
    root: String
  ) throws(SecretsProblem) -> [LocalFile] {
    var files: [LocalFile] = []
    for output in generation.environments {
      let file = output.environmentFile
      guard let values = try EnvStore(root: root, path: file.path).values(shell: { _ in nil })
      else { continue }
      files.append(
        LocalFile(
          environment: output.name,
          path: file.path,
          values: values,
          wanted: file.wanted
        )
      )
    }
    return files
  }

  private static func tracked(_ path: String) -> LeakFinding {
    LeakFinding(
      kind: .storedValue,
      path: path,
      line: nil,
      commit: nil,
      message: "git has '\(path)' or would take it, and it holds the values of this machine",
      help:
        "add the line /\(path) to .gitignore, and take the file out of the index if it is there: "
        + "git rm --cached \(path)"
    )
  }

  private static func finding(_ placed: PlacedLeak, _ prefix: String) -> LeakFinding {
    var message = "here stands \(placed.leak.what)"
    var help: String
    switch placed.leak.kind {
    case .storedValue:
      help = "take it out, and give the secret another value: this one is known"
    case .knownForm, .namedValue, .sharedValue:
      help =
        "read it from a variable that is set to a Secret's value, and replace it where it came "
        + "from; what is none is allowed by a comment: \(SecretScan.marker) REASON"
    }
    if let commit = placed.commit {
      message = "in commit \(commit) stands \(placed.leak.what)"
      help =
        "replace it where it came from: whoever has a clone has it; what is none is allowed by a "
        + "line of \(AllowList.path)"
    }
    return LeakFinding(
      kind: placed.leak.kind,
      path: placed.path,
      line: placed.leak.line,
      commit: placed.commit,
      message: message,
      help: help
    )
  }

  /// Secrets of two environments with one value, as far as this machine knows them.
  private static func shared(
    _ files: [LocalFile],
    _ generation: Generation,
    _ root: String
  ) throws(SecretsProblem) -> [LeakFinding] {
    var digests = try SecretDigests(root: root)
    for file in files {
      for wanted in file.wanted {
        digests.note(file.environment, wanted.name, file.values[wanted.name] ?? "")
      }
    }
    if !files.isEmpty { try digests.write(root: root) }
    return digests.shared(among: generation.environments.map(\.name)).map { pair in
      let file = files.first { $0.environment == pair.second.environment }
      let line = file?.values.entries.last { $0.name == pair.second.name }?.line
      return LeakFinding(
        kind: .sharedValue,
        path: line == nil ? nil : file?.path,
        line: line,
        commit: nil,
        message: "'\(pair.second.environment)' has the same value as \(pair.second.name) that "
          + "'\(pair.first.environment)' has as \(pair.first.name)",
        help: "give one of them a value of its own: swift run infra secrets rotate "
          + "\(pair.second.environment) \(pair.second.name)"
      )
    }
  }
}

/// The findings, as data.
struct LeakRecords: Encodable {
  let findings: [LeakRecord]?
  let notes: [String]?

  struct LeakRecord: Encodable {
    let code: String
    let message: String
    let help: String
    let file: String?
    let line: Int?
    let commit: String?
  }

  init(_ report: LeakReport) {
    findings = report.findings.map {
      LeakRecord(
        code: "secrets/\($0.kind.rawValue)",
        message: $0.message,
        help: $0.help,
        file: $0.path,
        line: $0.line,
        commit: $0.commit
      )
    }
    notes = report.notes
  }
}
