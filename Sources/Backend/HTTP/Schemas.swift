/// The shapes of what the API answers with.
enum Schemas {
  /// All of them, by name.
  static let all: [JSON.Member] = [
    .init(name: "Problem", value: problem),
    .init(name: "Account", value: account),
    .init(name: "AccountPage", value: page(of: "Account")),
    .init(name: "Session", value: session),
    .init(name: "Ticket", value: ticket),
    .init(name: "TicketPage", value: page(of: "Ticket")),
    .init(name: "Event", value: event),
    .init(name: "EventPage", value: page(of: "Event")),
    .init(name: "Notification", value: notification),
    .init(name: "NotificationPage", value: page(of: "Notification")),
    .init(name: "Health", value: object([("status", text)])),
    .init(name: "Version", value: object([("name", text), ("version", text)])),
    .init(name: "Document", value: ["type": "object"]),
  ]

  private static let text: JSON = ["type": "string"]
  private static let number: JSON = ["type": "integer"]
  private static let identifier: JSON = ["type": "string", "format": "uuid"]
  private static let moment: JSON = ["type": "string", "format": "date-time"]
  private static let role: JSON = ["type": "string", "enum": ["requester", "agent", "admin"]]

  private static func orNull(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }

  private static func words(_ words: String...) -> JSON {
    ["type": "string", "enum": .array(words.map(JSON.text))]
  }

  private static func object(
    _ members: [(String, JSON)],
    optional: [(String, JSON)] = []
  ) -> JSON {
    [
      "type": "object",
      "additionalProperties": false,
      "properties": .object((members + optional).map { .init(name: $0.0, value: $0.1) }),
      "required": .array(members.map { .text($0.0) }),
    ]
  }

  private static func reference(_ name: String) -> JSON {
    ["$ref": .text("#/components/schemas/\(name)")]
  }

  private static func page(of name: String) -> JSON {
    object([
      ("items", ["type": "array", "items": reference(name)]), ("nextCursor", orNull(text)),
    ])
  }

  private static let problem = object(
    [("type", text), ("title", text), ("status", number), ("requestId", text)],
    optional: [
      ("detail", text),
      (
        "errors",
        ["type": "array", "items": object([("pointer", text), ("detail", text)])]
      ),
    ]
  )

  private static let account = object([
    ("id", identifier), ("email", text), ("name", text), ("role", role), ("createdAt", moment),
  ])

  private static let session = object(
    [
      ("accessToken", text), ("tokenType", words("Bearer")), ("expiresIn", number),
      ("account", reference("Account")),
    ],
    optional: [("refreshToken", text)]
  )

  private static let ticket = object([
    ("id", identifier), ("title", text), ("description", text),
    ("status", words("open", "assigned", "resolved")),
    ("priority", words("low", "normal", "high", "urgent")),
    ("requesterId", identifier), ("requesterName", text),
    ("assigneeId", orNull(identifier)), ("assigneeName", orNull(text)), ("dueAt", moment),
    ("escalationLevel", ["type": "integer", "minimum": 0, "maximum": 3]),
    ("createdAt", moment), ("updatedAt", moment), ("resolvedAt", orNull(moment)),
  ])

  private static let event = object([
    ("id", number),
    ("kind", words("created", "updated", "assigned", "commented", "resolved", "escalated")),
    ("actorId", orNull(identifier)), ("actorName", orNull(text)), ("body", orNull(text)),
    ("level", orNull(number)), ("createdAt", moment),
  ])

  private static let notification = object([
    ("id", number), ("ticketId", identifier), ("level", number),
    ("recipientId", orNull(identifier)), ("audience", words("agent", "admin")),
    ("createdAt", moment),
  ])
}
