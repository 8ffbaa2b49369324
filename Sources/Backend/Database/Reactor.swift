import CLibpq
import Logging

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The one thread that talks to Postgres: it polls all connections and never waits for one alone.
struct Reactor: ~Copyable {
  private let configuration: DatabaseConfiguration
  private let mailbox: Mailbox
  private let connector: Connector
  private let logger: Logger

  private var links: [Link] = []
  private var queue: [Work] = []
  private var ordered = 0
  /// Why the database is away; nil while it is reached.
  private var absence: String?

  init(
    _ configuration: DatabaseConfiguration,
    mailbox: Mailbox,
    connector: Connector,
    logger: Logger
  ) {
    self.configuration = configuration
    self.mailbox = mailbox
    self.connector = connector
    self.logger = logger
  }

  /// Works until it is told to close.
  mutating func run() {
    var descriptors: [pollfd] = []
    while true {
      let now = ContinuousClock.now
      // Only an empty mailbox makes its owner's promise to wake this thread.
      var commands = mailbox.take()
      while !commands.isEmpty {
        for command in commands where !handle(command, now) {
          close()
          return
        }
        commands = mailbox.take()
      }
      expire(now)
      assign(now)
      order()
      descriptors.removeAll(keepingCapacity: true)
      descriptors.append(pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0))
      for link in links {
        let events = POLLIN | (link.wantsToWrite ? POLLOUT : 0)
        descriptors.append(pollfd(fd: link.descriptor, events: Int16(events), revents: 0))
      }
      let ready = poll(&descriptors, nfds_t(descriptors.count), timeout(now))
      guard ready > 0 else { continue }
      if descriptors[0].revents != 0 { mailbox.drain() }
      serve(descriptors)
    }
  }

  private mutating func handle(_ command: Command, _ now: ContinuousClock.Instant) -> Bool {
    switch command {
    case .run(let work): accept(work, now)
    case .release(let lease, let broken): release(lease, broken: broken)
    case .adopt(let address):
      ordered -= 1
      if absence != nil { logger.notice("database reached again") }
      absence = nil
      if let link = Link(address: address) { links.append(link) }
    case .connectingFailed(let reason):
      guard links.isEmpty else { break }
      if absence == nil { logger.warning("database away", metadata: ["reason": "\(reason)"]) }
      absence = reason
      for work in queue { work.finish(.failure(.unavailable(reason))) }
      queue.removeAll()
    case .close: return false
    }
    return true
  }

  private mutating func accept(_ work: Work, _ now: ContinuousClock.Instant) {
    if let lease = work.lease, !work.opensLease {
      guard let index = links.firstIndex(where: { $0.lease == lease }), links[index].isIdle else {
        work.finish(.failure(.connectionLost("the transaction's connection is gone")))
        return
      }
      if !links[index].start(work, now: now) { drop(index) }
    } else if let absence {
      work.finish(.failure(.unavailable(absence)))
    } else if queue.count >= configuration.queueLimit {
      work.finish(.failure(.unavailable("too many statements wait")))
    } else {
      queue.append(work)
    }
  }

  private mutating func release(_ lease: Int, broken: Bool) {
    guard let index = links.firstIndex(where: { $0.lease == lease }) else { return }
    links[index].lease = nil
    if broken { drop(index) }
  }

  private mutating func assign(_ now: ContinuousClock.Instant) {
    var next = 0
    var index = 0
    while next < queue.count, index < links.count {
      guard links[index].isFree else {
        index += 1
        continue
      }
      let work = queue[next]
      next += 1
      if work.opensLease { links[index].lease = work.lease }
      if links[index].start(work, now: now) { index += 1 } else { drop(index) }
    }
    queue.removeFirst(next)
  }

  /// Orders what is missing: one connection at least, so that the way back is always being tried.
  private mutating func order() {
    let wanted = max(1, min(configuration.size, links.count + queue.count))
    let missing = wanted - links.count - ordered
    guard missing > 0 else { return }
    ordered += missing
    connector.order(missing)
  }

  private mutating func expire(_ now: ContinuousClock.Instant) {
    if queue.contains(where: { $0.startBy <= now }) {
      queue.removeAll { work in
        guard work.startBy <= now else { return false }
        work.finish(.failure(.unavailable("no connection became free in time")))
        return true
      }
    }
    for index in links.indices.reversed() {
      guard let limit = links[index].givesUpAt, limit <= now else { continue }
      _ = links[index].abandon(.connectionLost("the server does not answer"))
      drop(index)
    }
  }

  private mutating func serve(_ descriptors: [pollfd]) {
    for index in links.indices.reversed() {
      let events = Int32(descriptors[index + 1].revents)
      guard events != 0 else { continue }
      let isAlive =
        events & ~POLLOUT == 0 ? links[index].flush() : links[index].receive()
      if !isAlive { drop(index) }
    }
  }

  private mutating func drop(_ index: Int) {
    _ = links[index].abandon(.connectionLost("the connection broke"))
    links.remove(at: index)
    if links.isEmpty { logger.debug("no connection is left") }
  }

  private func timeout(_ now: ContinuousClock.Instant) -> Int32 {
    var next: ContinuousClock.Instant?
    for work in queue { next = next.map { min($0, work.startBy) } ?? work.startBy }
    for link in links {
      guard let limit = link.givesUpAt else { continue }
      next = next.map { min($0, limit) } ?? limit
    }
    return next.map { ($0 - now).pollMilliseconds } ?? -1
  }

  private mutating func close() {
    connector.close()
    let late = mailbox.close()
    for case .run(let work) in late { queue.append(work) }
    for case .adopt(let address) in late { PQfinish(OpaquePointer(bitPattern: address)) }
    for work in queue { work.finish(.failure(.unavailable("the program is ending"))) }
    for link in links { _ = link.abandon(.unavailable("the program is ending")) }
    links.removeAll()
    queue.removeAll()
  }
}
