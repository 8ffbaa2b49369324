import Foundation
import TestSupport
import Testing

@testable import InfraPage

@Suite("The server of the page, over real sockets", .needsProgram("curl"))
struct ServerTests {
  @Test("the page and its parts are served with a strict policy and without cookies")
  func parts() async throws {
    try await serving { page, _ in
      for (part, type) in [
        ("", "text/html"), ("app.js", "text/javascript"), ("style.css", "text/css"),
        ("icon.svg", "image/svg+xml"),
      ] {
        let answer = try await curl(page + part)
        #expect(answer.status == 200, "\(part)")
        #expect(answer.head.contains("content-type: \(type); charset=utf-8"))
        #expect(answer.head.contains("default-src 'none'; script-src 'self'; style-src 'self';"))
        #expect(answer.head.contains("x-content-type-options: nosniff"))
        #expect(answer.head.contains("cache-control: no-store"))
        #expect(!answer.head.contains("set-cookie"))
        #expect(!answer.head.contains("access-control-allow-origin"))
      }
      let html = try await curl(page).body
      #expect(!html.contains("http:") && !html.contains("https:"), "no outside asset")
      #expect(!html.contains("style=") && !html.contains("onclick"))
    }
  }

  @Test("without the token, or with another, there is nothing")
  func token() async throws {
    try await serving { page, _ in
      let root = page.split(separator: "/").prefix(2).joined(separator: "//")
      let token = String(page.split(separator: "/")[2])
      #expect(token.count == 32)
      let other = String(repeating: "0", count: 32)
      for path in [
        "/", "/app.js", "/events", "/\(other)/", "/\(other)/events", "/\(token)", "/\(token)x/",
        "/\(token.dropLast())/", "/\(token)/nothing", "/\(token)/../app.js", "//\(token)/",
      ] {
        let answer = try await curl(root + path, ["--path-as-is"])
        #expect(answer.status == 404, "\(path)")
        #expect(!answer.body.contains("infra dev"))
      }
      #expect(try await curl(page, ["-X", "POST", "-d", "x=1"]).status == 405)
    }
  }

  @Test("a request by the name of another site is refused, whatever it leads to")
  func rebinding() async throws {
    try await serving { page, _ in
      for (header, wanted) in [
        ("Host: evil.example", 404), ("Host: 127.0.0.1.evil.example", 404),
        ("Host: localhost.evil", 404), ("Host: [::1]", 404), ("Host: 0.0.0.0", 404),
        ("Host;", 404), ("Host: localhost:99", 200), ("Host: LOCALHOST", 200),
      ] {
        let status = try await curl(page, ["-H", header]).status
        #expect(status == wanted, "\(header)")
      }
    }
  }

  @Test("it listens on 127.0.0.1 and no other address")
  func address() async throws {
    try await serving { page, _ in
      #expect(page.hasPrefix("http://127.0.0.1:"))
      let other = page.replacing("127.0.0.1", with: "127.0.0.2")
      let result = try await ChildProcess(
        "curl",
        ["-sS", "--max-time", "5", "-H", "Host: localhost", other]
      ).run()
      #expect(result.status == 7, "curl could connect: \(result.errors)")
    }
  }

  @Test("events begin with the plan, the states and the last lines, and end with the input")
  func events() async throws {
    try await serving { page, board in
      try board.take(.plan(plan("api")))
      try board.take(.state(ResourceState(resource: "api", state: .starting)))
      try board.take(.log(line("first\nsecond </script> \u{1B}[31mred")))
      async let stream = curl(page + "events")
      try await until { board.readers == 1 }
      try board.take(.state(ResourceState(resource: "api", state: .healthy)))
      try board.take(.log(line("last")))
      try board.take(.ready(seconds: 1.5))
      board.finish()
      let answer = try await stream
      #expect(answer.head.contains("content-type: text/event-stream; charset=utf-8"))
      let events = Event.all(in: answer.body)
      #expect(events.first?.name == "plan")
      #expect(events.last?.name == "end")
      #expect(events.contains { $0.name == "ready" && $0.data.contains("1.5") })
      #expect(events.contains { $0.data.contains(#""state":"healthy""#) })
      // Whatever a line holds, it is one line of an event: nothing in it can start another.
      #expect(events.contains { $0.data.contains(#"first\nsecond <\/script> \u001b[31mred"#) })
      #expect(events.last { $0.name == "log" }?.id == "2")
    }
  }

  @Test("a browser that comes back gets the lines that it has not seen, each once")
  func replay() async throws {
    try await serving { page, board in
      for number in 1...450 { try board.take(.log(line("line \(number)."))) }
      async let all = curl(page + "events")
      async let rest = curl(page + "events", ["-H", "Last-Event-ID: 440"])
      try await until { board.readers == 2 }
      board.finish()
      let whole = try await all.body
      let part = try await rest.body
      for number in 1...450 {
        #expect(whole.components(separatedBy: "\"line \(number).\"").count == 2, "\(number)")
      }
      #expect(!part.contains("\"line 440.\""))
      #expect(part.contains("\"line 441.\"") && part.contains("\"line 450.\""))
    }
  }

