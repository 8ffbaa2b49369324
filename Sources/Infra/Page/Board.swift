import Synchronization

/// All that the page shows: the plan, the states and the last lines, and who waits for news of them.
///
/// Readers ask for what is newer than what they have, so none has a queue of its own: a slow reader
/// costs no memory, and misses lines that were given up, which it is told.
final class Board: Sendable {
  /// How far a reader is.
  struct Cursor: Sendable, Equatable {
    /// The version of the plan and the states that it has.
    var version = 0
    /// The newest line that it has.
    var line = 0

    /// Further than anything: only the end is news.
    static let end = Cursor(version: .max, line: .max)
  }

  /// What is newer than a cursor.
  struct News: Sendable {
    var plan: RunPlan?
    var states: [ResourceState] = []
    var ready: Double?
    var missed = 0
    var lines: [LogLine] = []
    var isFinished = false
    var cursor: Cursor

    var isEmpty: Bool { plan == nil && states.isEmpty && ready == nil && lines.isEmpty }
  }

  /// The most lines of one piece of news.
  static let batch = 200
  /// The most readers at once.
  static let mostReaders = 32

  private struct Versioned<Value: Sendable>: Sendable {
    var value: Value
    var version: Int
  }

  private struct State: Sendable {
    var version = 0
    var plan: Versioned<RunPlan>?
    var states: [String: Versioned<ResourceState>] = [:]
    var ready: Versioned<Double>?
    var log: LogBuffer
    var isFinished = false
    var readers = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(_ limits: LogBuffer.Limits = LogBuffer.Limits()) {
    state = Mutex(State(log: LogBuffer(limits)))
  }

  /// Takes a message.
  ///
  /// - Parameter message: What the supervisor told.
  /// - Throws: A fault, when the message does not fit what was told before.
  func take(_ message: Message) throws(MessageFault) {
    let fault = state.withLock { state -> MessageFault? in
      switch message {
      case .plan(let plan):
        state.version += 1
        state.plan = Versioned(value: plan, version: state.version)
        let names = Set(plan.resources.map(\.name))
        state.states = state.states.filter { names.contains($0.key) }
      case .state(let new):
        let isKnown = state.plan?.value.resources.contains { $0.name == new.resource } ?? false
        if !isKnown { return MessageFault("no plan lists resource '\(new.resource.prefix(60))'") }
        state.version += 1
        state.states[new.resource] = Versioned(value: new, version: state.version)
      case .log(let line): state.log.append(line)
      case .ready(let seconds):
        state.version += 1
        state.ready = Versioned(value: seconds, version: state.version)
      }
      return nil
    }
    if let fault { throw fault }
    wake()
  }

  /// Says that nothing more will come.
  func finish() {
    state.withLock { $0.isFinished = true }
    wake()
  }

  /// What is newer than a cursor, in the order of the plan.
  func news(after cursor: Cursor) -> News {
    state.withLock { state in
      var news = News(cursor: Cursor(version: state.version, line: cursor.line))
      if let plan = state.plan {
        if plan.version > cursor.version { news.plan = plan.value }
        news.states = plan.value.resources.compactMap { resource in
          guard let held = state.states[resource.name], held.version > cursor.version else {
            return nil
          }
          return held.value
        }
      }
      if let ready = state.ready, ready.version > cursor.version { news.ready = ready.value }
      // A number from nowhere starts from the oldest line.
      let line = cursor.line > state.log.newest ? 0 : cursor.line
      let found = state.log.lines(after: line, atMost: Self.batch)
      news.missed = line == 0 ? 0 : found.missed
      news.lines = Array(found.lines)
      news.cursor.line = line + found.missed + found.lines.count
      news.isFinished = state.isFinished && news.cursor.line >= state.log.newest
      return news
    }
  }

  /// The plan, once there is one.
  var plan: RunPlan? { state.withLock { $0.plan?.value } }

  /// Waits until there may be something newer, or until someone calls `wake`.
  func wait(beyond cursor: Cursor) async {
    await withCheckedContinuation { continuation in
      let isDue = state.withLock { state in
        if state.isFinished || state.version > cursor.version || state.log.newest > cursor.line {
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isDue { continuation.resume() }
    }
  }

  /// Lets everyone who waits look again.
  func wake() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  /// A place for one more reader; nil when all are taken.
  func seat() -> Seat? {
    let isFree = state.withLock { state in
      if state.readers >= Self.mostReaders { return false }
      state.readers += 1
      return true
    }
    return isFree ? Seat(self) : nil
  }

  /// Whether nothing more will come.
  var isFinished: Bool { state.withLock { $0.isFinished } }

  /// How many readers there are.
  var readers: Int { state.withLock { $0.readers } }

  fileprivate func leave() { state.withLock { $0.readers -= 1 } }
}

/// The place of a reader, free again once nobody holds it.
final class Seat: Sendable {
  private let board: Board

  fileprivate init(_ board: Board) { self.board = board }

  deinit { board.leave() }
}
