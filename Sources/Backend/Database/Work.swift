/// How a statement ended.
typealias Outcome = Result<Rows, DatabaseError>

/// One thing for a connection to do, and whom to tell.
struct Work: Sendable {
  /// What is sent.
  enum Body: Sendable {
    /// One statement with its values, prepared on first use.
    case statement(String, [Parameter])
    /// Several statements in one text, without values.
    case script(String)
  }

  /// What is sent.
  let body: Body

  /// The transaction that it belongs to, or that it opens.
  let lease: Int?

  /// Whether it opens that transaction, on any idle connection.
  let opensLease: Bool

  /// How long it may wait for a connection.
  let startBy: ContinuousClock.Instant

  /// How long the server may take, counted from the sending; nil for as long as it likes.
  let patience: Duration?

  /// Who waits for it.
  let waiting: UnsafeContinuation<Outcome, Never>

  /// Tells the waiting task how it ended.
  func finish(_ outcome: Outcome) { waiting.resume(returning: outcome) }
}

/// What other threads tell the thread that talks to Postgres.
enum Command: Sendable {
  /// Do this.
  case run(Work)
  /// The transaction is over; a broken one takes its connection with it.
  case release(lease: Int, broken: Bool)
  /// Here is a new connection, by its address.
  case adopt(UInt)
  /// No connection could be made.
  case connectingFailed(String)
  /// Finish.
  case close
}
