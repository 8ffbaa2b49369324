import Foundation

/// A real PostgreSQL of the test run's own, in a temporary directory and on a free port.
///
/// A shell stands between: when the test process ends, in whatever way, its standard input closes
/// and it takes the server down.
final class PostgresServer: Sendable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let port: Int
  private let directory: String
  private let keeper: ChildProcess

  /// The server that most tests share, each with a database of its own.
  static let shared = Result { try PostgresServer() }

  /// Where Debian, Homebrew and the PATH have the server's programs; nil where it is not installed.
  static let programs: String? = {
    var places = ["/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin"]
    places += ["/usr/lib/postgresql/15/bin", "/opt/homebrew/opt/postgresql@17/bin"]
    places += (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(
      String.init
    )
    return places.first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
  }()

  /// Why database tests cannot run here, if they cannot.
  static let isInstalled: Bool = {
    if programs == nil {
      print("SKIPPED: no PostgreSQL server; install it with: apt-get install postgresql")
    }
    return programs != nil
  }()

  init(settings: [String] = []) throws {
    guard let programs = Self.programs else { throw Failure(description: "no initdb") }
    let path = FileManager.default.temporaryDirectory.path + "/backend-pg-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    directory = path
    try Self.password.write(toFile: path + "/password", atomically: false, encoding: .utf8)
    var prefix: [String] = []
    if getuid() == 0 {
      prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
      _ = try ChildProcess.run(["chown", "-R", "postgres:postgres", path])
    }
    let data = path + "/data"
    let made = try ChildProcess.run(
      prefix + [programs + "/initdb", "-D", data, "-U", "helpdesk", "--auth=scram-sha-256"]
        + ["--pwfile=\(path)/password", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"]
    )
    guard made.status == 0 else { throw Failure(description: made.output) }
    port = try freePort()
    var options = ["-p", "\(port)", "-k", path, "-c", "listen_addresses=127.0.0.1"]
    options += ["-c", "max_connections=200", "-c", "restart_after_crash=on"]
    options += ["-c", "log_min_messages=fatal"] + settings.flatMap { ["-c", $0] }
    let command = (prefix + [programs + "/postgres", "-D", data] + options).joined(separator: " ")
    // Started again whenever it ends, as a platform would, until the input closes.
    let script = """
      (while :; do rm -f \(data)/postmaster.pid; \(command) >>\(path)/log 2>&1; \
      [ -e \(path)/stop ] && exit; sleep 0.2; done) & \
      cat >/dev/null; touch \(path)/stop; kill -QUIT $(head -n 1 \(data)/postmaster.pid); wait; \
      rm -rf \(path)
      """
    keeper = try ChildProcess(["sh", "-c", script], input: .open)
    try waitUntilReady()
  }

  deinit { keeper.closeInput() }

  private static let password = "correct horse battery staple"

  /// The URL of a database.
  func url(_ database: String, options: String = "") -> String {
    "postgres://helpdesk:correct%20horse%20battery%20staple@127.0.0.1:\(port)/\(database)\(options)"
  }

  /// Kills the server and all that it runs, as a power cut would.
  func kill() {
    guard let postmaster = postmaster else { return }
    let children = try? ChildProcess.run(["pgrep", "-P", "\(postmaster)"]).output
    Foundation.kill(postmaster, SIGKILL)
    for child in (children ?? "").split(separator: "\n") {
      if let id = Int32(child) { Foundation.kill(id, SIGKILL) }
    }
  }

  /// Holds the server still without closing anything, as a network that swallows everything would.
  func freeze() { if let postmaster { signalAll(postmaster, SIGSTOP) } }

  /// Lets a frozen server go on.
  func thaw() { if let postmaster { signalAll(postmaster, SIGCONT) } }

  private func signalAll(_ postmaster: Int32, _ signal: Int32) {
    let children = try? ChildProcess.run(["pgrep", "-P", "\(postmaster)"]).output
    Foundation.kill(postmaster, signal)
    for child in (children ?? "").split(separator: "\n") {
      if let id = Int32(child) { Foundation.kill(id, signal) }
    }
  }

  private var postmaster: Int32? {
    let file = try? String(contentsOfFile: directory + "/data/postmaster.pid", encoding: .utf8)
    return file?.split(separator: "\n").first.flatMap { Int32($0) }
  }

  /// Waits until the server answers.
  func waitUntilReady() throws {
    let programs = Self.programs ?? ""
    for _ in 0..<200 {
      let answer = try ChildProcess.run(
        [programs + "/pg_isready", "-q", "-h", "127.0.0.1", "-p", "\(port)"]
      )
      if answer.status == 0 { return }
      usleep(50_000)
    }
    throw Failure(
      description: (try? String(contentsOfFile: directory + "/log", encoding: .utf8)) ?? "no log"
    )
  }

  /// Runs statements with psql and returns what it prints, without alignment.
  @discardableResult
  func psql(_ database: String, _ sql: String) throws -> String {
    let result = try ChildProcess.run(
      ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", url(database), "-f", "-"],
      input: sql
    )
    guard result.status == 0 else { throw Failure(description: result.output) }
    return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Makes an empty database and returns its name.
  func makeDatabase() throws -> String {
    let name = "t" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
    try psql("postgres", "CREATE DATABASE \(name)")
    return name
  }
}

/// A TCP port that nobody listens on.
func freePort() throws -> Int {
  #if canImport(Glibc)
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  #else
    let descriptor = socket(AF_INET, SOCK_STREAM, 0)
  #endif
  defer { close(descriptor) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = inet_addr("127.0.0.1")
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let bound = withUnsafeMutablePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
    }
  }
  guard bound else { throw PostgresServer.Failure(description: "no free port") }
  return Int(UInt16(bigEndian: address.sin_port))
}
