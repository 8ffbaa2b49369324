import Foundation
import Testing

@testable import backend

extension BackendSuite {
  @Suite("tickets")
  struct TicketTests {
    @Test("a ticket is opened, assigned, commented and resolved, and its history tells")
    func life() async throws {
      try await TestApp.run { app in
        let requester = try await app.person()
        let agent = try await app.person("agent")
        let id = try await app.ticket(requester)
        let assigned = try await app.send(
          "POST",
          "/tickets/\(id)/assign",
          token: agent.access,
          #"{"assigneeId":"\#(agent.id)"}"#
        )
        #expect(assigned.json["status"] as? String == "assigned")
        #expect(assigned.json["requesterName"] as? String == "A person")
        #expect(assigned.json["assigneeName"] as? String == "A person")
        let comment = try await app.send(
          "POST",
          "/tickets/\(id)/comments",
          token: requester.access,
          #"{"body":"still on fire"}"#
        )
        #expect(comment.status == 201)
        let changed = try await app.send(
          "PATCH",
          "/tickets/\(id)",
          token: agent.access,
          #"{"priority":"urgent","dueAt":"2031-05-06T07:08:09.5+02:00"}"#
        )
        #expect(changed.json["dueAt"] as? String == "2031-05-06T05:08:09.5Z")
        let resolved = try await app.send("POST", "/tickets/\(id)/resolve", token: requester.access)
        #expect(resolved.json["status"] as? String == "resolved")
        let again = try await app.send("POST", "/tickets/\(id)/resolve", token: requester.access)
        #expect(again.status == 409)
        #expect(resolved.json["assigneeName"] as? String == "A person")
        let events = try await app.send("GET", "/tickets/\(id)/events", token: requester.access)
        #expect(events.items.allSatisfy { $0["actorName"] as? String == "A person" })
        let kinds = events.items.compactMap { $0["kind"] as? String }
        #expect(kinds == ["created", "assigned", "commented", "updated", "resolved"])
      }
    }

    @Test("every route asks for the right role")
    func roles() async throws {
      try await TestApp.run { app in
        let requester = try await app.person()
        let stranger = try await app.person()
        let agent = try await app.person("agent")
        let admin = try await app.person("admin")
        let id = try await app.ticket(requester)
        let assignment = #"{"assigneeId":null}"#
        let role = #"{"role":"agent"}"#
        let calls: [(String, String, String?, [Int])] = [
          ("GET", "/me", nil, [200, 200, 200, 200]),
          ("GET", "/tickets", nil, [200, 200, 200, 200]),
          ("GET", "/tickets/\(id)", nil, [200, 404, 200, 200]),
          ("PATCH", "/tickets/\(id)", #"{"title":"Fire"}"#, [200, 404, 200, 200]),
          ("PATCH", "/tickets/\(id)", #"{"priority":"high"}"#, [403, 404, 200, 200]),
          ("POST", "/tickets/\(id)/comments", #"{"body":"x"}"#, [201, 404, 201, 201]),
          ("GET", "/tickets/\(id)/events", nil, [200, 404, 200, 200]),
          ("POST", "/tickets/\(id)/assign", assignment, [403, 403, 200, 200]),
          ("GET", "/notifications", nil, [403, 403, 200, 200]),
          ("GET", "/accounts", nil, [403, 403, 200, 200]),
          ("PATCH", "/accounts/\(stranger.id)", role, [403, 403, 403, 200]),
          ("POST", "/tickets/\(id)/resolve", nil, [200, 404, 409, 409]),
        ]
        for (method, path, body, expected) in calls {
          var statuses: [Int] = []
          for person in [requester, stranger, agent, admin] {
            statuses.append(try await app.send(method, path, token: person.access, body).status)
          }
          #expect(statuses == expected, "\(method) \(path)")
          #expect(try await app.send(method, path, body).status == 401, "\(method) \(path)")
        }
      }
    }

    @Test("a list pages through everything once, also while tickets are added")
    func paging() async throws {
      try await TestApp.run { app in
        let requester = try await app.person()
        let other = try await app.person()
        _ = try await app.ticket(other)
        var made: [String] = []
        for _ in 0..<7 { made.append(try await app.ticket(requester)) }
        var seen: [String] = []
        var cursor: String?
        repeat {
          let query = cursor.map { "&cursor=\($0)" } ?? ""
          let page = try await app.send("GET", "/tickets?limit=3\(query)", token: requester.access)
          seen += page.items.compactMap { $0["id"] as? String }
          cursor = page.json["nextCursor"] as? String
          _ = try await app.ticket(requester)
        } while cursor != nil
        #expect(seen == made.reversed())
      }
    }

    @Test("filters narrow a list")
    func filters() async throws {
      try await TestApp.run { app in
        let requester = try await app.person()
        let agent = try await app.person("agent")
        let late = try await app.ticket(requester, dueAt: "2020-01-01T00:00:00Z")
        let open = try await app.ticket(requester)
        let path = "/tickets/\(open)/assign"
        _ = try await app.send("POST", path, token: agent.access, #"{"assigneeId":"\#(agent.id)"}"#)
        func ids(_ query: String) async throws -> [String] {
          let page = try await app.send("GET", "/tickets?\(query)", token: agent.access)
          return page.items.compactMap { $0["id"] as? String }
        }
        #expect(try await ids("overdue=true") == [late])
        #expect(try await ids("overdue=false") == [open])
        #expect(try await ids("status=open&priority=normal") == [late])
        #expect(try await ids("assigneeId=\(agent.id)&requesterId=\(requester.id)") == [open])
        #expect(try await ids("status=resolved") == [])
        for bad in ["status=x", "limit=0", "limit=101", "limit=+5", "assigneeId=1"] {
          #expect(try await app.send("GET", "/tickets?\(bad)", token: agent.access).status == 422)
        }
      }
    }

    @Test("text that looks like SQL, or like anything else, comes back as it was")
    func texts() async throws {
      try await TestApp.run { app in
        let person = try await app.person("agent")
        let texts = [
          "'; DROP TABLE tickets; --", "$1 %s {0} \\", "\u{202E}abc\u{1F600}", "a\nb\tc\u{1}",
          "\"quoted\"", "' OR '1'='1", "\u{FFFF}\u{10FFFF}",
        ]
        for text in texts {
          let body = try JSONSerialization.data(withJSONObject: [
            "title": text, "description": text,
          ])
          let made = try await app.send(
            "POST",
            "/tickets",
            token: person.access,
            String(decoding: body, as: UTF8.self)
          )
          #expect(made.json["title"] as? String == text)
          let id = made.json["id"] as? String ?? ""
          let read = try await app.send("GET", "/tickets/\(id)", token: person.access)
          #expect(read.json["description"] as? String == text)
          let comment = try JSONSerialization.data(withJSONObject: ["body": text])
          let said = try await app.send(
            "POST",
            "/tickets/\(id)/comments",
            token: person.access,
            String(decoding: comment, as: UTF8.self)
          )
          #expect(said.json["body"] as? String == text)
          for field in ["status", "priority", "assigneeId", "requesterId", "cursor", "overdue"] {
            let encoded = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let list = try await app.send(
              "GET",
              "/tickets?\(field)=\(encoded)",
              token: person.access
            )
            #expect(list.status == 422)
          }
          let path =
            "/tickets/" + (text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
          #expect(try await app.send("GET", path, token: person.access).status == 404)
        }
        let zero = try await app.send(
          "POST",
          "/tickets",
          token: person.access,
          #"{"title":"a\u0000b","description":"x"}"#
        )
        #expect(zero.status == 422)
      }
    }
  }
}
