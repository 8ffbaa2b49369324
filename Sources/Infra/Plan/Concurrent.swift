import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A value that another thread works out while this one goes on.
///
/// A thread costs about as much as a description of ten services: what is small is worked out at once.
/// Whoever needs the value before a thread has begun works it out, so nobody waits in vain, however
/// few processors there are, and where the system grants no thread at all.
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
    if isWorthwhile, ProcessLimits.areNone {
      NewThread.start { self.begin() }
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

/// A thread of the system.
///
/// A queue of Dispatch would try again each second, for ever, where the system grants no thread.
private enum NewThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread that nobody waits for; does nothing where there is none to be had.
  static func start(_ run: @escaping @Sendable () -> Void) {
    let body = Unmanaged.passRetained(Body(run))
    #if canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(
        &thread,
        nil,
        { body in
          Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
          return nil
        },
        body.toOpaque()
      )
      if result == 0, let thread { pthread_detach(thread) }
    #else
      var thread = pthread_t()
      let result = pthread_create(
        &thread,
        nil,
        { body in
          if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
          return nil
        },
        body.toOpaque()
      )
      if result == 0 { pthread_detach(thread) }
    #endif
    if result != 0 { body.release() }
  }
}
