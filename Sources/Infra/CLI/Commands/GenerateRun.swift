import ArgumentParser
import InfraDisk
import InfraKit
import InfraSerialization

/// One run of `infra generate`, with everything that was asked for.
///
/// It stands apart from the command because the parser makes much of each option before it is given:
/// what is nearly always typed, names of environments and nothing else, takes longer to parse than ten
/// services to generate.
struct GenerateRun {
  /// The name of the command.
  static let command = "generate"

  /// The names of environments; all where there is none.
  let names: [String]
  var deployment: String?
  var output: String?
  var dryRun = false
  var force = false
  var history = History()
  var format = OutputFormat.text

  func run(in context: Context) throws {
    let selected = try EnvironmentSelection.names(names, in: context.environments)
    let generation = try history.generation(in: context).selecting(selected)
    context.attic.keep(generation)
    let files = try DesiredFiles(generation, deployment: deployment)
    let console = context.console
    if generation.hasErrors {
      let report = Report(generation, in: context)
      console.err(report.text)
      if format == .json { console.out(try JSON.encode(ValidationRecord(generation))) }
      console.err("Nothing was written: \(report.summary).\n")
      throw Failure.reported
    }
    if format == .text { console.err(Report(generation, in: context).brief) }
    let report = try Failure.translating { () throws(DiskError) in
      var disk = try Disk(root: Self.root(output, from: context.directory))
      disk.onWait = { console.err("Waiting for another infra to finish.\n") }
      let isComplete = names.isEmpty && deployment == nil
      return dryRun
        ? try disk.preview(files.environments, force: force, isComplete: isComplete)
        : try disk.generate(files.environments, force: force, isComplete: isComplete)
    }
    switch format {
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

extension GenerateRun: ContextRun {
  /// The run that names alone ask for; nil where there is anything for the parser to do.
  init?(plain names: [String]) {
    guard names.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") }) else { return nil }
    self.init(names: names)
  }
}
