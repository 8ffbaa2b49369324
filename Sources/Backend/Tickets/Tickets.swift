/// The tickets in the database, as far as a caller may see them.
///
/// Every statement carries the caller's right to see the ticket, so that a ticket of someone else's
/// is not there rather than forbidden.
struct Tickets: Sendable {
  let database: Database

  /// What a list is narrowed by.
  struct Query: Sendable {
    var status: String?
    var priority: String?
    var assignee: String?
    var requester: String?
    var isOverdue: Bool?
    var after: String?
  }

  /// The moment that two parameters make, or null: local time, and its distance from UTC.
  ///
  /// Postgres cannot store every moment that RFC 3339 can write, nor read every offset; the
  /// outermost moments are moved in.
  static func moment(_ local: String, _ offset: String) -> String {
    """
    CASE WHEN \(local)::timestamp IS NOT NULL THEN LEAST(GREATEST(
      \(local)::timestamp AT TIME ZONE 'UTC' - \(offset)::interval, '0001-01-02Z'
    ), '9999-12-30Z') END
    """
  }

  // Statements that every request runs are made once: their texts are long.
  private static let insertion = """
    WITH due AS (
      SELECT COALESCE(\(moment("$5", "$6")), now() + make_interval(hours => $7)) AS at
    ), ticket AS (
      INSERT INTO tickets
        (title, description, priority, requester_id, due_at, next_escalation_at)
      SELECT $1, $2, $3, $4, at, at FROM due RETURNING \(Ticket.stored)
    ), event AS (
      INSERT INTO ticket_events (ticket_id, kind, actor_id)
      SELECT id, 'created', requester_id FROM ticket
    )
    SELECT \(Ticket.columns) FROM ticket
    """
  private static let any = "SELECT \(Ticket.columns) FROM tickets WHERE id = $1"
  private static let own = any + " AND requester_id = $2"

  /// Opens a ticket.
  func add(_ draft: Fields, by caller: Identity) async throws -> Ticket {
    let priority = draft["priority"].flatMap(Priority.init) ?? .normal
    let due = draft["dueAt"].flatMap(RFC3339.parse)
    do {
      let rows = try await database.query(
        Self.insertion,
        [
          .text(draft.text("title")), .text(draft.text("description")), .text(priority.rawValue),
          .text(caller.account), Parameter(due?.local), Parameter(due?.offset),
          .integer(priority.hours),
        ]
      )
      guard let row = rows.first else { throw DatabaseError.unexpectedResult("no ticket") }
      return try Ticket(row)
    } catch DatabaseError.foreignKeyViolation {
      // The token outlived its account.
      throw Problem.unauthenticated
    }
  }

  /// One ticket.
  func find(_ id: String, for caller: Identity) async throws -> Ticket {
    let rows: Rows
    if caller.role >= .agent {
      rows = try await database.query(Self.any, [.text(id)])
    } else {
      rows = try await database.query(Self.own, [.text(id), .text(caller.account)])
    }
    guard let row = rows.first else { throw Problem.notFound }
    return try Ticket(row)
  }

  /// The tickets that a query finds, newest first.
  func list(_ query: Query, limit: Int, for caller: Identity) async throws -> [Ticket] {
    var filter = Filter()
    if caller.role < .agent { filter.require("requester_id = ", .text(caller.account)) }
    if let status = query.status { filter.require("status = ", .text(status)) }
    if let priority = query.priority { filter.require("priority = ", .text(priority)) }
    if let assignee = query.assignee { filter.require("assignee_id = ", .text(assignee)) }
    if let requester = query.requester { filter.require("requester_id = ", .text(requester)) }
    if let isOverdue = query.isOverdue {
      filter.require("\(isOverdue ? "" : "NOT ")(status <> 'resolved' AND due_at <= now())")
    }
    filter.startBehind(query.after, in: "tickets")
    let bound = filter.bind(.integer(limit))
    let rows = try await database.query(
      "SELECT \(Ticket.columns) FROM tickets\(filter.sql) "
        + "ORDER BY created_at DESC, id DESC LIMIT \(bound)",
      filter.parameters
    )
    return try rows.all.map { try Ticket($0) }
  }
}
