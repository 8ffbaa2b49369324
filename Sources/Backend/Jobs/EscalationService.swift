import Logging
import ServiceLifecycle

/// The job that runs until the program ends: works while there is work, then waits.
struct EscalationService: Service {
  let database: Database
  let interval: Duration
  let logger: Logger
  let pass: @Sendable () async throws -> Int

  func run() async throws {
    var pause = Backoff(from: .milliseconds(100), to: .seconds(5))
    var sinceCleaning = Duration.zero
    while !Task.isShuttingDownGracefully && !Task.isCancelled {
      do {
        let done = try await pass()
        pause.reset()
        if done > 0 {
          logger.info("escalated", metadata: ["count": "\(done)"])
          continue
        }
        sinceCleaning += interval
        if sinceCleaning >= .seconds(600) {
          try await clean()
          sinceCleaning = .zero
        }
        await wait(interval)
      } catch {
        logger.warning("escalation paused", metadata: ["error": "\(error)"])
        await wait(pause.next())
      }
    }
  }

  /// Waits, but not beyond the program's end.
  private func wait(_ duration: Duration) async {
    await cancelWhenGracefulShutdown {
      try? await Task.sleep(for: duration)
    }
  }

  /// Removes what has expired and tells nobody anything any more.
  private func clean() async throws {
    for statement in [
      "DELETE FROM refresh_tokens WHERE expires_at < now()",
      "DELETE FROM login_attempts WHERE window_ends < now()",
      """
      DELETE FROM session_families family WHERE created_at < now() - interval '1 day'
        AND NOT EXISTS (SELECT 1 FROM refresh_tokens WHERE family_id = family.id)
      """,
    ] {
      _ = try await database.query(statement)
    }
  }
}
