import Foundation
import Testing

@testable import backend

extension BackendSuite {
  @Suite("the program")
  struct ProcessTests {
    @Test("everything that is missing or malformed is reported at once, within a second, as 78")
    func faults() async throws {
      let start = ContinuousClock.now
      let ended = try await Binary.run(
        ["serve"],
        ["DATABASE_URL": "mysql://x", "JWT_ACCESS_SECRET": "too short", "JOBS": "x", "PORT": "0"]
      )
      #expect(start.duration(to: .now) < .seconds(1))
      #expect(ended.status == 78)
      #expect(
        ended.output == """
          backend serve cannot start: 6 variables are missing or malformed
            DATABASE_URL is malformed: expected a URL such as postgres://user:password@host:5432/name. The Postgres database.
            FRONTEND_URL is missing: The origin of the page that may call the API. Expected an origin such as https://app.example.com, without a path or a trailing slash.
            JWT_ACCESS_SECRET is malformed: expected at least 32 bytes. Signs access tokens.
            JWT_REFRESH_SECRET is missing: Signs refresh tokens. Expected at least 32 bytes.
            JOBS is malformed: expected one of 'in-process', 'worker', 'queue'. Where overdue tickets are escalated.
            PORT is malformed: expected a port from 1 to 65535. The port to listen on.

          """
      )
      let worker = try await Binary.run(["worker"], [:])
      #expect(worker.status == 78)
      #expect(!worker.output.contains("JWT"))
      #expect(try await Binary.run(["migrate", "deploy"], ["DATABASE_URL": ""]).status == 78)
    }

    @Test("two kinds of token under one key are refused")
    func sameSecret() async throws {
      let key = String(repeating: "k", count: 40)
      let ended = try await Binary.run(
        ["serve"],
        Binary.variables(
          "postgres://x/y",
          port: 1,
          ["JWT_ACCESS_SECRET": key, "JWT_REFRESH_SECRET": key]
        )
      )
      #expect(ended.status == 78)
      #expect(ended.output.contains("JWT_REFRESH_SECRET equals JWT_ACCESS_SECRET"))
      #expect(!ended.output.contains(key))
    }

    @Test("an optional secret that is empty counts as absent")
    func emptyOptional() async throws {
      let ended = try await Binary.run(
        ["serve", "--check"],
        Binary.variables("postgres://x/y", port: 1, ["JWT_ACCESS_SECRET_PREVIOUS": ""])
      )
      #expect(ended.status == 0)
    }

