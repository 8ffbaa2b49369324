import HTTPTypes
import Hummingbird

/// Tickets: opened by requesters, worked on by agents.
extension Services {
  private static let priorities = Shape.choice(Priority.allCases.map(\.rawValue))

  private static let draft = BodyShape(
    name: "TicketDraft",
    fields: [
      .required("title", .text(1...200)),
      .required("description", .text(1...10_000)),
      .optional("priority", priorities),
      .optional("dueAt", .dateTime),
    ]
  )

  private static let change = BodyShape(
    name: "TicketChange",
    fields: [
      .optional("title", .text(1...200)),
      .optional("description", .text(1...10_000)),
      .optional("priority", priorities),
      .optional("dueAt", .dateTime),
    ],
    minimum: 1
  )

  private static let assignment = BodyShape(
    name: "Assignment",
    fields: [.required("assigneeId", .nullable(.identifier))]
  )

  private static let status = QueryParameter(
    name: "status",
    shape: .choice(["open", "assigned", "resolved"]),
    summary: "Only tickets in this state."
  )
  private static let priority = QueryParameter(
    name: "priority",
    shape: priorities,
    summary: "Only tickets of this priority."
  )
  private static let assignee = QueryParameter(
    name: "assigneeId",
    shape: .identifier,
    summary: "Only tickets of this agent."
  )
  private static let requester = QueryParameter(
    name: "requesterId",
    shape: .identifier,
    summary: "Only tickets of this requester."
  )
  private static let overdue = QueryParameter(
    name: "overdue",
    shape: .boolean,
    summary: "Only tickets that are unresolved and past their due time, or only the others."
  )

  private static let one = Endpoint.Answer(status: .ok, summary: "The ticket.", schema: "Ticket")

  /// The operations.
  var ticketEndpoints: [Endpoint] {
    [
      Endpoint(
        method: .get,
        path: "/tickets",
        operation: "listTickets",
        summary: "The tickets that the caller may see, newest first.",
        access: .role(.requester),
        query: [
          Self.status, Self.priority, Self.assignee, Self.requester, Self.overdue, .limit, .cursor,
        ],
        answer: .init(status: .ok, summary: "A page of tickets.", schema: "TicketPage"),
        handle: list
      ),
      Endpoint(
        method: .post,
        path: "/tickets",
        operation: "createTicket",
        summary: "Opens a ticket; without a due time, its priority gives it one.",
        access: .role(.requester),
        body: Self.draft,
        answer: .init(status: .created, summary: "The ticket.", schema: "Ticket"),
        handle: { call in
          let draft = try await call.fields(Self.draft)
          return .json(try await tickets.add(draft, by: try call.caller()), status: .created)
        }
      ),
      Endpoint(
        method: .get,
        path: "/tickets/{id}",
        operation: "readTicket",
        summary: "One ticket.",
        access: .role(.requester),
        answer: Self.one,
        handle: { call in .json(try await tickets.find(try call.id(), for: try call.caller())) }
      ),
      Endpoint(
        method: .patch,
        path: "/tickets/{id}",
        operation: "updateTicket",
        summary: "Changes a ticket; priority and due time are for agents.",
        access: .role(.requester),
        body: Self.change,
        answer: Self.one,
        problems: [.forbidden, .conflict],
        handle: { call in
          let id = try call.id()
          let change = try await call.fields(Self.change)
          return .json(try await tickets.update(id, change, by: try call.caller()))
        }
      ),
      Endpoint(
        method: .post,
        path: "/tickets/{id}/assign",
        operation: "assignTicket",
        summary: "Gives a ticket to an agent, or to nobody.",
        access: .role(.agent),
        body: Self.assignment,
        answer: Self.one,
        problems: [.conflict],
        handle: { call in
          let id = try call.id()
          let agent = try await call.fields(Self.assignment)["assigneeId"]
          return .json(try await tickets.assign(id, to: agent, by: try call.caller()))
        }
      ),
      Endpoint(
        method: .post,
        path: "/tickets/{id}/resolve",
        operation: "resolveTicket",
        summary: "Closes a ticket for good.",
        access: .role(.requester),
        answer: Self.one,
        problems: [.conflict],
        handle: { call in .json(try await tickets.resolve(try call.id(), by: try call.caller())) }
      ),
    ]
  }

  @Sendable private func list(_ call: Call) async throws -> Response {
    let limit = try call.limit()
    let found = try await tickets.list(
      Tickets.Query(
        status: try call.query(Self.status),
        priority: try call.query(Self.priority),
        assignee: try call.query(Self.assignee),
        requester: try call.query(Self.requester),
        isOverdue: try call.query(Self.overdue).map { $0 == "true" },
        after: try call.query(.cursor)
      ),
      limit: limit + 1,
      for: try call.caller()
    )
    return .json(Page(found, limit: limit) { $0.id })
  }
}
