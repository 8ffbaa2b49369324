import Foundation
import NIOCore
import Testing

@testable import backend

extension BackendSuite {
  @Suite("hardening")
  struct HardeningTests {
    @Test("a body over the limit is refused, told or untold")
    func bodies() async throws {
      try await TestApp.run { app in
        let huge = String(repeating: "x", count: 70_000)
        let body = #"{"email":"\#(huge)","password":"x"}"#
        #expect(try await app.send("POST", "/auth/login", body).status == 413)
        let head = "POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        let chunk = "11170\r\n\(huge)\r\n0\r\n\r\n"
        let bytes = Array(
          (head + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunk).utf8
        )
        let answer = try RawHTTP.parse(try await RawHTTP.exchange(port: app.port, [bytes]))
        #expect(answer.status == 413)
      }
    }

    @Test("a client that trickles its head or its body is cut off")
    func slowness() async throws {
      let limits = RequestDeadlines.Limits(head: .milliseconds(800), body: .milliseconds(800))
      try await TestApp.run(limits: limits) { app in
        let head = "POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        for text in [head, head + "Content-Length: 60\r\n\r\n{"] {
          let pieces = [Array(text.utf8)] + (0..<60).map { _ in Array("X-A: b\r\n".utf8) }
          let start = ContinuousClock.now
          _ = try? await RawHTTP.exchange(port: app.port, pieces, pause: .milliseconds(100))
          #expect(start.duration(to: .now) < .seconds(4))
        }
        let alive = try await app.send("GET", "/healthz")
        #expect(alive.status == 200)
      }
    }

    @Test("what is no HTTP, no JSON or no UTF-8 is refused and harms nobody")
    func nonsense() async throws {
      try await TestApp.run { app in
        let bad: [[UInt8]] = [
          Array("GET / HTTP/9.9\r\n\r\n".utf8), Array("\u{0}\u{1}\u{2}\r\n\r\n".utf8),
          Array("GET /healthz HTTP/1.1\r\nX: a\u{0}b\r\n\r\n".utf8),
          Array(
            "POST /auth/login HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}".utf8
          ),
          Array("GET /healthz HTTP/1.1\r\n".utf8)
            + Array(repeating: UInt8(ascii: "a"), count: 90_000),
        ]
        for bytes in bad {
          let received = try await RawHTTP.exchange(
            port: app.port,
            [bytes + Array("\r\n\r\n".utf8)],
            limit: .seconds(2)
          )
          let text = String(decoding: received, as: UTF8.self)
          #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 4"), "\(text.prefix(100))")
        }
        let bodies: [([UInt8], Int)] = [
          ([0xFF, 0xFE, 0x7B], 400), (Array(#"{"email":"\#u{FFFD}"#.utf8), 400),
          (Array(#"{"email":"\ud800","password":"x"}"#.utf8), 400),
          (Array("{\"email\":\"\u{0}\"}".utf8), 400), (Array("[]".utf8), 422),
          (Array(#"{"email":"a@b","email":"c@d","password":"x"}"#.utf8), 400),
          (Array(repeating: UInt8(ascii: "["), count: 5000), 400), ([], 415),
          ([0x22, 0xC3, 0x28, 0x22], 400),
        ]
        for (body, status) in bodies {
          let type = body.isEmpty ? "text/plain" : "application/json"
          let answer = try await RawHTTP.send(
            "POST",
            "/auth/login",
            port: app.port,
            headers: [("Content-Type", type)],
            body: body
          )
          #expect(answer.status == status, "\(body.prefix(40))")
          #expect(answer["Content-Type"] == "application/problem+json")
        }
        #expect(try await app.send("GET", "/healthz").status == 200)
      }
    }

    @Test("no text of a client's becomes a header")
    func headerInjection() async throws {
      try await TestApp.run { app in
        let paths = ["/x%0d%0aSet-Cookie:%20a=b", "/tickets/%0d%0aX-Evil:1"]
        for path in paths {
          let answer = try await app.send("GET", path)
          #expect(answer["Set-Cookie"] == nil)
          #expect(answer["X-Evil"] == nil)
        }
        let answer = try await app.send("GET", "/healthz", headers: [("X-Request-ID", "evil")])
        #expect(answer["X-Request-ID"] != "evil")
      }
    }

    @Test("only the page's origin may read answers")
    func cors() async throws {
      try await TestApp.run { app in
        let own = try await app.send("GET", "/healthz", headers: [("Origin", TestApp.origin)])
        #expect(own["Access-Control-Allow-Origin"] == TestApp.origin)
        #expect(own["Access-Control-Allow-Credentials"] == "true")
        #expect(own["Vary"] == "Origin")
        let origins = [
          "https://evil.example", "null", TestApp.origin + ".evil.example",
          "http://app.helpdesk.example",
        ]
        for origin in origins {
          let asked = [("Origin", origin), ("Access-Control-Request-Method", "POST")]
          for answer in [
            try await app.send("GET", "/healthz", headers: [("Origin", origin)]),
            try await app.send("OPTIONS", "/tickets", headers: asked),
          ] {
            #expect(answer["Access-Control-Allow-Origin"] == nil)
            #expect(answer["Access-Control-Allow-Methods"] == nil)
          }
          let login = try await app.send(
            "POST",
            "/auth/login",
            headers: [("Origin", origin)],
            #"{"email":"a@b.example","password":"x"}"#
          )
          #expect(login.status == 403)
        }
        let preflight = try await app.send(
          "OPTIONS",
          "/tickets",
          headers: [("Origin", TestApp.origin), ("Access-Control-Request-Method", "POST")]
        )
        #expect(preflight.status == 204)
        #expect(preflight["Access-Control-Allow-Headers"] == "authorization, content-type")
      }
    }

    @Test("no two requests have the same name")
    func names() {
      let names = (0..<10_000).map { _ in RequestName.make() }
      #expect(Set(names).count == names.count)
    }

    @Test("a moment in the log is the calendar's")
    func dates() {
      let known = [
        (0, "1970-1-1"), (11_016, "2000-2-29"), (19_723, "2024-1-1"), (19_782, "2024-2-29"),
        (19_783, "2024-3-1"), (20_088, "2024-12-31"), (47_540, "2100-2-28"), (47_541, "2100-3-1"),
      ]
      for (days, text) in known {
        let date = Clock.date(daysSince1970: days)
        #expect("\(date.year)-\(date.month)-\(date.day)" == text)
      }
    }

    @Test("every answer carries the security headers")
    func headers() async throws {
      try await TestApp.run { app in
        for path in ["/healthz", "/nowhere", "/tickets"] {
          let answer = try await app.send("GET", path)
          #expect(answer["X-Content-Type-Options"] == "nosniff")
          #expect(answer["Cache-Control"] == "no-store")
          #expect(answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'")
          #expect(answer["Strict-Transport-Security"] == "max-age=31536000")
          #expect(answer["X-Request-ID"]?.count == 16)
        }
      }
    }
  }

}
