import Foundation
import TestSupport

@testable import InfraTargets

/// A real nginx on a free port of 127.0.0.1, for one test.
struct RunningNginx {
  /// What came back for a request.
  struct Answer: Equatable {
    var status: Int
    var headers: [(name: String, value: String)]
    var body: String

    /// All values of a header, in order.
    subscript(name: String) -> [String] {
      headers.filter { $0.name == name.lowercased() }.map(\.value)
    }

    static func == (left: Answer, right: Answer) -> Bool {
      left.status == right.status && left.body == right.body
    }
  }

  /// What nginx or curl had to complain about.
  struct Failure: Error {
    var message: String
  }

  private let folder: URL
  private let port: Int

  /// Runs a body against nginx with some files, and ends nginx whatever happens.
  static func serving(
    _ site: NginxSite,
    files: [String: String],
    variables: [String: String] = [:],
    _ body: (RunningNginx) async throws -> Void
  ) async throws {
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let server = RunningNginx(folder: folder, port: try freePort())
    guard let program else { throw Failure(message: "no nginx") }
    try server.write(site, files, variables)
    let check = try await ChildProcess(program, server.arguments + ["-t"]).run()
    guard check.status == 0 else { throw Failure(message: check.errors) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = server.arguments
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    try await body(server)
  }

  /// Asks for a path, byte for byte as it stands here.
  func get(_ path: String) async throws -> Answer {
    let url = "http://127.0.0.1:\(port)\(path)"
    let arguments = ["-sS", "-i", "--path-as-is", "--globoff", "--max-time", "10", "--retry", "3"]
    let result = try await ChildProcess("curl", arguments + ["--retry-connrefused", url]).run()
    guard result.status == 0 else { throw Failure(message: result.errors) }
    let halves = result.output.split(
      separator: "\r\n\r\n",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    let lines = halves[0].split(separator: "\r\n")
    let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return (line[..<colon].lowercased(), String(value))
    }
    let status = lines.first.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
    return Answer(status: status, headers: headers, body: String(halves.last ?? ""))
  }

  private func write(
    _ site: NginxSite,
    _ files: [String: String],
    _ variables: [String: String]
  ) throws {
    for (path, text) in files {
      let file = folder.appending(path: "html/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    var site = site
    site.root = folder.appending(path: "html").path
    site.port = port
    let text = site.configuration().text
      .replacingOccurrences(of: "listen \(port);", with: "listen 127.0.0.1:\(port);")
    try text.write(to: folder.appending(path: "site.conf"), atomically: true, encoding: .utf8)
    let maps = variables.map { "map \"\" $\($0) { default \"\($1)\"; }" }.joined(separator: "\n")
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(folder.path)/\($0);" }
      .joined(separator: "\n")
    try """
    \(getuid() == 0 ? "user root;" : "")
    daemon off;
    pid \(folder.path)/nginx.pid;
    error_log \(folder.path)/error.log;
    worker_processes 1;
    events {}
    http {
    types { text/html html; text/css css; }
    default_type application/octet-stream;
    access_log off;
    \(temporary)
    include \(folder.path)/site.conf;
    \(maps)
    }
    """.write(to: folder.appending(path: "nginx.conf"), atomically: true, encoding: .utf8)
  }

  /// The program: the one that `scripts/test` found or unpacked, or one of the system's.
  static let program: String? = {
    let given = ProcessInfo.processInfo.environment["INFRA_TEST_NGINX"]
    return [given, ChildProcess.find("nginx"), "/usr/sbin/nginx"]
      .compactMap { $0 }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  private var arguments: [String] {
    ["-p", folder.path, "-c", "\(folder.path)/nginx.conf", "-e", "\(folder.path)/error.log"]
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, size) == 0 && getsockname(descriptor, generic, &size) == 0
      }
    }
    guard bound else { throw Failure(message: "no free port on 127.0.0.1") }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
