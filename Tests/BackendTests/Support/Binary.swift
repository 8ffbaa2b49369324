import Foundation

/// The program as it is built beside the tests.
enum Binary {
  /// Where the build put it.
  static let path: String = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    // The tests' own executable lies beside it on Linux, and some folders deeper on macOS.
    for _ in 0..<5 {
      let candidate = folder.appendingPathComponent("backend").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return "backend"
  }()

  /// Variables with which every process starts; the secrets are only good for tests.
  static func variables(
    _ url: String,
    port: Int = 0,
    _ further: [String: String] = [:]
  ) -> [String: String] {
    let standard = [
      "DATABASE_URL": url, "FRONTEND_URL": TestApp.origin, "PORT": "\(port)",
      "JWT_ACCESS_SECRET": String(repeating: "access", count: 6),
      "JWT_REFRESH_SECRET": String(repeating: "refresh", count: 6),
    ]
    return standard.merging(further) { $1 }
  }

  /// Starts the program with these variables and no others.
  static func start(_ arguments: [String], _ variables: [String: String]) throws -> ChildProcess {
    try ChildProcess([path] + arguments, environment: variables)
  }

  /// Runs the program to its end with these variables and no others.
  static func run(
    _ arguments: [String],
    _ variables: [String: String]
  ) async throws -> ChildProcess.Ended {
    try await start(arguments, variables).ended()
  }
}
