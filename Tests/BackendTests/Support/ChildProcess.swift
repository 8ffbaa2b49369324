import Foundation
import Synchronization

/// A program that a test starts, with its output collected.
final class ChildProcess: Sendable {
  enum Input: Sendable {
    case text(String)
    /// Stays open until `closeInput`, or until the test process ends.
    case open
  }

  struct Ended: Sendable {
    let status: Int32
    let output: String
  }

  let id: Int32
  private let input: Int32

  /// Starts a program that is found on the PATH.
  init(
    _ command: [String],
    environment: [String: String]? = nil,
    directory: String? = nil,
    input: Input = .text("")
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    if let environment {
      // `env -i` keeps Foundation from adding anything of its own.
      process.arguments =
        ["-i"] + environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + command
    }
    if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
    let incoming = Pipe()
    let outgoing = Pipe()
    process.standardInput = incoming
    process.standardOutput = outgoing
    process.standardError = outgoing
    // A program may end before the next line runs, and its end is told only once.
    let exit = ExitStatus()
    self.exit = exit
    process.terminationHandler = { exit.set($0.terminationStatus) }
    try process.run()
    id = process.processIdentifier
    let collected = CollectedOutput()
    self.collected = collected
    self.input = dup(incoming.fileHandleForWriting.fileDescriptor)
    try? incoming.fileHandleForWriting.close()
    _ = fcntl(self.input, F_SETFD, FD_CLOEXEC)
    if case .text(let text) = input {
      let bytes = [UInt8](text.utf8)
      _ = write(self.input, bytes, bytes.count)
      close(self.input)
    }
    let reader = outgoing.fileHandleForReading
    let descriptor = dup(reader.fileDescriptor)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    try? reader.close()
    Thread.detachNewThread {
      var buffer = [UInt8](repeating: 0, count: 65536)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { break }
        collected.append(buffer[..<count])
      }
      close(descriptor)
      collected.finish()
    }
  }

  private let collected: CollectedOutput
  private let exit: ExitStatus

  /// Closes the standard input.
  func closeInput() { close(input) }

  /// What the program has written so far, to either output.
  var output: String { collected.text }

  /// Whether the program has ended.
  var hasEnded: Bool { exit.value != nil }

  /// Sends a signal.
  func signal(_ signal: Int32) { if !hasEnded { kill(id, signal) } }

  /// Waits for the end, without holding a thread of Swift's.
  func ended(within limit: Duration = .seconds(60)) async throws -> Ended {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
      if let status = exit.value, collected.isFinished {
        return Ended(status: status, output: output)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
    kill(id, SIGKILL)
    throw PostgresServer.Failure(description: "a program did not end: \(output)")
  }

  /// How a program that has ended did so, with all that it wrote.
  static func finished(_ child: ChildProcess) throws -> Ended {
    while !(child.hasEnded && child.collected.isFinished) { usleep(2_000) }
    return Ended(status: child.exit.value ?? -1, output: child.output)
  }

  /// Runs a program to its end.
  static func run(
    _ command: [String],
    environment: [String: String]? = nil,
    input: String = ""
  ) throws -> Ended {
    let child = try ChildProcess(command, environment: environment, input: .text(input))
    while !(child.hasEnded && child.collected.isFinished) { usleep(2_000) }
    return Ended(status: child.exit.value ?? -1, output: child.output)
  }
}

/// Bytes that arrive on another thread.
final class CollectedOutput: Sendable {
  private let state = Mutex((bytes: [UInt8](), isFinished: false))

  var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
  var isFinished: Bool { state.withLock { $0.isFinished } }
  func append(_ bytes: ArraySlice<UInt8>) { state.withLock { $0.bytes += bytes } }
  func finish() { state.withLock { $0.isFinished = true } }
}

/// How a program ended, once it has.
final class ExitStatus: Sendable {
  private let state = Mutex<Int32?>(nil)

  var value: Int32? { state.withLock { $0 } }
  func set(_ status: Int32) { state.withLock { $0 = status } }
}
