/// How pressing a ticket is.
enum Priority: String, Sendable, CaseIterable {
  case low
  case normal
  case high
  case urgent

  /// How long a ticket has where nobody gives it a due time.
  var hours: Int {
    switch self {
    case .low: 120
    case .normal: 48
    case .high: 8
    case .urgent: 2
    }
  }
}

/// Somebody who has to do with a ticket, as everyone who may see the ticket may know them.
struct Person: Sendable {
  let id: String
  let name: String

  /// The name that belongs to a column with an account's identifier.
  static func name(of column: String) -> String {
    "(SELECT name FROM accounts WHERE accounts.id = \(column))"
  }
}

/// One request for help.
struct Ticket: Sendable, JSONWritable {
  let id: String
  let title: String
  let description: String
  let status: String
  let priority: String
  let requester: Person
  let assignee: Person?
  let dueAt: Moment
  let escalationLevel: Int
  let createdAt: Moment
  let updatedAt: Moment
  let resolvedAt: Moment?

  /// What a table of tickets has.
  static let stored = """
    id, title, description, status, priority, requester_id, assignee_id, due_at, \
    escalation_level, created_at, updated_at, resolved_at
    """

  /// What is read: that, and the names of the people.
  static let columns = """
    \(stored), \(Person.name(of: "requester_id")), \(Person.name(of: "assignee_id"))
    """

  init(_ row: Row) throws(DatabaseError) {
    id = try row.text(0)
    title = try row.text(1)
    description = try row.text(2)
    status = try row.text(3)
    priority = try row.text(4)
    requester = Person(id: try row.text(5), name: try row.text(12))
    assignee = try row[6].map { id throws(DatabaseError) in
      Person(id: id, name: try row.text(13))
    }
    dueAt = try row.moment(7)
    escalationLevel = try row.integer(8)
    createdAt = try row.moment(9)
    updatedAt = try row.moment(10)
    resolvedAt = row.optionalMoment(11)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("title", title)
      json.member("description", description)
      json.member("status", status)
      json.member("priority", priority)
      json.member("requesterId", requester.id)
      json.member("requesterName", requester.name)
      json.member("assigneeId", assignee?.id)
      json.member("assigneeName", assignee?.name)
      json.member("dueAt", dueAt.text)
      json.member("escalationLevel", escalationLevel)
      json.member("createdAt", createdAt.text)
      json.member("updatedAt", updatedAt.text)
      json.member("resolvedAt", resolvedAt?.text)
    }
  }
}

/// One thing that happened to a ticket.
struct Event: Sendable, JSONWritable {
  let id: Int
  let kind: String
  let actor: Person?
  let body: String?
  let level: Int?
  let createdAt: Moment

  static let columns = """
    id, kind, actor_id, body, level, created_at, \(Person.name(of: "actor_id"))
    """

  init(_ row: Row) throws(DatabaseError) {
    id = try row.integer(0)
    kind = try row.text(1)
    actor = try row[2].map { id throws(DatabaseError) in Person(id: id, name: try row.text(6)) }
    body = row[3]
    level = row[4] == nil ? nil : try row.integer(4)
    createdAt = try row.moment(5)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("kind", kind)
      json.member("actorId", actor?.id)
      json.member("actorName", actor?.name)
      json.member("body", body)
      json.name("level")
      if let level { json.integer(level) } else { json.null() }
      json.member("createdAt", createdAt.text)
    }
  }
}

/// A sign that a ticket was escalated, for whoever should act.
struct Notification: Sendable, JSONWritable {
  let id: Int
  let ticket: String
  let level: Int
  let recipient: String?
  let audience: String
  let createdAt: Moment

  static let columns = "id, ticket_id, level, recipient_id, audience, created_at"

  init(_ row: Row) throws(DatabaseError) {
    id = try row.integer(0)
    ticket = try row.text(1)
    level = try row.integer(2)
    recipient = row[3]
    audience = try row.text(4)
    createdAt = try row.moment(5)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("ticketId", ticket)
      json.member("level", level)
      json.member("recipientId", recipient)
      json.member("audience", audience)
      json.member("createdAt", createdAt.text)
    }
  }
}
