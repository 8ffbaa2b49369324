import ArgumentParser
import InfraDisk
import InfraKit
import InfraSerialization

/// `infra generate`: writes the files of some or all environments, all of them or none.
struct Generate: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: GenerateRun.command,
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
    try GenerateRun(
      names: selection.environments,
      deployment: deployment,
      output: output,
      dryRun: dryRun,
      force: force,
      history: history.history,
      format: format.format
    ).run(in: context)
  }
}
