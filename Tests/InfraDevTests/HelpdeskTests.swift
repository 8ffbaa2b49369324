import Foundation
import InfraSecrets
import TestSupport
import Testing

/// What this test needs besides Postgres.
private let hasPrograms: Bool = {
  let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
  return (!folders.isEmpty || ChildProcess.find("initdb") != nil)
    && ChildProcess.find("node") != nil
}()

@Suite(
  "infra dev: the helpdesk",
  .enabled(if: hasPrograms, "no PostgreSQL server or no Node.js: run ./scripts/test")
)
struct HelpdeskTests {
  @Test("comes up from its own description, answers on every port, and ends")
  func helpdesk() async throws {
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    // The tests' own build has made the program, and holds the lock of a second one.
    let programs = folder.appending(path: "programs")
    for path in [".build/debug", "programs"] {
      try files.createDirectory(
        at: folder.appending(path: path),
        withIntermediateDirectories: true
      )
    }
    try files.createSymbolicLink(
      atPath: programs.appending(path: "swift").path,
      withDestinationPath: "/bin/echo"
    )
    try "// the helpdesk".write(
      to: folder.appending(path: "Package.swift"),
      atomically: true,
      encoding: .utf8
    )
    try files.createSymbolicLink(
      atPath: folder.appending(path: ".build/debug/backend").path,
      withDestinationPath: Run.built("backend")
    )
    try files.createSymbolicLink(
      at: folder.appending(path: "frontend"),
      withDestinationURL: PackageRoot.file("frontend")
    )
    let ports = [try freePort(), try freePort(), try freePort()]
    let text = zip(["DATABASE_PORT", "BACKEND_PORT", "FRONTEND_PORT"], ports)
      .map { "\($0)=\($1)\n" }.joined()
    try text.write(to: folder.appending(path: ".env"), atomically: true, encoding: .utf8)

    let infra = Run.built("infra")
    let made = try Run.finish(infra, ["secrets", "init", "dev"], in: folder)
    #expect(made.status == 0, "\(made.text)")
    let values = try String(contentsOf: folder.appending(path: ".env"), encoding: .utf8)
    MadeValues.note(file: values)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let dev = try Started(
      [infra, "dev", "--engine", "local", "--no-page"],
      in: folder,
      variables: ["PATH": programs.path + ":" + path]
    )
    try await dev.says("Ctrl-C stops everything.", within: .seconds(120))
    for (port, path) in [(ports[1], "/readyz"), (ports[2], "/")] {
      let url = try #require(URL(string: "http://localhost:\(port)\(path)"))
      let answer = try await ChildProcess(
        "curl",
        ["-sS", "-o", "/dev/null", "-w", "%{http_code}", url.absoluteString]
      ).run()
      #expect(answer.output == "200", "\(answer.errors)")
    }
    dev.signal(SIGINT)
    #expect(dev.status() == 0)
    #expect(processes(in: folder) == [])
  }
}
