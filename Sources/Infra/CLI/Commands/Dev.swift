import ArgumentParser

/// `infra dev`: an environment on this machine, without building images.
struct Dev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev",
    abstract: "Run an environment on this machine, without images.",
    usage: """
      infra dev [<environment>] [<options>]
      infra dev status|down|reset|psql [<environment>]
      """,
    discussion: """
      Databases and caches run in containers where Docker or Podman answers, else as programs of \
      this machine; services and sites run by their own commands. Everything waits for what it \
      needs. Values come from .env, as in Docker Compose. Ctrl-C stops all of it.

      EXAMPLES
        swift run infra dev
        swift run infra dev --watch
        swift run infra dev --try
        swift run infra dev --only api,web
        swift run infra dev psql
      """,
    subcommands: [DevUp.self, DevStatus.self, DevDown.self, DevReset.self, DevPsql.self],
    defaultSubcommand: DevUp.self
  )
}
