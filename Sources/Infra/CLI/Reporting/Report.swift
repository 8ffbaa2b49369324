import InfraContract
import InfraKit
import InfraSerialization

/// How a command prints its result.
enum OutputFormat: String, CaseIterable, Sendable {
  /// For people.
  case text
  /// For programs.
  case json
}

/// The findings of a generation, for people.
struct Report {
  private let generation: Generation
  private let colour: Bool

  init(_ generation: Generation, colour: Bool) {
    self.generation = generation
    self.colour = colour
  }

  /// Every finding, one after the other, and every silenced one with its reason.
  var text: String {
    var text = ""
    for diagnostic in generation.diagnostics { text += lines(diagnostic) }
    for finding in generation.silenced {
      let place = finding.exception.site.description
      text += Paint.dim(
        "\(place): silenced \(finding.exception.code): \(finding.exception.reason)",
        colour
      )
      text += "\n"
    }
    return text
  }

  /// How many findings there are of each severity, such as `2 errors, 1 warning`.
  var summary: String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = generation.diagnostics.count { $0.severity == severity }
      if count == 0 { return nil }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
  }

  private func lines(_ diagnostic: Diagnostic) -> String {
    let word =
      switch diagnostic.severity {
      case .error: Paint.red("error:", colour)
      case .warning: Paint.yellow("warning:", colour)
      case .note: Paint.blue("note:", colour)
      }
    let place = diagnostic.site?.description ?? diagnostic.environment ?? "environments"
    let code = Paint.dim("[\(diagnostic.rule.code)]", colour)
    var text = "\(place): \(word) \(diagnostic.message) \(code)\n"
    if let help = diagnostic.help { text += "  help: \(help)\n" }
    if let page = diagnostic.rule.page { text += "  see: \(page)\n" }
    return text
  }
}

/// A finding as data.
struct DiagnosticRecord: Encodable {
  let severity: String
  let code: String
  let message: String
  let help: String?
  let page: String?
  let file: String?
  let line: Int?
  let environment: String?
  let resource: String?

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.rule.code
    message = diagnostic.message
    help = diagnostic.help
    page = diagnostic.rule.page
    file = diagnostic.site?.file.description
    line = diagnostic.site.map { Int($0.line) }
    environment = diagnostic.environment
    resource = diagnostic.resource?.name
  }
}

/// A silenced finding as data.
struct SilencedRecord: Encodable {
  let code: String
  let message: String
  let reason: String
  let file: String
  let line: Int

  init(_ finding: SilencedFinding) {
    code = finding.exception.code
    message = finding.diagnostic.message
    reason = finding.exception.reason
    file = finding.exception.site.file.description
    line = Int(finding.exception.site.line)
  }
}
