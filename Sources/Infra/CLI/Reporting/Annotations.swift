import InfraContract
import InfraDisk
import InfraKit
import InfraSecrets

/// Findings as workflow commands of GitHub Actions, one a line.
///
/// The form is that of docs.github.com/en/actions/reference/workflow-commands-for-github-actions,
/// read 2026-11-24: properties escape `%`, line breaks, `:` and `,`; messages the first two.
struct Annotations {
  /// The lines.
  private(set) var text = ""

  init(_ generation: Generation, _ drift: [Drift], in context: Context) {
    let sources = Sources(of: generation.diagnostics, context.environments, in: context.directory)
    for diagnostic in generation.diagnostics {
      let word = diagnostic.severity.annotation
      var properties: [(String, String)] = []
      if let site = diagnostic.site {
        properties.append(("file", Self.path(site.file.description, below: sources.prefix)))
        properties.append(("line", "\(site.line)"))
      }
      properties.append(("title", diagnostic.rule.code))
      let help = diagnostic.help.map { "\nhelp: \($0)" } ?? ""
      add(word, properties, diagnostic.message + help)
    }
    for drift in drift {
      var properties = [("file", Self.path(drift.change.path, below: sources.prefix))]
      if drift.kind == .stale, let line = drift.change.firstDifferingLine {
        properties.append(("line", "\(line)"))
      }
      properties.append(("title", "infra check"))
      add("error", properties, drift.sentence + "\nhelp: run 'swift run infra generate'")
    }
  }

  init(_ leaks: [LeakFinding], below prefix: String) {
    for leak in leaks {
      var properties: [(String, String)] = []
      // A file of the past may be gone, and its line another one.
      if let path = leak.path, leak.commit == nil {
        properties.append(("file", Self.path(path, below: prefix)))
        if let line = leak.line { properties.append(("line", "\(line)")) }
      }
      properties.append(("title", "secrets/\(leak.kind.rawValue)"))
      let place = leak.commit.flatMap { _ in leak.path }.map { "\($0):\(leak.line ?? 1): " } ?? ""
      add("error", properties, place + leak.message + "\nhelp: " + leak.help)
    }
  }

  /// A path of the package as the checkout knows it.
  static func path(_ path: String, below prefix: String) -> String {
    prefix.isEmpty ? path : "\(prefix)/\(path)"
  }

  private mutating func add(_ word: String, _ properties: [(String, String)], _ message: String) {
    text += Self.line(word, properties, message)
  }

  /// One workflow command with its line break.
  static func line(
    _ word: String,
    _ properties: [(String, String)],
    _ message: String
  ) -> String {
    let list = properties.map { name, value in
      let escaped = escaped(value).replacing(":", with: "%3A").replacing(",", with: "%2C")
      return "\(name)=\(escaped)"
    }
    return "::\(word) \(list.joined(separator: ","))::\(escaped(message))\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }
}

extension Severity {
  /// The workflow command that shows a finding.
  var annotation: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}

extension Drift {
  /// What is wrong with the file, as a sentence.
  var sentence: String {
    switch kind {
    case .missing: "'\(change.path)' is missing"
    case .stale: "'\(change.path)' is not what the description says"
    case .unexpected: "'\(change.path)' is no longer described"
    }
  }
}
