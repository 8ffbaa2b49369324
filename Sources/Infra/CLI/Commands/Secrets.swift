import ArgumentParser

/// `infra secrets`: the values that no manifest holds.
struct Secrets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the values that no file in the repository holds.",
    subcommands: [SecretsInit.self]
  )
}
