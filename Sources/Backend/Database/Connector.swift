import CLibpq
import Logging
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The thread that opens connections: looking up a name may block, and must not hold up others.
final class Connector: Sendable {
  private struct Orders {
    var open = 0
    var isClosed = false
  }

  private let configuration: DatabaseConfiguration
  private let mailbox: Mailbox
  private let orders = Mutex(Orders())
  private let wakeup: Wakeup

  init(_ configuration: DatabaseConfiguration, mailbox: Mailbox) throws(DatabaseError) {
    self.configuration = configuration
    self.mailbox = mailbox
    self.wakeup = try Wakeup()
  }

  deinit { wakeup.close() }

  /// Starts the thread.
  func start() throws(DatabaseError) {
    try SystemThread.start { self.run() }
  }

  /// Orders connections; each is tried until it is there.
  func order(_ count: Int) {
    orders.withLock { $0.open += count }
    wakeup.signal()
  }

  /// Ends the thread.
  func close() {
    orders.withLock { $0.isClosed = true }
    wakeup.signal()
  }

  private func run() {
    var pause = Backoff(from: .milliseconds(50), to: .seconds(2))
    while true {
      let (open, isClosed) = orders.withLock { ($0.open, $0.isClosed) }
      if isClosed { return }
      guard open > 0 else {
        wait(nil)
        continue
      }
      do throws(DatabaseError) {
        let address = try connect()
        orders.withLock { $0.open -= 1 }
        pause.reset()
        // A closed mailbox means that nobody is left to end the connection.
        if !mailbox.post(.adopt(address)) { PQfinish(OpaquePointer(bitPattern: address)) }
      } catch {
        mailbox.post(.connectingFailed(error.reason))
        wait(pause.next())
      }
    }
  }

  private func wait(_ duration: Duration?) {
    var descriptor = pollfd(fd: wakeup.descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&descriptor, 1, duration?.pollMilliseconds ?? -1)
    // An order that comes during a pause waits for its end; a close is noticed either way.
    wakeup.drain()
  }

  private func connect() throws(DatabaseError) -> UInt {
    let connection = try Self.begin(configuration)
    do throws(DatabaseError) {
      let deadline = ContinuousClock.now + .seconds(5)
      try Self.finish(connection, by: deadline)
      try Self.prepareSession(connection, configuration, by: deadline)
    } catch {
      PQfinish(connection)
      throw error
    }
    return UInt(bitPattern: connection)
  }
}
