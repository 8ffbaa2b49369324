import Synchronization

/// Where commands wait for the thread that talks to Postgres, and what wakes it.
final class Mailbox: Sendable {
  private struct State {
    var commands: [Command] = []
    var isSleeping = false
    var isClosed = false
  }

  private let state = Mutex(State())
  private let wakeup: Wakeup

  init() throws(DatabaseError) { self.wakeup = try Wakeup() }

  deinit { wakeup.close() }

  /// What the thread polls beside its connections.
  var descriptor: Int32 { wakeup.descriptor }

  /// Leaves a command; false once the thread has gone.
  @discardableResult
  func post(_ command: Command) -> Bool {
    let (taken, wake) = state.withLock { state in
      guard !state.isClosed else { return (false, false) }
      state.commands.append(command)
      let wake = state.isSleeping
      state.isSleeping = false
      return (true, wake)
    }
    if wake { wakeup.signal() }
    return taken
  }

  /// Takes all commands; with none, the thread promises to sleep until it is woken.
  func take() -> [Command] {
    state.withLock { state in
      var taken: [Command] = []
      swap(&taken, &state.commands)
      state.isSleeping = taken.isEmpty
      return taken
    }
  }

  /// Forgets past signals.
  func drain() { wakeup.drain() }

  /// Refuses further commands and returns those that came too late.
  func close() -> [Command] {
    state.withLock { state in
      state.isClosed = true
      var taken: [Command] = []
      swap(&taken, &state.commands)
      return taken
    }
  }
}
