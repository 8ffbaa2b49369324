import InfraDisk
import InfraKit

/// The result of `infra generate` as data.
struct GenerateRecord: Encodable {
  let written: Bool
  let files: [FileRecord]?
  let diagnostics: [DiagnosticRecord]?
  let silenced: [SilencedRecord]?

  init(_ generation: Generation, _ report: DiskReport) {
    written = report.isWritten
    files = report.files.map { FileRecord($0, state: $0.kind.rawValue) }
    diagnostics = generation.diagnostics.map(DiagnosticRecord.init)
    silenced = generation.silenced.map(SilencedRecord.init)
  }
}

/// The result of `infra check` as data.
struct CheckRecord: Encodable {
  let drift: [FileRecord]?
  let diagnostics: [DiagnosticRecord]?

  init(_ generation: Generation, _ report: DiskReport?) {
    drift = (report?.drift ?? []).map { FileRecord($0.change, state: $0.kind.rawValue) }
    diagnostics = generation.diagnostics.map(DiagnosticRecord.init)
  }
}

/// One file as data.
struct FileRecord: Encodable {
  let path: String
  let state: String
  let environments: [String]
  let reason: String?
  let line: Int?

  init(_ change: Change, state: String) {
    path = change.path
    self.state = state
    environments = change.environments
    reason = change.refusal?.rawValue
    line = change.old == nil || change.new == nil ? nil : change.firstDifferingLine
  }
}
