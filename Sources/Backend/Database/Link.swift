import CLibpq

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One connection to Postgres, driven without blocking by the thread that owns it.
final class Link {
  private enum Phase {
    case idle
    case preparing(Work)
    case running(Work)
  }

  private let connection: OpaquePointer
  private var phase = Phase.idle
  private var prepared: [String: String] = [:]
  private var preparations = 0
  private var result: OpaquePointer?
  private var failure: DatabaseError?
  private var deadline: ContinuousClock.Instant?

  /// The transaction that holds the connection.
  var lease: Int?

  /// Whether bytes wait to be sent.
  private(set) var wantsToWrite = false

  /// Takes an open connection over.
  init?(address: UInt) {
    guard let connection = OpaquePointer(bitPattern: address) else { return nil }
    self.connection = connection
    PQsetnonblocking(connection, 1)
  }

  deinit {
    if let result { PQclear(result) }
    PQfinish(connection)
  }

  /// What to poll.
  var descriptor: Int32 { PQsocket(connection) }

  /// Whether it does nothing and belongs to no transaction.
  var isFree: Bool { isIdle && lease == nil }

  /// Whether it does nothing.
  var isIdle: Bool { if case .idle = phase { true } else { false } }

  /// When the server has taken too long.
  var givesUpAt: ContinuousClock.Instant? { isIdle ? nil : deadline }

  /// Sends work; false when the connection turned out to be broken, after telling who waits.
  func start(_ work: Work, now: ContinuousClock.Instant) -> Bool {
    deadline = work.patience.map { now + $0 }
    do throws(DatabaseError) {
      switch work.body {
      case .script(let sql):
        phase = .running(work)
        guard PQsendQuery(connection, sql) == 1 else { throw lost }
      case .statement(let sql, let parameters):
        if let name = prepared[sql] {
          try send(name, parameters, for: work)
        } else {
          let name = "s\(preparations)"
          preparations += 1
          prepared[sql] = name
          phase = .preparing(work)
          guard PQsendPrepare(connection, name, sql, 0, nil) == 1 else { throw lost }
        }
      }
    } catch {
      return end(work, .failure(error))
    }
    return flush()
  }

  private func send(
    _ name: String,
    _ parameters: [Parameter],
    for work: Work
  ) throws(DatabaseError) {
    let bound = try BoundParameters(parameters)
    phase = .running(work)
    let sent = bound.withPointers {
      PQsendQueryPrepared(connection, name, bound.count, $0, nil, nil, 0)
    }
    guard sent == 1 else { throw lost }
  }

  /// Sends what is left to send; false when the connection is broken.
  func flush() -> Bool {
    switch PQflush(connection) {
    case 0: wantsToWrite = false
    case 1: wantsToWrite = true
    default: return abandon(lost)
    }
    return true
  }

  /// Takes in what arrived; false when the connection is broken.
  func receive() -> Bool {
    guard PQconsumeInput(connection) == 1 else { return abandon(lost) }
    if wantsToWrite, !flush() { return false }
    while !isIdle, PQisBusy(connection) == 0 {
      if let next = PQgetResult(connection) {
        keep(next)
      } else if !advance() {
        return false
      }
    }
    // An idle connection that says something says goodbye.
    return PQstatus(connection) == CONNECTION_OK
  }

  /// Ends what is under way and reports the connection as broken.
  func abandon(_ error: DatabaseError) -> Bool {
    switch phase {
    case .idle: break
    case .preparing(let work), .running(let work): _ = end(work, .failure(error))
    }
    return false
  }

  private func keep(_ next: OpaquePointer) {
    switch PQresultStatus(next) {
    case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
      if let result { PQclear(result) }
      result = next
    default:
      // The first error is the cause; what follows is its consequence.
      if failure == nil { failure = Link.error(of: next) }
      PQclear(next)
    }
  }

  private func advance() -> Bool {
    let outcome: Outcome
    if let failure {
      outcome = .failure(failure)
      if let result { PQclear(result) }
    } else if let result {
      outcome = .success(Rows(owning: result))
    } else {
      outcome = .failure(lost)
    }
    result = nil
    failure = nil
    switch phase {
    case .idle: return true
    case .running(let work): return end(work, outcome)
    case .preparing(let work):
      guard case .statement(let sql, let parameters) = work.body, case .success = outcome else {
        if case .statement(let sql, _) = work.body { prepared[sql] = nil }
        return end(work, outcome)
      }
      do throws(DatabaseError) {
        guard let name = prepared[sql] else { throw .unexpectedResult("no name") }
        try send(name, parameters, for: work)
      } catch {
        return end(work, .failure(error))
      }
      return flush()
    }
  }

  private func end(_ work: Work, _ outcome: Outcome) -> Bool {
    phase = .idle
    work.finish(outcome)
    if case .failure(let error) = outcome, error.breaksConnection { return false }
    return PQstatus(connection) == CONNECTION_OK
  }

  private var lost: DatabaseError {
    .connectionLost(PQerrorMessage(connection).map { String(cString: $0).firstLine } ?? "")
  }

  private static func error(of result: OpaquePointer) -> DatabaseError {
    func field(_ code: Character) -> String {
      PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) } ?? ""
    }
    // The letters are PG_DIAG_SQLSTATE, _MESSAGE_PRIMARY and _CONSTRAINT_NAME, which are macros.
    return DatabaseError(state: field("C"), message: field("M"), constraint: field("n"))
  }
}

extension String {
  /// The text up to its first line break.
  var firstLine: String { String(prefix { !$0.isNewline }) }
}
