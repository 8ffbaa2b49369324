import CLibpq

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Connector {
  /// Begins a connection; the URL's own parameters, such as `sslmode`, are libpq's to honour.
  static func begin(
    _ configuration: DatabaseConfiguration
  ) throws(DatabaseError) -> OpaquePointer {
    let parameters = [
      ("dbname", configuration.url),
      ("fallback_application_name", configuration.applicationName),
      ("client_encoding", "UTF8"),
      ("keepalives_idle", "30"),
      ("tcp_user_timeout", "10000"),
    ]
    // libpq reads the arrays before it returns; each ends with a null.
    var keys = parameters.map { strdup($0.0) } + [nil]
    var values = parameters.map { strdup($0.1) } + [nil]
    defer { for text in keys + values { free(text) } }
    let connection = keys.withUnsafeMutableBufferPointer { keys in
      values.withUnsafeMutableBufferPointer { values in
        keys.withMemoryRebound(to: UnsafePointer<CChar>?.self) { keys in
          values.withMemoryRebound(to: UnsafePointer<CChar>?.self) { values in
            PQconnectStartParams(keys.baseAddress, values.baseAddress, 1)
          }
        }
      }
    }
    guard let connection else { throw .unavailable("out of memory") }
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    return connection
  }

  /// Waits until the connection is usable.
  static func finish(
    _ connection: OpaquePointer,
    by deadline: ContinuousClock.Instant
  ) throws(DatabaseError) {
    guard PQstatus(connection) != CONNECTION_BAD else { throw failure(of: connection) }
    var waitingFor = Int16(POLLOUT)
    while true {
      try wait(PQsocket(connection), for: waitingFor, by: deadline)
      switch PQconnectPoll(connection) {
      case PGRES_POLLING_OK: return
      case PGRES_POLLING_READING: waitingFor = Int16(POLLIN)
      case PGRES_POLLING_WRITING: waitingFor = Int16(POLLOUT)
      default: throw failure(of: connection)
      }
    }
  }

  /// Sets what every statement of the program relies on.
  static func prepareSession(
    _ connection: OpaquePointer,
    _ configuration: DatabaseConfiguration,
    by deadline: ContinuousClock.Instant
  ) throws(DatabaseError) {
    PQsetnonblocking(connection, 1)
    guard PQsendQuery(connection, configuration.session) == 1 else {
      throw failure(of: connection)
    }
    while PQflush(connection) == 1 {
      try wait(PQsocket(connection), for: Int16(POLLOUT), by: deadline)
    }
    var refusal: DatabaseError?
    while true {
      while PQisBusy(connection) == 1 {
        try wait(PQsocket(connection), for: Int16(POLLIN), by: deadline)
        guard PQconsumeInput(connection) == 1 else { throw failure(of: connection) }
      }
      guard let result = PQgetResult(connection) else { break }
      if PQresultStatus(result) != PGRES_COMMAND_OK { refusal = failure(of: connection) }
      PQclear(result)
    }
    if let refusal { throw refusal }
  }

  private static func wait(
    _ descriptor: Int32,
    for events: Int16,
    by deadline: ContinuousClock.Instant
  ) throws(DatabaseError) {
    var polled = pollfd(fd: descriptor, events: events, revents: 0)
    while true {
      let left = deadline - .now
      guard left > .zero else { throw .unavailable("the server does not answer") }
      let ready = poll(&polled, 1, left.pollMilliseconds)
      if ready > 0 { return }
      if ready < 0 && errno != EINTR { throw .unavailable("poll failed") }
    }
  }

  private static func failure(of connection: OpaquePointer) -> DatabaseError {
    .unavailable(PQerrorMessage(connection).map { String(cString: $0).firstLine } ?? "")
  }
}
