/// What people do with tickets. Each change and its event are one statement, so neither is ever
/// there without the other.
extension Tickets {
  /// Changes what a ticket says, how pressing it is, or when it is due.
  func update(_ id: String, _ change: Fields, by caller: Identity) async throws -> Ticket {
    if caller.role < .agent, change["priority"] != nil || change["dueAt"] != nil {
      _ = try await find(id, for: caller)
      throw Problem.forbidden
    }
    let due = change["dueAt"].flatMap(RFC3339.parse)
    return try await changing(
      id,
      by: caller,
      set: """
        title = COALESCE($4, title), description = COALESCE($5, description),
        priority = COALESCE($6, priority), due_at = COALESCE(\(Self.moment("$7", "$8")), due_at),
        next_escalation_at = COALESCE(\(Self.moment("$7", "$8")), due_at)
          + \(Escalation.delay(beforeLevel: "escalation_level + 1"))
        """,
      kind: "updated",
      [
        Parameter(change["title"]), Parameter(change["description"]),
        Parameter(change["priority"]), Parameter(due?.local), Parameter(due?.offset),
      ]
    )
  }

  /// Gives a ticket to an agent, or to nobody.
  func assign(_ id: String, to agent: String?, by caller: Identity) async throws -> Ticket {
    if let agent {
      let rows = try await database.query(
        "SELECT 1 FROM accounts WHERE id = $1 AND role <> 'requester'",
        [.text(agent)]
      )
      guard rows.first != nil else {
        throw Problem.conflict("the account is no agent")
      }
    }
    return try await changing(
      id,
      by: caller,
      set: "assignee_id = $4::uuid, status = CASE WHEN $4 IS NULL THEN 'open' ELSE 'assigned' END",
      kind: "assigned",
      [Parameter(agent)]
    )
  }

  /// Closes a ticket.
  func resolve(_ id: String, by caller: Identity) async throws -> Ticket {
    try await changing(
      id,
      by: caller,
      set: "status = 'resolved', resolved_at = now(), next_escalation_at = NULL",
      kind: "resolved",
      []
    )
  }

  /// Adds a comment.
  func comment(_ id: String, _ text: String, by caller: Identity) async throws -> Event {
    let rows = try await database.query(
      """
      INSERT INTO ticket_events (ticket_id, kind, actor_id, body)
      SELECT id, 'commented', $2, $4 FROM tickets
      WHERE id = $1 AND ($3 OR requester_id = $2) RETURNING \(Event.columns)
      """,
      [.text(id), .text(caller.account), seesAll(caller), .text(text)]
    )
    guard let row = rows.first else { throw Problem.notFound }
    return try Event(row)
  }

  /// The history of a ticket, oldest first.
  func events(
    of id: String,
    after last: Int,
    limit: Int,
    for caller: Identity
  ) async throws -> [Event] {
    _ = try await find(id, for: caller)
    let rows = try await database.query(
      """
      SELECT \(Event.columns) FROM ticket_events
      WHERE ticket_id = $1 AND id > $2 ORDER BY id LIMIT $3
      """,
      [.text(id), .integer(last), .integer(limit)]
    )
    return try rows.all.map { try Event($0) }
  }

  /// What the caller should look at, newest first.
  func notifications(
    before last: Int?,
    limit: Int,
    for caller: Identity
  ) async throws -> [Notification] {
    var filter = Filter()
    if caller.role < .admin { filter.require("audience = 'agent'") }
    let me = filter.bind(.text(caller.account))
    filter.require("(recipient_id IS NULL OR recipient_id = \(me))")
    if let last { filter.require("id < ", .integer(last)) }
    let bound = filter.bind(.integer(limit))
    let rows = try await database.query(
      "SELECT \(Notification.columns) FROM notifications\(filter.sql) "
        + "ORDER BY id DESC LIMIT \(bound)",
      filter.parameters
    )
    return try rows.all.map { try Notification($0) }
  }

  private func seesAll(_ caller: Identity) -> Parameter {
    .text(caller.role >= .agent ? "true" : "false")
  }

  /// Runs one change on a ticket that is there for the caller and not resolved.
  private func changing(
    _ id: String,
    by caller: Identity,
    set assignments: String,
    kind: String,
    _ parameters: [Parameter]
  ) async throws -> Ticket {
    let rows = try await database.query(
      """
      WITH changed AS (
        UPDATE tickets SET \(assignments), updated_at = now()
        WHERE id = $1 AND ($3 OR requester_id = $2) AND status <> 'resolved'
        RETURNING \(Ticket.stored)
      ), event AS (
        INSERT INTO ticket_events (ticket_id, kind, actor_id)
        SELECT id, '\(kind)', $2 FROM changed
      )
      SELECT \(Ticket.columns) FROM changed
      """,
      [.text(id), .text(caller.account), seesAll(caller)] + parameters
    )
    if let row = rows.first { return try Ticket(row) }
    _ = try await find(id, for: caller)
    throw Problem.conflict("the ticket is resolved")
  }
}
