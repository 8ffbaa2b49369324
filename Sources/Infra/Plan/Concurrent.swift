import Dispatch
import Synchronization

/// A value that another thread works out while this one goes on.
///
/// A thread costs about as much as a description of ten services: what is small is worked out at once.
package final class Concurrent<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let work: @Sendable () -> Value
  private let group = DispatchGroup()

  /// Starts the work.
  ///
  /// - Parameters:
  ///   - isWorthwhile: Whether the work is large enough for a thread.
  ///   - work: What it does. It may wait for other values of this kind, and they must not wait for it.
  package init(if isWorthwhile: Bool, _ work: @escaping @Sendable () -> Value) {
    self.work = work
    guard isWorthwhile else {
      finish()
      return
    }
    DispatchQueue.global(qos: .userInitiated).async(group: group) { self.finish() }
  }

  /// The value; waits until it is there.
  package var value: Value {
    group.wait()
    return result.withLock { $0 } ?? work()
  }

  private func finish() {
    let value = work()
    result.withLock { $0 = value }
  }
}
