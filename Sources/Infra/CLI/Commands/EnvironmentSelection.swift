import ArgumentParser
import InfraKit

/// The environments that a command is about: those named, or all.
struct EnvironmentSelection: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The environments; all when none is named.", valueName: "environment"),
    completion: .custom { _, _, _ in [] }
  )
  var environments: [String] = []

  /// The names, in the order of the description.
  func names(in known: [Environment]) throws -> [String] {
    try Self.names(environments, in: known)
  }

  /// The names that were given, or all, in the order of the description.
  static func names(_ environments: [String], in known: [Environment]) throws -> [String] {
    if known.isEmpty {
      throw Failure(
        faults: [
          .init(
            message: "the description lists no environment",
            help: "give Infra.run one, such as Infra.run([.prod])"
          )
        ],
        exitCode: ExitCode(1)
      )
    }
    let names = known.map(\.name)
    for name in environments where !names.contains(name) {
      throw Failure.usage(
        "there is no environment '\(name)'",
        help: Suggestion.text(for: name, among: names, called: "environments")
      )
    }
    return environments.isEmpty ? names : names.filter(environments.contains)
  }
}
