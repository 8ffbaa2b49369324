import ArgumentParser
import InfraDisk
import InfraKit
import InfraSecrets
import InfraSerialization

/// `infra secrets check`: fails when a secret is where git has it, or is used twice.
struct SecretsCheck: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Fail when a secret is in a file that git has or would take.",
    usage: "infra secrets check [<environment> ...] [--history] [<options>]",
    discussion: """
      Reads every file that git tracks or would take, and the generated ones, and looks for keys and \
      tokens of known forms, for values of chance under names of secrets, for texts in the place of \
      a declared secret, and for the values of .env. Compares what this machine knows of the \
      environments' secrets by salted digests: two with one value are an error. With --history it \
      reads every version that git keeps. What is found is named by file and line and never shown. \
      Exits with 1 when anything is found.

      ALLOWING
        A line may hold what looks like a secret where a comment in it says so with a reason:
          let key = "…"  // infra:allow-secret of the vendor's documentation
        Whole files are listed in .infra-secrets-allow, one pattern and its reason a line; * stands
        for anything in a name, ** for any folders:
          Tests/Keys/**  keys of tests alone
        What was ever committed must be replaced where it came from: taking it out of a file does
        not take it out of the history.

      EXAMPLES
        swift run infra secrets check
        swift run infra secrets check --history
        swift run infra secrets check prod --format github
      """
  )

  @OptionGroup var selection: EnvironmentSelection

  @Flag(help: "Read every version that git keeps, too.")
  var history = false

  @OptionGroup var output: ReportFormatOption

  func run(in context: Context) throws {
    MemoryImages.keepOffTheDisk()
    let names = try selection.names(in: context.environments)
    let generation = Generation(context.environments)
    if generation.selecting(names).hasErrors {
      context.console.err(Report(generation.selecting(names), in: context).text)
      throw Failure.reported
    }
    let root = try context.root()
    let report = try Failure.translating { () throws(SecretsProblem) in
      try LeakReport(generation.selecting(names), root: root, isWithHistory: history)
    }
    let console = context.console
    switch output.format {
    case .text:
      console.err(report.text(colour: console.errorHasColour))
      console.out(report.summary)
    case .json: console.out(try JSON.encode(LeakRecords(report)))
    case .sarif:
      console.out(try JSON.encode(Sarif(report.findings, below: report.prefix)))
    case .github:
      console.out(Annotations(report.findings, below: report.prefix).text)
    }
    if !report.findings.isEmpty { throw Failure.reported }
  }
}
