/// The rule of escalation: what it means that a ticket is overdue.
///
/// Level 1 is reached when the ticket is due, level 2 four hours later, level 3 a day later. The
/// ticket itself says when its next level comes (`next_escalation_at`), and the statement that
/// raises the level writes the event and the notification too; so a level is reached once, and
/// whole, whoever tries and whatever is killed meanwhile.
enum Escalation {
  /// The last level.
  static let levels = 3

  /// How long after the due time a level is reached, in SQL; null behind the last level.
  static func delay(beforeLevel level: String) -> String {
    "(ARRAY['0', '4 hours', '24 hours']::interval[])[\(level)]"
  }

  /// Raises the tickets that a common table expression `chosen` (id, level) names by one level.
  ///
  /// `level` is the one to reach; a ticket that has moved on meanwhile is left alone.
  static let raise = """
    raised AS (
      UPDATE tickets ticket SET
        escalation_level = chosen.level,
        next_escalation_at = due_at + \(delay(beforeLevel: "chosen.level + 1")),
        updated_at = now()
      FROM chosen
      WHERE ticket.id = chosen.id AND ticket.escalation_level = chosen.level - 1
        AND ticket.status <> 'resolved' AND ticket.next_escalation_at <= now()
      RETURNING ticket.id, ticket.escalation_level AS level, ticket.assignee_id
    ), events AS (
      INSERT INTO ticket_events (ticket_id, kind, level)
      SELECT id, 'escalated', level FROM raised
    ), notes AS (
      INSERT INTO notifications (ticket_id, level, recipient_id, audience)
      SELECT id, level, CASE WHEN level = 1 THEN assignee_id END,
        CASE WHEN level < \(levels) THEN 'agent' ELSE 'admin' END
      FROM raised
    )
    SELECT count(*) FROM raised
    """

  /// The locks that keep processes from doing the same work twice; correctness rests on the rows.
  enum Lock: Int {
    case sweep = 7_245_905_113_362
    case enqueue = 7_245_905_113_363
  }
}
