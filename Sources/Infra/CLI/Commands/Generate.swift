import ArgumentParser
import InfraDisk
import InfraKit
import InfraSerialization

/// `infra generate`: writes the files of some or all environments, all of them or none.
struct Generate: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write the manifests and setup sheets.",
    usage: "infra generate [<environment> ...] [<options>]",
    discussion: """
      Checks every rule first; writes all files together, or none. A file that was edited by hand \
      is left alone unless --force is given.

      EXAMPLES
        swift run infra generate
        swift run infra generate prod
        swift run infra generate prod --deployment railway
        swift run infra generate --dry-run
        swift run infra generate prod --against origin/main
        swift run infra generate prod --output /tmp/look
      """
  )

  @OptionGroup var selection: EnvironmentSelection

  @Option(help: ArgumentHelp("Only the files of one deployment.", valueName: "name"))
  var deployment: String?

  @Option(help: ArgumentHelp("Write below this folder instead.", valueName: "dir"))
  var output: String?

  @Flag(name: .customLong("dry-run"), help: "Say what would be written; write nothing.")
  var dryRun = false

  @Flag(help: "Overwrite files that were edited by hand or are not ours.")
  var force = false

  @OptionGroup var history: HistoryOption

  @OptionGroup var format: FormatOption

  func run(in context: Context) throws {
    let names = try selection.names(in: context.environments)
    let generation = try history.generation(in: context).selecting(names)
    let files = try DesiredFiles(generation, deployment: deployment)
    let console = context.console
    if generation.hasErrors {
      let report = Report(generation, in: context)
      console.err(report.text)
      if format.format == .json { console.out(try JSON.encode(ValidationRecord(generation))) }
      console.err("Nothing was written: \(report.summary).\n")
      throw Failure.reported
    }
    if format.format == .text { console.err(Report(generation, in: context).brief) }
    let report = try Failure.translating { () throws(DiskError) in
      var disk = try Disk(root: Self.root(output, from: context.directory))
      disk.onWait = { console.err("Waiting for another infra to finish.\n") }
      let isComplete = selection.environments.isEmpty && deployment == nil
      return dryRun
        ? try disk.preview(files.environments, force: force, isComplete: isComplete)
        : try disk.generate(files.environments, force: force, isComplete: isComplete)
    }
    switch format.format {
    case .text:
      console.out(DiskText(report, colour: console.outputHasColour).summary(dryRun: dryRun))
      console.err(MovedFiles(generation, report).note)
      for note in report.notes { console.err("note: \(note.message)\n  help: \(note.help)\n") }
      if report.refused.isEmpty && !dryRun {
        let isNews = report.count(of: .unchanged) < report.files.count
        console.out(isNews ? files.nextSteps : "\nNothing to do: every file is as described.\n")
      }
    case .json:
      console.out(try JSON.encode(GenerateRecord(generation, report)))
    }
    if !report.refused.isEmpty {
      console.err(DiskText(report, colour: console.errorHasColour).refusals)
      throw Failure.reported
    }
  }

  private static func root(_ output: String?, from directory: String) throws(DiskError) -> String {
    if let output { return try Root.output(output) }
    return try Root.find(from: directory)
  }
}

extension Generate {
  /// The command with names of environments and nothing else, as it is nearly always typed.
  ///
  /// The parser would make the same of them, and takes longer for it than ten services do. Nil where
  /// there is anything for it to do.
  static func plain(_ names: [String]) -> Generate? {
    guard names.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") }) else { return nil }
    var command = Generate()
    command.selection = EnvironmentSelection()
    command.selection.environments = names
    command.deployment = nil
    command.output = nil
    command.dryRun = false
    command.force = false
    command.history = HistoryOption()
    command.history.against = nil
    command.format = FormatOption()
    command.format.format = .text
    return command
  }
}
