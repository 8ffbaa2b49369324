/// Growing pauses between attempts, with a random part so that many processes spread out.
struct Backoff {
  private let first: Duration
  private let last: Duration
  private var present: Duration

  /// Creates pauses that double from one length to another.
  init(from first: Duration, to last: Duration) {
    self.first = first
    self.last = last
    self.present = first
  }

  /// The next pause: between half and the whole of the present length.
  mutating func next() -> Duration {
    let pause = present * Double.random(in: 0.5...1)
    present = min(present * 2, last)
    return pause
  }

  /// Starts again with the shortest pause.
  mutating func reset() { present = first }
}

extension Duration {
  /// The duration as `poll` takes it, rounded up so that waiting for it never spins.
  var pollMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(0, milliseconds))
  }
}
