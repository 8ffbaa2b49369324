import InfraDisk
import InfraKit
import InfraSecrets

/// An environment on this machine: where it lies and which file has its values.
struct LocalPlace {
  /// The environment.
  let environment: Environment

  /// The file with its values.
  let file: EnvironmentFile

  /// The folder that paths are relative to.
  let root: String

  /// Whether it is this machine's own, and no platform's.
  let isLocal: Bool

  /// Finds an environment by name; a description with errors is reported, and nothing is done.
  init(_ name: String, in context: Context) throws {
    let known = context.environments.map(\.name)
    guard known.contains(name) else {
      throw Failure.usage(
        "there is no environment '\(name)'",
        help: Suggestion.text(for: name, among: known, called: "environments")
      )
    }
    let generation = Generation(context.environments).selecting([name])
    guard !generation.hasErrors, let output = generation.environments.first else {
      context.console.err(Report(generation, in: context).text)
      throw Failure.reported
    }
    environment = output.environment
    isLocal = output.isLocal
    file = output.environmentFile
    root = try Failure.translating { () throws(DiskError) in
      try LocalFileSystem.resolved(Root.find(from: context.directory))
    }
  }

  /// The file on the disk.
  var store: EnvStore { EnvStore(root: root, path: file.path) }
}

extension LocalFileSystem {
  /// A folder without links in its path, or as it was given.
  fileprivate static func resolved(_ path: String) -> String {
    (try? LocalFileSystem().realPath(of: path)) ?? path
  }
}

extension Failure {
  /// Runs a body, and makes its problem one to report.
  static func translating<Result>(
    _ body: () throws(SecretsProblem) -> Result
  ) throws(Failure) -> Result {
    do { return try body() } catch { throw Failure.io(error.message, help: error.help) }
  }
}
