#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a text, ready for the C library's search, which is fast in a debug build too.
struct SearchedText: ~Copyable {
  private let bytes: UnsafeMutableBufferPointer<CChar>

  /// How many bytes there are.
  let count: Int

  /// Takes a copy of bytes without a NUL.
  init(_ text: [UInt8]) {
    count = text.count
    bytes = .allocate(capacity: text.count + 1)
    text.withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(bytes).copyMemory(from: source)
    }
    bytes[count] = 0
  }

  /// Whether bytes have no NUL among them.
  static func isText(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) == nil } ?? true
    }
  }

  deinit { bytes.deallocate() }

  /// Every place where a word begins, in order, without overlaps.
  func places(of word: String) -> [Int] {
    guard let base = bytes.baseAddress, !word.isEmpty else { return [] }
    var places: [Int] = []
    let length = word.utf8.count
    var start = base
    while let found = strstr(start, word) {
      let place = base.distance(to: UnsafeMutablePointer(found))
      places.append(place)
      start = base + (place + length)
    }
    return places
  }
}

/// Which line a byte of a text stands on.
struct LineTable {
  private let starts: [Int]
  private let count: Int

  init(_ text: [UInt8]) {
    var starts = [0]
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var at = 0
      while at < bytes.count, let found = memchr(base + at, 0x0A, bytes.count - at) {
        at = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found)) + 1
        starts.append(at)
      }
    }
    self.starts = starts
    count = text.count
  }

  /// The line of a byte, from 1.
  func line(of place: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line, without its end.
  func range(of line: Int) -> Range<Int> {
    let start = starts[line - 1]
    return start..<max(start, line < starts.count ? starts[line] - 1 : count)
  }
}
