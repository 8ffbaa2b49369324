import Crypto
import Foundation
import HTTPTypes
import JWTKit
import NIOCore
import Testing

@testable import backend

extension BackendSuite {
  @Suite("sessions")
  struct AuthTests {
    @Test("a session is opened, renewed and ended")
    func walk() async throws {
      try await TestApp.run { app in
        let person = try await app.person()
        let me = try await app.send("GET", "/me", token: person.access)
        #expect(me.status == 200)
        #expect(me.json["email"] as? String == person.email)
        let body = #"{"refreshToken":"\#(person.refresh)"}"#
        let renewed = try await app.send("POST", "/auth/refresh", body)
        #expect(renewed.status == 200)
        let next = try #require(renewed.json["refreshToken"] as? String)
        #expect(
          try await app.send("POST", "/auth/logout", #"{"refreshToken":"\#(next)"}"#).status == 204
        )
        let ended = try await app.send("POST", "/auth/refresh", #"{"refreshToken":"\#(next)"}"#)
        #expect(ended.status == 401)
      }
    }

    @Test("using a refresh token twice ends the whole log-in")
    func reuse() async throws {
      try await TestApp.run { app in
        let person = try await app.person()
        let other = try await app.logIn(person.email)
        let old = #"{"refreshToken":"\#(person.refresh)"}"#
        let renewed = try await app.send("POST", "/auth/refresh", old)
        let next = try #require(renewed.json["refreshToken"] as? String)
        #expect(try await app.send("POST", "/auth/refresh", old).status == 401)
        let stolen = try await app.send("POST", "/auth/refresh", #"{"refreshToken":"\#(next)"}"#)
        #expect(stolen.status == 401)
        let untouched = try await app.send(
          "POST",
          "/auth/refresh",
          #"{"refreshToken":"\#(other.refresh)"}"#
        )
        #expect(untouched.status == 200)
      }
    }

    @Test("two hundred refreshes of one token at once leave one valid family or none")
    func manyRefreshes() async throws {
      try await TestApp.run { app in
        let person = try await app.person()
        let body = #"{"refreshToken":"\#(person.refresh)"}"#
        let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
          for _ in 0..<200 {
            group.addTask { try await app.send("POST", "/auth/refresh", body) }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        let won = answers.filter { $0.status == 200 }
        #expect(won.count <= 1)
        #expect(answers.allSatisfy { [200, 401].contains($0.status) })
        let unused = try app.server.psql(
          app.databaseName,
          """
          SELECT count(*) FROM refresh_tokens JOIN session_families f ON f.id = family_id
          WHERE used_at IS NULL AND revoked_at IS NULL
          """
        )
        #expect(["0", "1"].contains(unused))
      }
    }

    @Test("a browser keeps the refresh token in a cookie that only its page can use")
    func cookie() async throws {
      try await TestApp.run { app in
        let person = try await app.person()
        let login = #"{"email":"\#(person.email)","password":"\#(TestApp.password)"}"#
        let session = try await app.send(
          "POST",
          "/auth/login",
          headers: [("Origin", TestApp.origin)],
          login
        )
        #expect(session.json["refreshToken"] == nil)
        let cookie = try #require(session["Set-Cookie"])
        for attribute in ["HttpOnly", "Secure", "SameSite=Strict", "Path=/auth", "Max-Age=2592000"]
        {
          #expect(cookie.contains("; \(attribute)"))
        }
        let pair = String(cookie.prefix { $0 != ";" })
        let foreign = try await app.send(
          "POST",
          "/auth/refresh",
          headers: [("Cookie", pair), ("Origin", "https://evil.example")]
        )
        #expect(foreign.status == 403)
        #expect(
          try await app.send("POST", "/auth/refresh", headers: [("Cookie", pair)]).status == 403
        )
        let own = try await app.send(
          "POST",
          "/auth/refresh",
          headers: [("Cookie", pair), ("Origin", TestApp.origin)]
        )
        #expect(own.status == 200)
        let next = String(try #require(own["Set-Cookie"]).prefix { $0 != ";" })
        let out = try await app.send(
          "POST",
          "/auth/logout",
          headers: [("Cookie", next), ("Origin", TestApp.origin)]
        )
        #expect(out.status == 204)
        #expect(out["Set-Cookie"]?.contains("Max-Age=0") == true)
        let ended = try await app.send(
          "POST",
          "/auth/refresh",
          headers: [("Cookie", next), ("Origin", TestApp.origin)]
        )
        #expect(ended.status == 401)
      }
    }

    @Test("attempts to log in are limited for an account and for an address, by all instances")
    func limits() async throws {
      let server = try PostgresServer.shared.get()
      let name = try server.makeDatabase()
      try await TestApp.run(database: name, variables: ["TRUSTED_PROXIES": "1"]) { first in
        let person = try await first.person()
        try await TestApp.run(database: name, variables: ["TRUSTED_PROXIES": "1"]) { second in
          var statuses: [Int] = []
          for index in 0..<12 {
            let app = index % 2 == 0 ? first : second
            let answer = try await app.send(
              "POST",
              "/auth/login",
              headers: [("X-Forwarded-For", "9.9.9.9, 10.0.0.\(index)")],
              #"{"email":"\#(person.email)","password":"wrong password"}"#
            )
            statuses.append(answer.status)
            if answer.status == 429 { #expect(Int(answer["Retry-After"] ?? "") ?? 0 > 0) }
          }
          #expect(statuses == Array(repeating: 401, count: 10) + [429, 429])
          var refused = 0
          for index in 0..<110 {
            let answer = try await first.send(
              "POST",
              "/auth/login",
              headers: [("X-Forwarded-For", "1.2.3.\(index), 10.9.9.9")],
              #"{"email":"nobody\#(index)@example.com","password":"wrong password"}"#
            )
            if answer.status == 429 { refused += 1 }
          }
          #expect(refused == 10)
        }
      }
    }

    @Test("a forwarding header is believed only as far as proxies are trusted")
    func addresses() throws {
      let direct = ClientAddress(trustedProxies: 0)
      let one = ClientAddress(trustedProxies: 1)
      let peer = try SocketAddress(ipAddress: "10.0.0.1", port: 1)
      let headers: HTTPFields = [HTTPField.Name("X-Forwarded-For")!: "6.6.6.6, 1.2.3.4"]
      #expect(direct.find(headers, peer: peer) == "10.0.0.1")
      #expect(one.find(headers, peer: peer) == "1.2.3.4")
      #expect(ClientAddress(trustedProxies: 3).find(headers, peer: peer) == "10.0.0.1")
      #expect(one.find([:], peer: peer) == "10.0.0.1")
      let mapped = try SocketAddress(ipAddress: "::ffff:10.0.0.7", port: 1)
      #expect(direct.find([:], peer: mapped) == "10.0.0.7")
      let v6 = try SocketAddress(ipAddress: "2001:db8:1:2:3:4:5:6", port: 1)
      #expect(direct.find([:], peer: v6) == "20010db800010002/64")
    }

    @Test("secrets rotate without logging anyone out")
    func rotation() async throws {
      let server = try PostgresServer.shared.get()
      let name = try server.makeDatabase()
      let old = [
        "JWT_ACCESS_SECRET": String(repeating: "old access ", count: 4),
        "JWT_REFRESH_SECRET": String(repeating: "old refresh ", count: 4),
      ]
      let person = try await TestApp.run(database: name, variables: old) { try await $0.person() }
      let body = #"{"refreshToken":"\#(person.refresh)"}"#
      let both = [
        "JWT_ACCESS_SECRET_PREVIOUS": old["JWT_ACCESS_SECRET"] ?? "",
        "JWT_REFRESH_SECRET_PREVIOUS": old["JWT_REFRESH_SECRET"] ?? "",
      ]
      let next = try await TestApp.run(database: name, variables: both) { app in
        #expect(try await app.send("GET", "/me", token: person.access).status == 200)
        let renewed = try await app.send("POST", "/auth/refresh", body)
        #expect(renewed.status == 200)
        return try #require(renewed.json["refreshToken"] as? String)
      }
      try await TestApp.run(database: name) { app in
        #expect(try await app.send("GET", "/me", token: person.access).status == 401)
        let renewed = try await app.send("POST", "/auth/refresh", #"{"refreshToken":"\#(next)"}"#)
        #expect(renewed.status == 200)
      }
    }

    @Test("forged tokens are refused, whatever is wrong with them")
    func forgeries() async throws {
      try await TestApp.run { app in
        let person = try await app.person()
        func refused(_ token: String, _ what: Comment) async throws {
          #expect(try await app.send("GET", "/me", token: token).status == 401, what)
        }
        let parts = person.access.split(separator: ".").map(String.init)
        let header = String(decoding: try #require(Base64URL.decode(parts[0])), as: UTF8.self)
        let none = Base64URL.encode(
          Array(header.replacingOccurrences(of: "HS256", with: "none").utf8)
        )
        try await refused("\(none).\(parts[1]).", "alg none")
        try await refused("\(none).\(parts[1]).\(parts[2])", "alg none with a signature")
        let other = Base64URL.encode(
          Array(header.replacingOccurrences(of: "HS256", with: "HS512").utf8)
        )
        try await refused("\(other).\(parts[1]).\(parts[2])", "another algorithm")
        let admin = String(decoding: try #require(Base64URL.decode(parts[1])), as: UTF8.self)
          .replacingOccurrences(of: "requester", with: "admin")
        try await refused(
          "\(parts[0]).\(Base64URL.encode(Array(admin.utf8))).\(parts[2])",
          "tampered"
        )
        try await refused(person.refresh, "a refresh token")
        try await refused(person.access + "A", "a longer signature")
        try await refused(String(person.access.dropLast()), "a shorter signature")
        try await refused("\(parts[0]).\(parts[1])", "no signature")
        try await refused("", "nothing")
        let last = try #require(person.access.last)
        for change in "ABCDEFGHabcdefgh0123-_" where change != last {
          try await refused(String(person.access.dropLast()) + String(change), "the last character")
        }
        func signed(_ key: String, use: String = "access", lives: Double = 60) async throws
          -> String
        {
          let kid = String(header.split(separator: "\"").first { $0.count == 16 } ?? "")
          let keys = await JWTKeyCollection().add(
            hmac: HMACKey(from: key),
            digestAlgorithm: .sha256,
            kid: JWKIdentifier(string: kid)
          )
          let claims = AccessClaims(
            sub: SubjectClaim(value: person.id),
            exp: ExpirationClaim(value: Date() + lives),
            iat: IssuedAtClaim(value: Date()),
            role: "admin",
            use: use
          )
          return try await keys.sign(claims, kid: JWKIdentifier(string: kid))
        }
        let key = app.settings.access.current
        #expect(try await app.send("GET", "/me", token: signed(key)).status == 200)
        try await refused(signed(key + "x"), "the wrong key")
        try await refused(signed(app.settings.refresh.current), "the other key")
        try await refused(signed(key, lives: -1), "expired")
        try await refused(signed(key, use: "refresh"), "the other kind under this key")
        let asRefresh = try await app.send(
          "POST",
          "/auth/refresh",
          #"{"refreshToken":"\#(person.access)"}"#
        )
        #expect(asRefresh.status == 401)
      }
    }

    @Test("no log line holds a password, a token or a secret")
    func quietLogs() async throws {
      try await TestApp.run { app in
        let person = try await app.person()
        _ = try await app.send("POST", "/auth/refresh", #"{"refreshToken":"\#(person.refresh)"}"#)
        _ = try await app.send("GET", "/tickets?cursor=\(person.access)", token: person.access)
        let log = app.log.text
        #expect(log.contains("/auth/refresh"))
        for secret in [
          TestApp.password, person.access, person.refresh, app.settings.access.current,
          app.settings.refresh.current, "correct horse", "correct%20horse",
        ] { #expect(!log.contains(secret)) }
      }
    }
  }
}
