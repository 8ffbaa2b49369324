import Dispatch
import Synchronization

/// A value that another thread works out while this one goes on.
///
/// A thread costs about as much as a description of ten services: what is small is worked out at once.
/// Whoever needs the value before a thread was free to begin works it out, so nobody waits in vain,
/// however few processors there are.
package final class Concurrent<Value: Sendable>: Sendable {
  private enum State {
    case waiting
    case begun
    case done(Value)
  }

  private let state = Mutex(State.waiting)
  private let work: @Sendable () -> Value
  private let done = DispatchGroup()

  /// Starts the work.
  ///
  /// - Parameters:
  ///   - isWorthwhile: Whether the work is large enough for a thread.
  ///   - work: What it does. It may need other values of this kind, which must not need it.
  package init(if isWorthwhile: Bool, _ work: @escaping @Sendable () -> Value) {
    self.work = work
    done.enter()
    if isWorthwhile {
      DispatchQueue.global(qos: .userInitiated).async { self.begin() }
    } else {
      begin()
    }
  }

  /// The value; waits where a thread is about it.
  package var value: Value {
    begin()
    done.wait()
    guard case .done(let value) = state.withLock({ $0 }) else { return work() }
    return value
  }

  private func begin() {
    let isFirst = state.withLock { state in
      guard case .waiting = state else { return false }
      state = .begun
      return true
    }
    guard isFirst else { return }
    let value = work()
    state.withLock { $0 = .done(value) }
    done.leave()
  }
}
