import ArgumentParser
import InfraDisk
import InfraKit
import InfraSerialization

/// `infra check`: fails when a generated file is not what the description says.
struct Check: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Fail when a generated file is not what the description says.",
    usage: "infra check [<environment> ...] [<options>]",
    discussion: """
      Generates in memory and compares with the disk: this is what a pull request runs. Exits with \
      0 when everything is current, and 1 with a diff per file when something is not. What \
      platforms will do about changes since --against is printed too.

      EXAMPLES
        swift run infra check
        swift run infra check prod
        swift run infra check --against origin/main
        swift run infra check --format github
        swift run infra check --format json
      """
  )

  @OptionGroup var selection: EnvironmentSelection

  @OptionGroup var history: HistoryOption

  @OptionGroup var output: ReportFormatOption

  func run(in context: Context) throws {
    let names = try selection.names(in: context.environments)
    let generation = try history.history.generation(in: context).selecting(names)
    let console = context.console
    if generation.hasErrors {
      // For the other formats the findings are the output.
      if output.format == .text || output.format == .json {
        console.err(Report(generation, in: context).text)
      }
      try printRecord(generation, nil, in: context)
      throw Failure.reported
    }
    let files = try DesiredFiles(generation, deployment: nil)
    let report = try Failure.translating { () throws(DiskError) in
      try Disk(root: Root.find(from: context.directory))
        .check(files.environments, isComplete: selection.environments.isEmpty)
    }
    if output.format == .text {
      console.err(Report(generation, in: context).changes)
      console.out(DiskText(report, colour: console.outputHasColour).drift)
      for note in report.notes { console.err("note: \(note.message)\n  help: \(note.help)\n") }
      if report.drift.isEmpty {
        let count = report.files.count
        console.out("\(count) file\(count == 1 ? " is" : "s are") as described.\n")
      } else {
        console.err(DiskText(report, colour: false).mend)
      }
    }
    try printRecord(generation, report, in: context)
    if !report.drift.isEmpty { throw Failure.reported }
  }

  private func printRecord(
    _ generation: Generation,
    _ report: DiskReport?,
    in context: Context
  ) throws {
    let drift = report?.drift ?? []
    switch output.format {
    case .text: break
    case .json: context.console.out(try JSON.encode(CheckRecord(generation, report)))
    case .sarif: context.console.out(try JSON.encode(Sarif(generation, drift, in: context)))
    case .github: context.console.out(Annotations(generation, drift, in: context).text)
    }
  }
}
