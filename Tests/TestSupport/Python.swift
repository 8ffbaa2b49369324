import Foundation

/// The Python that tests ask for a second opinion.
package enum Python {
  /// `INFRA_TEST_PYTHON`, else the virtual environment of `scripts/test`, else `python3`.
  package static let program: String = {
    if let chosen = ProcessInfo.processInfo.environment["INFRA_TEST_PYTHON"] { return chosen }
    let own = PackageRoot.file(".venv/bin/python3").path
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }()

  /// Runs a script of `Tests/TestSupport/Scripts`, or any other file of the package.
  package static func run(
    script: String,
    _ arguments: [String] = [],
    input: String = "",
    limit: Duration = .seconds(300)
  ) async throws -> ChildProcessResult {
    let file = PackageRoot.file(
      script.contains("/") ? script : "Tests/TestSupport/Scripts/\(script)"
    )
    return try await ChildProcess(
      program,
      // Isolated, so that nothing of the caller's folder shadows a module; no .pyc in the tree.
      ["-I", "-B", file.path] + arguments,
      input: input,
      environment: ["PYTHONUTF8": "1"],
      limit: limit
    ).run()
  }

  /// Those of some modules that cannot be imported; all of them where there is no Python.
  package static func missing(of modules: [String]) async -> [String] {
    let code = """
      import importlib.util, sys
      print(" ".join(m for m in sys.argv[1:] if importlib.util.find_spec(m) is None))
      """
    let probe = try? await ChildProcess(program, ["-I", "-c", code] + modules).run()
    guard let probe, probe.status == 0 else { return modules }
    return probe.output.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
