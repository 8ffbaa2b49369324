import Logging
import ServiceLifecycle
import Synchronization

/// The database: a pool of connections that two threads of its own look after.
///
/// One opens connections, one talks to all of them; no task and no event loop ever waits for either
/// in a blocking way.
final class Database: Sendable {
  private let configuration: DatabaseConfiguration
  private let mailbox: Mailbox
  private let leases = Atomic<Int>(0)

  /// Starts the two threads; the first connection is opened at once.
  init(_ configuration: DatabaseConfiguration, logger: Logger) throws(DatabaseError) {
    self.configuration = configuration
    let mailbox = try Mailbox()
    let connector = try Connector(configuration, mailbox: mailbox)
    self.mailbox = mailbox
    try connector.start()
    try SystemThread.start {
      var reactor = Reactor(configuration, mailbox: mailbox, connector: connector, logger: logger)
      reactor.run()
    }
  }

  deinit { close() }

  /// Ends both threads; what is under way fails.
  func close() { mailbox.post(.close) }

  /// Runs one statement on any connection.
  func query(_ sql: String, _ parameters: [Parameter] = []) async throws(DatabaseError) -> Rows {
    try await run(.statement(sql, parameters), lease: nil, opens: false)
  }

  /// Runs statements that take effect together, or not at all.
  func transaction<Value: Sendable>(
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    try await session(opening: "BEGIN") { transaction in
      do {
        let value = try await body(transaction)
        _ = try await transaction.script("COMMIT")
        return value
      } catch let error as DatabaseError where error.isOutage {
        throw error
      } catch {
        _ = try await transaction.script("ROLLBACK")
        throw error
      }
    }
  }

  /// Holds one connection for as long as the body runs, beginning with a script on it.
  func session<Value: Sendable>(
    opening script: String,
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    let lease = leases.add(1, ordering: .relaxed).newValue
    do {
      _ = try await run(.script(script), lease: lease, opens: true)
      let value = try await body(Transaction(database: self, lease: lease))
      mailbox.post(.release(lease: lease, broken: false))
      return value
    } catch let error as DatabaseError where error.isOutage {
      mailbox.post(.release(lease: lease, broken: true))
      throw error
    } catch {
      mailbox.post(.release(lease: lease, broken: false))
      throw error
    }
  }

  fileprivate func run(
    _ body: Work.Body,
    lease: Int?,
    opens: Bool
  ) async throws(DatabaseError) -> Rows {
    let patience = configuration.statementTimeout.map { $0 + .seconds(2) }
    let startBy = ContinuousClock.now + configuration.acquireTimeout
    let outcome = await withUnsafeContinuation { waiting in
      let work = Work(
        body: body,
        lease: lease,
        opensLease: opens,
        startBy: startBy,
        patience: patience,
        waiting: waiting
      )
      if !mailbox.post(.run(work)) {
        work.finish(.failure(.unavailable("the database is closed")))
      }
    }
    return try outcome.get()
  }
}

/// A connection that is held for one transaction.
struct Transaction: Sendable {
  fileprivate let database: Database
  fileprivate let lease: Int

  /// Runs one statement.
  func query(_ sql: String, _ parameters: [Parameter] = []) async throws(DatabaseError) -> Rows {
    try await database.run(.statement(sql, parameters), lease: lease, opens: false)
  }

  /// Runs several statements in one text.
  func script(_ sql: String) async throws(DatabaseError) -> Rows {
    try await database.run(.script(sql), lease: lease, opens: false)
  }
}

extension Database: Service {
  /// Stays until the program ends, after everything that needs the database has ended.
  func run() async throws {
    try? await gracefulShutdown()
    close()
  }
}
