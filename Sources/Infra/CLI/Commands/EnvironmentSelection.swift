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
    let names = known.map(\.name)
    for name in environments where !names.contains(name) {
      throw Failure.usage(
        "there is no environment '\(name)'",
        help: Self.suggestion(name, names)
      )
    }
    return environments.isEmpty ? names : names.filter(environments.contains)
  }

  static func suggestion(_ name: String, _ names: [String]) -> String {
    if names.isEmpty { return "the list of environments is empty: add one to it" }
    return "the environments are " + names.joined(separator: ", ")
  }
}
