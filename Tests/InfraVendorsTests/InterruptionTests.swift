import Foundation
import InfraSerialization
import Synchronization
import TestSupport
import Testing

@testable import InfraVendors

/// A rollback that is killed, or loses an answer, at any point, and is resumed.
@Suite(
  "infra rollback --resume",
  .needsPython(),
  .needsProgram("curl"),
  .needsProgram("git"),
  .serialized
)
struct InterruptionTests {
  @Test(
    "killed between any two calls and resumed, it ends as if it had not been",
    arguments: ["main", "railway"]
  )
  func killed(deployment: String) async throws {
    let shop = try await RollbackShop()
    #expect(try await shop.run("prod", "--deployment", deployment, "--apply").status == 0)
    let wanted = try await shop.hosted()
    let calls = try await shop.server.effects()
    #expect(calls.count > 3)

    var point = 1
    while true {
      try await shop.reset()
      let first = try await shop.run("prod", "--deployment", deployment, "--apply", dyingAt: point)
      if first.status == 0 { break }
      try #require(first.status == 128 + SIGKILL, "point \(point): \(first.errors)")
      let resumed = try await shop.run("prod", "--deployment", deployment, "--resume")
      #expect(resumed.status == 0, "point \(point): \(resumed.output)\(resumed.errors)")
      #expect(try await shop.hosted() == wanted, "point \(point)")
      // Every call took effect once, in order. What the journal calls a repetition is of a call
      // that never arrived, so nothing happened twice.
      #expect(try await shop.server.effects() == calls, "point \(point)")
      let requests = try await shop.server.log().filter { $0["changes"]?.flag == true }
      #expect(requests.count == calls.count, "point \(point)")
      point += 1
    }
    // Before and after each line of the journal and each call.
    #expect(point > calls.count * 4)
  }

  @Test("a call whose answer is lost, before or after it took effect, is found out by looking")
  func unanswered() async throws {
    let shop = try await RollbackShop()
    #expect(try await shop.run("prod", "--apply").status == 0)
    let wanted = try await shop.hosted()
    let calls = try await shop.server.effects()
    for call in calls {
      for kind in ["drop-before", "drop-after", "fail-after"] {
        try await shop.reset()
        try await shop.server.fail([["match": .string(call), "kind": .string(kind)]])
        let first = try await shop.run("prod", "--apply")
        #expect(first.status == 1, "\(kind) \(call)")
        let resumed = try await shop.run("prod", "--resume")
        #expect(resumed.status == 0, "\(kind) \(call): \(resumed.errors)")
        #expect(try await shop.hosted() == wanted, "\(kind) \(call)")
        #expect(try await shop.server.effects() == calls, "\(kind) \(call)")
        let isRepeated = shop.journal().contains("\"event\":\"repeating\"")
        #expect(isRepeated == (kind == "drop-before"), "\(kind) \(call)")
      }
    }
  }

  @Test("a request that is under way when its sender is killed is waited for")
  func underWay() async throws {
    let shop = try await RollbackShop()
    try await shop.server.fail([["match": "srv-api/rollback", "kind": "hold"]])
    let process = Process()
    process.executableURL = URL(filePath: RollbackShop.program)
    process.arguments = ["rollback", "prod", "--apply"]
    process.currentDirectoryURL = shop.folder
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in shop.variables() { variables[name] = value }
    process.environment = variables
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let end = ContinuousClock.now + .seconds(60)
    while try await shop.server.control()["state"]?["arrived"] == nil, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(20))
    }
    let sent = try await shop.server.log().count
    kill(process.processIdentifier, SIGKILL)
    // Not Foundation's waiting: that is for everything that it started, so for the request, too.
    var ended = siginfo_t()
    #expect(waitid(P_PID, id_t(process.processIdentifier), &ended, WEXITED | WNOWAIT) == 0)

    // While the request is under way, the next run asks nothing and does not end.
    let next = Task { try await shop.run("prod", "--resume") }
    let hasEnded = Mutex(false)
    let watch = Task {
      _ = try await next.value
      hasEnded.withLock { $0 = true }
    }
    try await Task.sleep(for: .seconds(2))
    #expect(try await shop.server.log().count == sent)
    #expect(!hasEnded.withLock { $0 })
    _ = try await shop.server.control("/release", .null)
    let resumed = try await next.value
    try await watch.value
    process.waitUntilExit()
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.errors)")
    #expect(try await shop.hosted() == RollbackTests.main)
    #expect(try await shop.server.effects() == RollbackTests.mainCalls)
  }

  @Test("no token is in an argument or a variable of any process that is started")
  func arguments() async throws {
    let shop = try await RollbackShop()
    let programs = shop.folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    let real = try #require(ChildProcess.find("curl"))
    let script = """
      #!/bin/sh
      tr '\\0' ' ' < /proc/$$/cmdline >> '\(programs.path)/seen'
      tr '\\0' ' ' < /proc/$$/environ >> '\(programs.path)/seen'
      exec \(real) "$@"
      """
    let file = programs.appending(path: "curl")
    try script.write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = try await shop.run("prod", "--apply", more: ["PATH": "\(programs.path):\(path)"])
    #expect(run.status == 0, "\(run.errors)")
    let seen = try String(contentsOf: programs.appending(path: "seen"), encoding: .utf8)
    #expect(seen.contains("--config -"))
    for text in [seen, run.output, run.errors, shop.journal()] {
      for token in World.tokens.values { #expect(!text.contains(token)) }
    }
  }
}
