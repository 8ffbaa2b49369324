import ArgumentParser
import InfraDisk
import InfraKit
import InfraSerialization

/// `infra validate`: checks every rule and writes nothing.
struct Validate: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the description against every rule; write nothing.",
    usage: "infra validate [<environment> ...] [<options>]",
    discussion: """
      The Dockerfiles that the description names and .env.example are read too, and compared with \
      it. Exits with 0 when no rule finds an error, 1 when one does, and 2 when --strict is given \
      and there are warnings. 'swift run infra rules CODE' explains a finding.

      EXAMPLES
        swift run infra validate
        swift run infra validate prod --strict
        swift run infra validate --against origin/main
        swift run infra validate --format github
        swift run infra validate --format sarif > infra.sarif
      """
  )

  @OptionGroup var selection: EnvironmentSelection

  @Flag(help: "Exit with 2 when there are warnings.")
  var strict = false

  @OptionGroup var history: HistoryOption

  @OptionGroup var output: ReportFormatOption

  func run(in context: Context) throws {
    let names = try selection.names(in: context.environments)
    let root = try Failure.translating { () throws(DiskError) in
      try Root.find(from: context.directory)
    }
    let templates = Templates(root: root)
    let described = try history.history.generation(in: context)
    let generation = described.adding { templates.findings(in: $0, of: described.environments) }
      .selecting(names)
    switch output.format {
    case .text:
      let report = Report(generation, in: context)
      context.console.err(report.text)
      context.console.out("\(names.joined(separator: ", ")): \(report.summary)\n")
    case .json: context.console.out(try JSON.encode(ValidationRecord(generation)))
    case .sarif: context.console.out(try JSON.encode(Sarif(generation, [], in: context)))
    case .github: context.console.out(Annotations(generation, [], in: context).text)
    }
    if generation.hasErrors { throw Failure.reported }
    if strict && generation.diagnostics.contains(where: { $0.severity == .warning }) {
      throw Failure.warned
    }
  }
}

/// The result of `infra validate` as data.
struct ValidationRecord: Encodable {
  let diagnostics: [DiagnosticRecord]?
  let silenced: [SilencedRecord]?

  init(_ generation: Generation) {
    diagnostics = generation.diagnostics.map(DiagnosticRecord.init)
    silenced = generation.silenced.map(SilencedRecord.init)
  }
}
