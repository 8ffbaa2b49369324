package import Foundation

/// What a finished child process left.
package struct ChildProcessResult: Sendable {
  /// The exit status; the signal's number plus 128 where a signal ended it, as in a shell.
  package var status: Int32
  /// The bytes it wrote to standard output.
  package var outputData: Data
  /// The bytes it wrote to standard error.
  package var errorData: Data

  /// Standard output as text.
  package var output: String { String(decoding: outputData, as: UTF8.self) }
  /// Standard error as text.
  package var errors: String { String(decoding: errorData, as: UTF8.self) }
}

/// A child process that could not run to its end.
package struct ChildProcessError: Error, CustomStringConvertible {
  /// What happened.
  package var description: String
}

/// A program with its arguments, run to its end with all three streams captured.
package struct ChildProcess: Sendable {
  /// The program: a path, or a name to find in `PATH`.
  package var program: String
  /// Its arguments.
  package var arguments: [String]
  /// What it reads from standard input.
  package var input: Data
  /// Where it runs; the package's root unless said otherwise.
  package var folder: URL
  /// Variables to add to this process's own; nil takes one away.
  package var environment: [String: String?]
  /// How long it may take before it is ended and the run is an error.
  package var limit: Duration

  /// Describes a run.
  package init(
    _ program: String,
    _ arguments: [String] = [],
    input: String = "",
    in folder: URL = PackageRoot.url,
    environment: [String: String?] = [:],
    limit: Duration = .seconds(120)
  ) {
    self.program = program
    self.arguments = arguments
    self.input = Data(input.utf8)
    self.folder = folder
    self.environment = environment
    self.limit = limit
  }

  /// The place of a program in `PATH`, or nil where there is none.
  package static func find(_ program: String) -> String? {
    if program.contains("/") { return program }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":")
      .map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs the program to its end.
  ///
  /// The streams are files: no pipe can fill up and stop the child, however much it writes.
  package func run() async throws -> ChildProcessResult {
    guard let path = Self.find(program) else {
      throw ChildProcessError(description: "no program '\(program)' in PATH")
    }
    let streams = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: streams) }
    let files = ["in", "out", "err"].map { streams.appending(path: $0) }
    try input.write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = merged
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])

    try await finish(process)
    let signalled = process.terminationReason == .uncaughtSignal
    return ChildProcessResult(
      status: process.terminationStatus + (signalled ? 128 : 0),
      outputData: try Data(contentsOf: files[1]),
      errorData: try Data(contentsOf: files[2])
    )
  }

  private var merged: [String: String] {
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in environment { variables[name] = value }
    return variables
  }

  /// Waits for the end, and ends the child itself once the limit has passed.
  private func finish(_ process: Process) async throws {
    let (ended, end) = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in end.finish() }
    try process.run()
    let child = process.processIdentifier
    let watch = Task { [limit] in
      try await Task.sleep(for: limit)
      kill(child, SIGKILL)
      return true
    }
    await withTaskCancellationHandler {
      for await _ in ended {}
    } onCancel: {
      kill(child, SIGKILL)
    }
    process.waitUntilExit()
    watch.cancel()
    if (try? await watch.value) == true {
      let words = ([program] + arguments).joined(separator: " ").prefix(200)
      throw ChildProcessError(description: "'\(words)' did not end within \(limit)")
    }
  }
}
