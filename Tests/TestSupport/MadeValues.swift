import Foundation
import Synchronization

/// The secret values that tests make, written down so that a run's whole output can be searched for
/// them afterwards: `scripts/values-in` does so.
///
/// The file lies in `.build`, which git ignores, and is readable for its owner alone.
package enum MadeValues {
  /// The file; a run names it in `INFRA_TEST_VALUES`, and without that nothing is written.
  private static let file = ProcessInfo.processInfo.environment["INFRA_TEST_VALUES"]

  private static let known = Mutex<Set<String>>([])

  /// Makes a value of 32 random bytes and writes it down.
  package static func make() -> String {
    let digits = (0..<32).map { _ in
      let byte = UInt8.random(in: .min ... .max)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    let value = digits.joined()
    note(value)
    return value
  }

  /// Writes a value down.
  ///
  /// Shorter ones than 16 characters occur by chance, and one with a line break would be two.
  package static func note(_ value: String) {
    guard let file, value.utf8.count >= 16, !value.contains("\n") else { return }
    guard known.withLock({ $0.insert(value).inserted }) else { return }
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // One write, since other tests write at the same time.
    let line = Array((value + "\n").utf8)
    _ = write(descriptor, line, line.count)
  }

  /// Writes the values of a `.env` down: all that is long enough.
  package static func note(file text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "=", maxSplits: 1)
      // The project's name is no secret, and is in many a line.
      guard parts.count == 2, !parts[0].hasSuffix("_NAME") else { continue }
      note(parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "'\"")))
    }
  }
}
