/// How often someone may try to log in, counted in Postgres for all instances together.
struct AttemptLimits: Sendable {
  /// The most attempts in a window for one account; a success starts it anew.
  static let perAccount = 10

  /// The most attempts in a window from one address: many people may share one.
  static let perAddress = 100

  /// How long a window is, in seconds.
  static let window = 15 * 60

  let database: Database

  /// Counts an attempt and throws when it is one too many.
  ///
  /// It is counted before the password is looked at, so that attempts made at the same moment
  /// cannot all slip through.
  func count(account: String?, address: String) async throws {
    var subjects = [("address:\(address)", Self.perAddress)]
    if let account { subjects.append(("account:\(account)", Self.perAccount)) }
    // Always in one order, so that two attempts never wait for each other's rows.
    for (subject, limit) in subjects {
      let rows = try await database.query(
        """
        INSERT INTO login_attempts AS known (subject, attempts, window_ends)
        VALUES ($1, 1, now() + make_interval(secs => $2))
        ON CONFLICT (subject) DO UPDATE SET
          attempts = CASE WHEN known.window_ends <= now() THEN 1 ELSE known.attempts + 1 END,
          window_ends = CASE WHEN known.window_ends <= now()
            THEN excluded.window_ends ELSE known.window_ends END
        RETURNING attempts, ceil(extract(epoch FROM window_ends - now()))::int
        """,
        [.text(subject), .integer(Self.window)]
      )
      guard let row = rows.first else { continue }
      if try row.integer(0) > limit {
        throw Problem.tooManyAttempts(retryAfter: try row.integer(1))
      }
    }
  }

  /// Forgets the failures of an account that has proved itself.
  func forget(account: String) async throws {
    _ = try await database.query(
      "DELETE FROM login_attempts WHERE subject = $1",
      [.text("account:\(account)")]
    )
  }
}