    @Test(
      "a request under way is finished after SIGTERM or SIGINT, and the process ends with 0",
      arguments: [SIGTERM, SIGINT]
    )
    func drains(_ signal: Int32) async throws {
      let server = try PostgresServer.shared.get()
      let name = try server.makeDatabase()
      #expect(
        try await Binary.run(["migrate", "deploy"], ["DATABASE_URL": server.url(name)]).status == 0
      )
      let port = try freePort()
      let child = try Binary.start(["serve"], Binary.variables(server.url(name), port: port))
      try await waitUntilReady(port)
      // Registering takes a while, since hashing a password does.
      let body = #"{"email":"a@example.com","password":"correct horse battery","name":"A"}"#
      async let slow = RawHTTP.send(
        "POST",
        "/auth/register",
        port: port,
        headers: [("Content-Type", "application/json")],
        body: Array(body.utf8)
      )
      try await Task.sleep(for: .milliseconds(300))
      child.signal(signal)
      #expect(try await slow.status == 201)
      let ended = try await child.ended(within: .seconds(10))
      #expect(ended.status == 0, "\(ended.output)")
      #expect(ended.output.contains("backend serve ends"))
    }

    @Test("an idle process ends within two seconds of SIGTERM")
    func endsQuickly() async throws {
      let server = try PostgresServer.shared.get()
      let name = try server.makeDatabase()
      for command in ["serve", "worker"] {
        let child = try Binary.start(
          [command],
          Binary.variables(server.url(name), port: try freePort(), ["JOB_INTERVAL_SECONDS": "3600"])
        )
        try await Task.sleep(for: .milliseconds(700))
        let start = ContinuousClock.now
        child.signal(SIGTERM)
        #expect(try await child.ended().status == 0)
        #expect(start.duration(to: .now) < .seconds(2))
      }
    }

    #if os(Linux)
      @Test("with --local only this machine reaches it")
      func local() async throws {
        let server = try PostgresServer.shared.get()
        let url = server.url(try server.makeDatabase())
        #expect(try await Binary.run(["migrate", "deploy"], ["DATABASE_URL": url]).status == 0)
        for (arguments, isReached) in [(["serve"], true), (["serve", "--local"], false)] {
          let port = try freePort()
          let child = try Binary.start(arguments, Binary.variables(url, port: port))
          defer { child.signal(SIGKILL) }
          try await waitUntilReady(port)
          // Linux has this address of its own, as it has those of the network.
          let place = "http://127.0.0.2:\(port)/healthz"
          let asked = try ChildProcess.run(["curl", "-s", "-o", "/dev/null", "-m", "5", place])
          #expect((asked.status == 0) == isReached)
        }
      }
    #endif

    @Test("a database that refuses a connection is told in the server's words")
    func refused() async throws {
      let server = try PostgresServer.shared.get()
      let url = server.url("nowhere")
      let ended = try await Binary.run(["migrate", "status"], ["DATABASE_URL": url])
      #expect(ended.status == 69)
      #expect(
        ended.output.contains(
          "backend migrate: the database cannot be reached: connection to server"
        )
      )
      #expect(ended.output.contains("\"nowhere\" does not exist"))
    }

    @Test("without the database the process lives, says so, and recovers by itself")
    func outage() async throws {
      let server = try PostgresServer()
      let name = try server.makeDatabase()
      let url = server.url(name)
      #expect(try await Binary.run(["migrate", "deploy"], ["DATABASE_URL": url]).status == 0)
      let port = try freePort()
      let child = try Binary.start(["serve"], Binary.variables(url, port: port))
      defer { child.signal(SIGKILL) }
      try await waitUntilReady(port)
      server.kill()
      var seen503 = false
      for _ in 0..<50 where !seen503 {
        let answer = try await RawHTTP.send("GET", "/readyz", port: port)
        seen503 = answer.status == 503
        if seen503 { #expect(answer["Retry-After"] != nil) }
      }
      #expect(seen503)
      #expect(try await RawHTTP.send("GET", "/healthz", port: port).status == 200)
      try server.waitUntilReady()
      try await waitUntilReady(port)
      server.freeze()
      let start = ContinuousClock.now
      let stuck = try await RawHTTP.send("GET", "/readyz", port: port)
      #expect(stuck.status == 503)
      #expect(start.duration(to: .now) < .seconds(9))
      #expect(try await RawHTTP.send("GET", "/healthz", port: port).status == 200)
      server.thaw()
      try await waitUntilReady(port)
      #expect(!child.hasEnded)
    }

    @Test("pending migrations make the process not ready")
    func notMigrated() async throws {
      try await TestApp.run(migrate: false) { app in
        let answer = try await app.send("GET", "/readyz")
        #expect(answer.status == 503)
        #expect(answer.body.contains("backend migrate deploy"))
      }
    }
  }
}

/// Waits until a process says that it is ready.
func waitUntilReady(_ port: Int, within limit: Duration = .seconds(20)) async throws {
  let deadline = ContinuousClock.now + limit
  while ContinuousClock.now < deadline {
    if let answer = try? await RawHTTP.send("GET", "/readyz", port: port), answer.status == 200 {
      return
    }
    try await Task.sleep(for: .milliseconds(50))
  }
  throw PostgresServer.Failure(description: "the process does not become ready")
}
