import HTTPTypes
import Hummingbird

/// What happened to tickets, and whom it concerns.
extension Services {
  private static let comment = BodyShape(
    name: "Comment",
    fields: [.required("body", .text(1...10_000))]
  )

  private static let after = QueryParameter(
    name: "cursor",
    shape: .integer(1...999_999_999),
    summary: "The nextCursor of the page before."
  )

  /// The operations.
  var historyEndpoints: [Endpoint] {
    [
      Endpoint(
        method: .get,
        path: "/tickets/{id}/events",
        operation: "listEvents",
        summary: "The history of a ticket, oldest first, with its comments.",
        access: .role(.requester),
        query: [.limit, Self.after],
        answer: .init(status: .ok, summary: "A page of events.", schema: "EventPage"),
        handle: { call in
          let limit = try call.limit()
          let found = try await tickets.events(
            of: try call.id(),
            after: try call.query(Self.after).flatMap { Int($0) } ?? 0,
            limit: limit + 1,
            for: try call.caller()
          )
          return .json(Page(found, limit: limit) { "\($0.id)" })
        }
      ),
      Endpoint(
        method: .post,
        path: "/tickets/{id}/comments",
        operation: "commentTicket",
        summary: "Adds a comment to a ticket.",
        access: .role(.requester),
        body: Self.comment,
        answer: .init(status: .created, summary: "The comment.", schema: "Event"),
        handle: { call in
          let id = try call.id()
          let text = try await call.fields(Self.comment).text("body")
          let event = try await tickets.comment(id, text, by: try call.caller())
          return .json(event, status: .created)
        }
      ),
      Endpoint(
        method: .get,
        path: "/notifications",
        operation: "listNotifications",
        summary: "The escalations that the caller should look at, newest first.",
        access: .role(.agent),
        query: [.limit, Self.after],
        answer: .init(status: .ok, summary: "A page.", schema: "NotificationPage"),
        handle: { call in
          let limit = try call.limit()
          let found = try await tickets.notifications(
            before: try call.query(Self.after).flatMap { Int($0) },
            limit: limit + 1,
            for: try call.caller()
          )
          return .json(Page(found, limit: limit) { "\($0.id)" })
        }
      ),
    ]
  }
}
