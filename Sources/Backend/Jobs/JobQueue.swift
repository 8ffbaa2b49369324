import BackendContract
import Logging
import Synchronization

/// Escalates overdue tickets through a queue in Postgres that any number of workers share.
struct JobQueue: Sendable {
  /// After this many failures a job is dead: left alone until a person looks at it.
  static let maximumAttempts = 5

  let database: Database
  let logger: Logger

  /// The newest form of a job that this worker writes and understands.
  var format = JobFormat.newest

  /// How many jobs of newer forms were there when it was last told.
  private let told = Told()

  init(database: Database, logger: Logger, format: Int = JobFormat.newest) {
    self.database = database
    self.logger = logger
    self.format = format
  }

  /// Does some of the work and returns how many jobs were taken or made.
  func pass() async throws -> Int {
    let made = try await enqueue()
    let done = made + (try await work())
    // While there is something to do nobody needs to be told what is left.
    if done == 0 { try await tellOfNewerJobs() }
    return done
  }

  /// Says when there are jobs that a newer version has queued; they wait for its workers.
  func tellOfNewerJobs() async throws {
    let rows = try await database.query(
      """
      SELECT count(*), max(format) FROM (
        SELECT format FROM escalation_jobs WHERE state = 'ready' AND format > $1 LIMIT 1000
      ) newer
      """,
      [.integer(format)]
    )
    guard let row = rows.first else { return }
    let count = try row.integer(0)
    guard told.count.exchange(count, ordering: .relaxed) != count, count > 0 else { return }
    let newest = try row.integer(1)
    logger.warning(
      "jobs of a newer version are left alone",
      metadata: [
        "count": "\(count)\(count == 1000 ? " or more" : "")", "format": "\(newest)",
        "understood": "\(format)",
      ]
    )
  }

  /// What was told last, so that it is told once.
  private final class Told: Sendable {
    let count = Atomic<Int>(0)
  }

  /// Queues the overdue tickets that are not queued yet.
  func enqueue() async throws -> Int {
    try await database.query(
      """
      WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock($1) AS mine)
      INSERT INTO escalation_jobs (ticket_id, level, format)
      SELECT id, escalation_level + 1, $2 FROM tickets
      WHERE next_escalation_at <= now() AND (SELECT mine FROM turn) AND NOT EXISTS (
        SELECT 1 FROM escalation_jobs job
        WHERE job.ticket_id = tickets.id AND job.level = escalation_level + 1
      )
      ORDER BY next_escalation_at LIMIT 1000
      ON CONFLICT ON CONSTRAINT escalation_jobs_once DO NOTHING
      """,
      [.integer(Escalation.Lock.enqueue.rawValue), .integer(format)]
    ).affected
  }

  /// Takes some jobs and does them.
  ///
  /// A job is held by its row's lock, which ends with the worker; no clock decides whether a worker
  /// is still alive.
  func work() async throws -> Int {
    try await database.transaction { transaction in
      let rows = try await transaction.query(
        """
        SELECT id FROM escalation_jobs WHERE state = 'ready' AND run_at <= now() AND format <= $1
        ORDER BY run_at, id LIMIT 50 FOR UPDATE SKIP LOCKED
        """,
        [.integer(format)]
      )
      let jobs = try rows.all.map { try $0.integer(0) }
      guard !jobs.isEmpty else { return 0 }
      if try await attempt(jobs, in: transaction) != nil {
        // One bad job must not hold up the others, so each gets its own chance.
        for job in jobs {
          if let error = try await attempt([job], in: transaction) {
            try await fail(job, error, in: transaction)
          }
        }
      }
      return jobs.count
    }
  }

  /// Does jobs together; returns what was wrong, with nothing done.
  private func attempt(
    _ jobs: [Int],
    in transaction: Transaction
  ) async throws(DatabaseError) -> DatabaseError? {
    _ = try await transaction.script("SAVEPOINT attempt")
    do {
      _ = try await transaction.query(
        """
        WITH chosen AS (
          DELETE FROM escalation_jobs WHERE id = ANY ($1::bigint[])
          RETURNING ticket_id AS id, level
        ), \(Escalation.raise)
        """,
        [.text("{\(jobs.map(String.init).joined(separator: ","))}")]
      )
      return nil
    } catch {
      switch error {
      // These say nothing about the job: the transaction is given up and the job taken anew.
      case .unavailable, .connectionLost, .conflict, .timeout: throw error
      default:
        _ = try await transaction.script("ROLLBACK TO SAVEPOINT attempt")
        return error
      }
    }
  }

  /// Counts a failure: the job waits longer each time, and at last is dead.
  private func fail(
    _ job: Int,
    _ error: DatabaseError,
    in transaction: Transaction
  ) async throws {
    let rows = try await transaction.query(
      """
      UPDATE escalation_jobs SET
        attempts = attempts + 1,
        run_at = now() + make_interval(secs => least(300, power(2, attempts) * (0.5 + random()))),
        state = CASE WHEN attempts + 1 >= $2 THEN 'dead' ELSE 'ready' END,
        last_error = $3
      WHERE id = $1 RETURNING state
      """,
      [.integer(job), .integer(Self.maximumAttempts), .text("\(error)")]
    )
    let isDead = rows.first?[0] == "dead"
    logger.log(
      level: isDead ? .error : .warning,
      isDead ? "job is dead" : "job failed",
      metadata: ["job": "\(job)", "error": "\(error)"]
    )
  }
}
