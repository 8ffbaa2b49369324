/// Escalates overdue tickets straight from their table, one process at a time.
struct Sweep: Sendable {
  let database: Database

  /// Escalates some and returns how many; zero also when another process is at it.
  func pass() async throws -> Int {
    let rows = try await database.query(
      """
      WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock($1) AS mine), chosen AS (
        SELECT id, escalation_level + 1 AS level FROM tickets
        WHERE next_escalation_at <= now() AND (SELECT mine FROM turn)
        ORDER BY next_escalation_at LIMIT 200 FOR UPDATE SKIP LOCKED
      ), \(Escalation.raise)
      """,
      [.integer(Escalation.Lock.sweep.rawValue)]
    )
    return try rows.first?.integer(0) ?? 0
  }
}
