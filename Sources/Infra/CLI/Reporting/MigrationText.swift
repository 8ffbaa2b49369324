import InfraDisk
import InfraKit
import InfraRelease

/// What is known of migrations, for people.
struct MigrationText {
  private let report: MigrationReport
  private let colour: (out: Bool, err: Bool)

  init(_ report: MigrationReport, _ console: Console) {
    self.report = report
    colour = (console.outputHasColour, console.errorHasColour)
  }

  /// What was compared.
  var head: String {
    let count = report.new.count
    let what =
      count == 0
      ? "no new migration" : count == 1 ? "1 new migration" : "\(count) new migrations"
    var text = "\(report.from.name) to the work tree: \(what) in \(report.folder.path)\n"
    let shown = report.new.prefix(8)
    for name in shown { text += "  \(name)\n" }
    if count > shown.count { text += "  and \(count - shown.count) more\n" }
    return text
  }

  /// Every finding.
  var findings: String {
    report.findings.map { finding in
      let word =
        switch finding.severity {
        case .error: Paint.red("error:", colour.err)
        case .warning: Paint.yellow("warning:", colour.err)
        case .note: Paint.blue("note:", colour.err)
        }
      let code = Paint.dim("[\(finding.rule.code)]", colour.err)
      var text = "\n\(finding.file):\(finding.line): \(word) \(finding.message) \(code)\n"
      let source = Wording.printable(finding.source.replacing("\t", with: " "))
      if !source.isEmpty {
        text += "  \(finding.line) | \(source.count > 120 ? source.prefix(119) + "…" : source)\n"
      }
      if finding.severity != .note {
        text += Paragraph.wrapped("help: \(finding.help)", indent: 2)
      }
      return text
    }.joined()
  }

  /// What that comes to.
  var sum: String {
    let counts = [Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = report.count(severity)
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let server = report.postgres.map { "on Postgres \($0)" } ?? "nothing to try"
    let isSpaced = !report.findings.isEmpty && report.findings.allSatisfy { $0.exception == nil }
    let start = isSpaced ? "\n" : ""
    let said = counts.isEmpty ? server : "\(counts.joined(separator: ", ")), \(server)"
    let exceptions = Set(report.findings.compactMap(\.exception)).sorted()
    let allowed = exceptions.map { line in
      "If \(report.from.name) need not run any more, say so above such a statement:\n  \(line)\n"
    }
    return allowed.joined()
      + (report.hasErrors
        ? "\(start)\(Paint.red("\(report.from.name) could not go on running", colour.out)): \(said)\n"
        : "\(start)\(Paint.green("\(report.from.name) can go on running", colour.out)): \(said)\n")
  }

  /// The findings as workflow commands of GitHub Actions.
  func annotations(below prefix: String) -> String {
    report.findings.map { finding in
      Annotations.line(
        finding.severity.annotation,
        [
          ("file", Annotations.path(finding.file, below: prefix)), ("line", "\(finding.line)"),
          ("title", finding.rule.code),
        ],
        "\(finding.message)\nhelp: \(finding.help)"
          + (finding.exception.map { "\nto allow it, above the statement: \($0)" } ?? "")
      )
    }.joined()
  }
}

/// Where a package lies in its checkout.
enum GitPlace {
  /// The folder from the top of the checkout; empty at the top.
  static func prefix(of root: String) -> String { GitRevision.place(of: root) ?? "" }
}

/// What is known of migrations, as data.
struct MigrationRecord: Encodable {
  let from: String
  let folder: String
  let new: [String]?
  let postgres: Int?
  let findings: [Finding]?

  struct Finding: Encodable {
    let severity: String
    let code: String
    let message: String
    let help: String
    let exception: String?
    let file: String
    let line: Int
  }

  init(_ report: MigrationReport) {
    from = report.from.name
    folder = report.folder.path
    new = report.new
    postgres = report.postgres
    findings = report.findings.map {
      Finding(
        severity: $0.severity.rawValue,
        code: $0.rule.code,
        message: $0.message,
        help: $0.help,
        exception: $0.exception,
        file: $0.file,
        line: $0.line
      )
    }
  }
}
