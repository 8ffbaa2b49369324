import Foundation
import TestSupport
import Testing

@testable import backend

extension BackendSuite {
  @Suite("infra secrets rotate, with the real backend", .enabled(if: PostgresServer.isInstalled))
  struct RotationTests {
    /// The variables that rotate.
    private static let names = ["JWT_ACCESS_SECRET", "JWT_REFRESH_SECRET"]

    /// How long what they sign is valid, as the fixture's description says.
    private static let lifetime: Duration = .seconds(4)

    /// A folder with a `.env`, whose steps are done by the real command.
    private struct Place {
      let folder: URL

      init() throws {
        folder = try PackageRoot.temporaryFolder()
        try "// a package".write(
          to: folder.appending(path: "Package.swift"),
          atomically: true,
          encoding: .utf8
        )
        try FileManager.default.createDirectory(
          at: folder.appending(path: "generated/rotation"),
          withIntermediateDirectories: true
        )
        let lines = names.map { "\($0)=\(MadeValues.make())\n" }.joined()
        try lines.write(to: file, atomically: true, encoding: .utf8)
      }

      private var file: URL { folder.appending(path: "generated/rotation/.env") }

      /// What a process gets of the file.
      func variables() throws -> [String: String] {
        let text = try String(contentsOf: file, encoding: .utf8)
        var found: [String: String] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("JWT_") {
          let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
          found[parts[0]] = parts[1]
          MadeValues.note(parts[1])
        }
        return found
      }

      /// Does a step of both secrets; the exit codes, and what was said.
      func step(_ number: Int) throws -> (codes: [Int32], said: String) {
        let program = URL(fileURLWithPath: Binary.path).deletingLastPathComponent()
          .appending(path: "infra-dev-fixture").path
        var said = ""
        let codes = try names.map { name in
          let arguments = ["secrets", "rotate", "rotation", name, "--step", "\(number)", "--apply"]
          let child = try ChildProcess([program] + arguments, directory: folder.path)
          let ended = try ChildProcess.finished(child)
          said += ended.output
          return ended.status
        }
        return (codes, said)
      }
    }

    /// A running `backend serve`.
    private struct Server {
      let port: Int
      let process: ChildProcess

      init(_ url: String, _ variables: [String: String]) async throws {
        port = try freePort()
        process = try Binary.start(["serve"], Binary.variables(url, port: port, variables))
        let end = ContinuousClock.now + .seconds(60)
        while (try? await RawHTTP.send("GET", "/readyz", port: port))?.status != 200 {
          guard ContinuousClock.now < end, !process.hasEnded else {
            throw PostgresServer.Failure(description: "never ready: \(process.output)")
          }
          try await Task.sleep(for: .milliseconds(50))
        }
      }

      func post(_ path: String, _ body: String) async throws -> Answer {
        let headers = [("Content-Type", "application/json")]
        return try await RawHTTP.send(
          "POST",
          path,
          port: port,
          headers: headers,
          body: [UInt8](body.utf8)
        )
      }

      /// Whether it takes an access token.
      func takes(_ token: String) async throws -> Bool {
        let headers = [("Authorization", "Bearer \(token)")]
        return try await RawHTTP.send("GET", "/me", port: port, headers: headers).status == 200
      }

      /// Signs in: an access token, and a refresh token.
      func logIn(_ email: String) async throws -> Tokens {
        try Tokens(
          await post(
            "/auth/login",
            #"{"email":"\#(email)","password":"correct horse battery","delivery":"body"}"#
          )
        )
      }

      /// Exchanges a refresh token; nil where it is refused.
      func renew(_ token: String) async throws -> Tokens? {
        let answer = try await post("/auth/refresh", #"{"refreshToken":"\#(token)"}"#)
        return answer.status == 200 ? try Tokens(answer) : nil
      }

      func stop() async throws {
        process.signal(SIGTERM)
        _ = try await process.ended()
      }
    }

    private struct Tokens {
      let access: String
      let refresh: String

      init(_ answer: Answer) throws {
        access = try #require(answer.json["accessToken"] as? String, "\(answer)")
        refresh = try #require(answer.json["refreshToken"] as? String, "\(answer)")
      }
    }

