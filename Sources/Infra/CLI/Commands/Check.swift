import ArgumentParser
import InfraDisk
import InfraKit
import InfraSerialization

/// `infra check`: fails when a generated file is not what the description says.
struct Check: InfraCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fail when a generated file is not what the description says.",
    discussion: """
      Generates in memory and compares with the disk: this is what a pull request runs. Exits with \
      0 when everything is current, and 1 with a diff per file when something is not.

      EXAMPLES
        swift run infra check
        swift run infra check prod
        swift run infra check --format json
      """
  )

  @OptionGroup var selection: EnvironmentSelection

  @OptionGroup var output: FormatOption

  func run(in context: Context) throws {
    let names = try selection.names(in: context.environments)
    let generation = Generation(context.environments).selecting(names)
    let console = context.console
    if generation.hasErrors {
      console.err(Report(generation, colour: console.errorHasColour).text)
      if output.format == .json {
        console.out(try JSON.encode(CheckRecord(generation, nil)))
      }
      throw Failure.reported
    }
    let files = try DesiredFiles(generation, deployment: nil)
    let report = try Failure.translating { () throws(DiskError) in
      try Disk(root: Root.find(from: context.directory))
        .check(files.environments, isComplete: selection.environments.isEmpty)
    }
    switch output.format {
    case .json:
      console.out(try JSON.encode(CheckRecord(generation, report)))
    case .text:
      console.out(DiskText(report, colour: console.outputHasColour).drift)
      for note in report.notes { console.err("note: \(note.message)\n  help: \(note.help)\n") }
      if report.drift.isEmpty {
        let count = report.files.count
        console.out("\(count) file\(count == 1 ? " is" : "s are") as described.\n")
      } else {
        console.err(DiskText(report, colour: false).mend)
      }
    }
    if !report.drift.isEmpty { throw Failure.reported }
  }
}
