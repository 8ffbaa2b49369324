import Synchronization

/// Named counters that many tasks raise.
final class Tally: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func add(_ name: String, _ number: Int = 1) {
    counts.withLock { $0[name, default: 0] += number }
  }

  subscript(_ name: String) -> Int { counts.withLock { $0[name] ?? 0 } }

  var all: [String: Int] { counts.withLock { $0 } }
}
