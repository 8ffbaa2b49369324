import Foundation
import InfraSecrets
import Synchronization
import TestSupport
import Testing

@testable import InfraDev

/// A real run of the tests' own `infra` in a folder of its own.
final class Run: Sendable {
  let folder: URL
  private let scenario: String

  init(_ scenario: String, values: [String: String] = [:]) throws {
    self.scenario = scenario
    folder = try PackageRoot.temporaryFolder()
    // Servers of another user must be able to come here.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    try write("// a package", to: "Package.swift")
    try write("FROM scratch", to: "Dockerfile")
    try write(Self.server, to: "server.py")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "web"),
      withIntermediateDirectories: true
    )
    // Containers and volumes of two runs must not be the same.
    let project = folder.lastPathComponent.lowercased()
    var text = "COMPOSE_PROJECT_NAME=\(project)\n"
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      text += EnvText.assignment(name, value) + "\n"
    }
    try write(text, to: environmentFile)
  }

  deinit {
    _ = try? Self.finish(Self.program, ["dev", "down", scenario], in: folder)
    try? FileManager.default.removeItem(at: folder)
  }

  var environmentFile: String { "generated/\(scenario)/.env" }

  /// A server that answers /health with 200, and says its variables.
  private static let server = """
    import http.server, os, sys
    class Handler(http.server.BaseHTTPRequestHandler):
      def do_GET(self):
        self.send_response(503 if self.path == "/broken" else 200)
        self.end_headers()
      def log_message(self, *arguments): pass
    print("api is " + os.environ.get("API", "here"), flush=True)
    http.server.ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
    """

  /// The program beside the tests.
  static func built(_ name: String) -> String {
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    for _ in 0..<6 {
      folder = folder.deletingLastPathComponent()
      let candidate = folder.appending(path: name).path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    return name
  }

  static let program = built("infra-dev-fixture")

  func write(_ text: String, to path: String) throws {
    let place = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try text.write(to: place, atomically: true, encoding: .utf8)
  }

  func read(_ path: String) -> String? {
    try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func pid(_ path: String) async throws -> Int32 {
    try await eventually { read(path).flatMap { Int32($0.trimmingCharacters(in: .newlines)) } }
  }

  /// Starts `infra dev` with options.
  func start(_ options: String..., program: String = Run.program) throws -> Started {
    try Started([program, "dev", scenario, "--no-page"] + options, in: folder)
  }

  /// Runs another command to its end.
  func command(_ arguments: String...) throws -> (status: Int32, text: String) {
    try Self.finish(Self.program, arguments, in: folder)
  }

  static func finish(
    _ program: String,
    _ arguments: [String],
    in folder: URL
  ) throws -> (status: Int32, text: String) {
    let started = try Started([program] + arguments, in: folder)
    let status = started.status()
    return (status, started.text)
  }
}

/// A program that runs, and what it has said so far.
///
/// It is started without Foundation, whose processes seem to run as long as their children do.
final class Started: Sendable {
  /// The process.
  let pid: Int32
  private let child: Child
  private let file: URL
  private let ended = Mutex<Int32?>(nil)

  init(_ arguments: [String], in folder: URL, variables: [String: String] = [:]) throws {
    file = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
    try Data().write(to: file)
    let environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasSuffix("_PORT") && !$0.key.hasPrefix("COMPOSE_") }
      .merging(variables) { $1 }
    let line = "file=$1; shift; exec \"$@\" >\"$file\" 2>&1"
    child = try Child.start(
      Program(
        arguments: ["/bin/sh", "-c", line, "sh", file.path] + arguments,
        folder: folder.path
      ),
      inheriting: environment.map { "\($0)=\($1)" }
    )
    pid = child.pid
  }

  deinit {
    if ended.withLock({ $0 }) == nil {
      child.signal(SIGKILL)
      _ = status()
    }
    child.closeStreams()
    try? FileManager.default.removeItem(at: file)
  }

  var text: String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }

  /// Waits until it has said something; what it said instead is in the failure.
  func says(_ wanted: String, within limit: Duration = .seconds(60)) async throws {
    let end = ContinuousClock.now + limit
    while !text.contains(wanted) {
      if ContinuousClock.now > end || (isOver && !text.contains(wanted)) {
        throw Failure(description: "it never said '\(wanted)', but:\n\(text)")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Sends a signal.
  func signal(_ number: Int32) { kill(pid, number) }

  /// Waits for its end; a signal counts as 128 and its number.
  func status() -> Int32 {
    while true {
      if isOver { return ended.withLock { $0 } ?? -1 }
      usleep(5000)
    }
  }

  private var isOver: Bool {
    ended.withLock { ended in
      if ended == nil { ended = child.status() }
      return ended != nil
    }
  }

  struct Failure: Error, CustomStringConvertible { let description: String }
}

/// Waits until there is an answer.
func eventually<Result>(_ answer: () throws -> Result?) async throws -> Result {
  for _ in 0..<1500 {
    if let result = try answer() { return result }
    try await Task.sleep(for: .milliseconds(20))
  }
  throw Started.Failure(description: "it never happened")
}

/// Whether a process is there and has not ended.
func isAlive(_ pid: Int32) -> Bool {
  guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else {
    return kill(pid, 0) == 0
  }
  return text.split(separator: ")").last?.hasPrefix(" Z") == false
}

/// The processes that have a folder as theirs, or run a program of it.
func processes(in folder: URL) -> [Int32] {
  let path = folder.resolvingSymlinksInPath().path
  let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
  return names.compactMap { Int32($0) }.filter { pid in
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd")
    return link?.hasPrefix(path) == true && isAlive(pid)
  }
}

/// A port that nobody has.
func freePort() throws -> Int { try #require(LocalSocket.anyFreePort()) }
