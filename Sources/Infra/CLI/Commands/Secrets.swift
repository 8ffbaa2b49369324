import ArgumentParser

/// `infra secrets`: the values that no manifest holds.
struct Secrets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secrets",
    abstract: "List, make, look for and rotate the values that no file may hold.",
    discussion: """
      No command of infra takes a value as an argument, or shows one.

      EXAMPLES
        swift run infra secrets list prod
        swift run infra secrets init dev
        swift run infra secrets check --history
        swift run infra secrets rotate dev JWT_ACCESS_SECRET
      """,
    subcommands: [SecretsList.self, SecretsInit.self, SecretsCheck.self, SecretsRotate.self]
  )
}