    @Test(
      "tokens of before, during and after each step keep working, and in the end the old key is out"
    )
    func rotation() async throws {
      let place = try Place()
      defer { try? FileManager.default.removeItem(at: place.folder) }
      let postgres = try PostgresServer.shared.get()
      let url = postgres.url(try postgres.makeDatabase())
      #expect(try await Binary.run(["migrate", "deploy"], ["DATABASE_URL": url]).status == 0)
      let original = try place.variables()

      let first = try await Server(url, original)
      let email = "rotation@example.com"
      let created = try await first.post(
        "/auth/register",
        #"{"email":"\#(email)","password":"correct horse battery","name":"A person"}"#
      )
      #expect(created.status == 201)
      let before = try await first.logIn(email)
      // One that is never exchanged, and so is signed with the old key to the end.
      let forgotten = try await first.logIn(email)

      // Nothing is done out of order.
      for number in [2, 3, 4] {
        let early = try place.step(number)
        #expect(early.codes == [1, 1], "\(early.said)")
        #expect(early.said.contains("must wait for step 1"))
      }
      #expect(try place.variables() == original)

      // 1 and 2: while instances with and without the next value run, all take all tokens.
      #expect(try place.step(1).codes == [0, 0])
      let tooEarly = try place.step(3)
      #expect(tooEarly.codes == [1, 1])
      #expect(tooEarly.said.contains("must wait for step 2"))
      let second = try await Server(url, place.variables())
      let added = try await second.logIn(email)
      for server in [first, second] {
        for token in [before.access, forgotten.access, added.access] {
          #expect(try await server.takes(token))
        }
      }
      let renewed = try #require(try await first.renew(added.refresh))
      try await first.stop()
      #expect(try place.step(2).codes == [0, 0])

      // 3: while the signer switches, old signers and new ones take each other's tokens.
      let start = ContinuousClock.now
      #expect(try place.step(3).codes == [0, 0])
      let exchanged = try place.variables()
      for name in Self.names { #expect(exchanged[name + "_PREVIOUS"] == original[name]) }
      let third = try await Server(url, exchanged)
      let after = try await third.logIn(email)
      for server in [second, third] {
        for token in [before.access, forgotten.access, renewed.access, after.access] {
          #expect(try await server.takes(token))
        }
      }
      let late = try await second.logIn(email)
      #expect(try await third.takes(late.access))
      let carried = try #require(try await third.renew(renewed.refresh))
      let back = try #require(try await second.renew(after.refresh))
      try await second.stop()

      // 4: refused until nothing that the old key signed is valid, and then done.
      let waiting = try place.step(4)
      // On a busy machine it may be time already: then the step is done at the first try.
      let waited = ContinuousClock.now - start
      #expect(waited >= Self.lifetime || waiting.codes == [1, 1], "\(waiting.said)")
      if waiting.codes.contains(1) { #expect(waiting.said.contains("must stay until")) }
      try await Task.sleep(for: Self.lifetime + .seconds(2))
      let dropped = try place.step(4)
      // Each is done at one of the two tries, and only once.
      for (first, second) in zip(waiting.codes, dropped.codes) {
        #expect([first, second].sorted() == [0, 1], "\(waiting.said)\(dropped.said)")
      }
      let last = try place.variables()
      #expect(last.keys.sorted() == Self.names)
      let fourth = try await Server(url, last)
      #expect(try await fourth.takes(carried.access))
      #expect(try await fourth.renew(carried.refresh) != nil)
      // The old key signed these.
      for token in [before.access, forgotten.access, late.access, back.access] {
        #expect(try await !fourth.takes(token))
      }
      #expect(try await fourth.renew(forgotten.refresh) == nil)
      #expect(try await fourth.renew(before.refresh) == nil)
      try await third.stop()
      try await fourth.stop()

      // What was said never held a value.
      for value in Set(original.values).union(exchanged.values) {
        #expect(!(tooEarly.said + waiting.said + dropped.said).contains(value))
      }
    }
  }
}
