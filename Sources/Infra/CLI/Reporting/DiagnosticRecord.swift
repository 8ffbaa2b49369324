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

/// A finding as data.
struct DiagnosticRecord: Encodable {
  let severity: String
  let code: String
  let message: String
  let help: String?
  let page: String?
  let file: String?
  let line: Int?
  let environments: [String]
  let resource: String?

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.rule.code
    message = diagnostic.message
    help = diagnostic.help
    page = diagnostic.rule.page
    file = diagnostic.site?.file.description
    line = diagnostic.site.map { Int($0.line) }
    environments = diagnostic.environments
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