  @Test("the graph is drawn once there is a plan, with names as text")
  func graph() async throws {
    try await serving { page, board in
      #expect(try await curl(page + "graph.svg").status == 404)
      try board.take(.plan(plan("api", "<img src=x>")))
      let answer = try await curl(page + "graph.svg")
      #expect(answer.status == 200)
      #expect(answer.head.contains("content-type: image/svg+xml"))
      #expect(answer.body.contains("data-name=\"&lt;img src=x&gt;\""))
      #expect(!answer.body.contains("<img"))
    }
  }

  @Test("a reader that went away gives its place back")
  func gone() async throws {
    try await serving(heartbeat: .milliseconds(50)) { page, board in
      let result = try await ChildProcess("curl", ["-sSN", "--max-time", "1", page + "events"])
        .run()
      #expect(result.status == 28)
      try await until { board.readers == 0 }
    }
  }
}

@Suite("The program of the page", .needsProgram("curl"))
struct ProgramTests {
  @Test("it prints its address, notes what it cannot read, and exits with 0 at the end of input")
  func run() async throws {
    let input = [
      #"{"type":"plan","environment":"dev","resources":[{"name":"api","kind":"service"}]}"#,
      "not a message", "", #"{"type":"state","resource":"api","state":"asleep"}"#,
      #"{"type":"ready","seconds":1}"#,
    ].joined(separator: "\n")
    let program = PackageRoot.file(".build/debug/infra-page").path
    let result = try await ChildProcess(program, input: input, limit: .seconds(120)).run()
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(
      try #require(lines.first).wholeMatch(
        of: /\{"url":"http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/"\}/
      ) != nil
    )
    #expect(
      result.errors == """
        infra-page: note: line 2 was ignored: it is not a JSON object
        infra-page: note: line 4 was ignored: 'state' is none of the allowed words

        """
    )
  }

  @Test("it serves while its input is open, does not mind Ctrl-C, and each start has its own token")
  func serving() async throws {
    var tokens: Set<String> = []
    for _ in 0..<2 {
      let process = Process()
      process.executableURL = PackageRoot.file(".build/debug/infra-page")
      let input = Pipe()
      let output = Pipe()
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      defer { process.terminate() }
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      let url = try #require(line.split(separator: "\"").first { $0.hasPrefix("http") })
      tokens.insert(String(url))
      kill(process.processIdentifier, SIGINT)
      #expect(try await curl(String(url)).status == 200)
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 0)
    }
    #expect(tokens.count == 2)
  }
}

/// Serves a board's page while a body runs, and ends the input behind it.
private func serving(
  heartbeat: Duration = .seconds(10),
  _ body: (String, Board) async throws -> Void
) async throws {
  let board = Board()
  let (pages, announce) = AsyncStream<String>.makeStream()
  let server = Task {
    defer { announce.finish() }
    try await PageServer(board: board, heartbeat: heartbeat, farewell: .seconds(60)).serve {
      announce.yield($0)
    }
  }
  var iterator = pages.makeAsyncIterator()
  let page = try #require(await iterator.next())
  let result: Result<Void, any Error>
  do { result = .success(try await body(page, board)) } catch { result = .failure(error) }
  board.finish()
  try await server.value
  try result.get()
}

private struct CurlFailed: Error {
  let words: String
}

private struct Answer {
  let status: Int
  let head: String
  let body: String
}

private func curl(_ url: String, _ more: [String] = []) async throws -> Answer {
  let result = try await ChildProcess(
    "curl",
    ["-sSiN", "--max-time", "120"] + more + [url],
    limit: .seconds(150)
  ).run()
  guard result.status == 0 else { throw CurlFailed(words: result.errors) }
  let parts = result.output.split(separator: "\r\n\r\n", maxSplits: 1)
  let head = parts[0].lowercased()
  return Answer(
    status: Int(head.split(separator: " ")[1]) ?? 0,
    head: head,
    body: parts.count > 1 ? String(parts[1]) : ""
  )
}

private struct Event {
  var name = ""
  var data = ""
  var id: String?

  static func all(in body: String) -> [Event] {
    body.split(separator: "\n\n").compactMap { block in
      var event = Event()
      for line in block.split(separator: "\n") {
        if line.hasPrefix("event: ") { event.name = String(line.dropFirst(7)) }
        if line.hasPrefix("data: ") { event.data += line.dropFirst(6) }
        if line.hasPrefix("id: ") { event.id = String(line.dropFirst(4)) }
      }
      return event.name.isEmpty ? nil : event
    }
  }
}

/// Waits for a fact, generously.
private func until(_ fact: () -> Bool) async throws {
  for _ in 0..<6_000 {
    if fact() { return }
    try await Task.sleep(for: .milliseconds(20))
  }
  Issue.record("it did not happen within 120 s")
}
