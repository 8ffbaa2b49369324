import Synchronization

/// Access tokens that were found good, until they end: a client comes with the same one many times.
///
/// A token is found only by all of its bytes, its signature among them, so nothing is known of a
/// changed one. What made it good, its keys, stays the same for as long as the process lives.
final class VerifiedTokens: Sendable {
  private struct Entry {
    let identity: Identity
    let expiry: Double
  }

  private let limit: Int
  private let entries = Mutex<[String: Entry]>([:])

  /// Remembers so many tokens at once; half a megabyte of them by default.
  init(limit: Int = 1024) { self.limit = limit }

  /// Who a token stands for, where that is known and its time, in seconds since 1970, is not over.
  func identity(_ token: String, at now: Double) -> Identity? {
    entries.withLock { entries in
      guard let entry = entries[token] else { return nil }
      guard entry.expiry > now else {
        entries[token] = nil
        return nil
      }
      return entry.identity
    }
  }

  /// Remembers a token that was verified.
  ///
  /// With no place left, all are forgotten: verifying them anew costs little, and keeping an order
  /// among them would cost every request something.
  func keep(_ token: String, for identity: Identity, until expiry: Double) {
    entries.withLock { entries in
      if entries.count >= limit { entries.removeAll(keepingCapacity: true) }
      entries[token] = Entry(identity: identity, expiry: expiry)
    }
  }
}
