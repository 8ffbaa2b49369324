/// The last lines of output, numbered from 1, within a limit of lines and of bytes.
struct LogBuffer: Sendable {
  /// How much is kept.
  struct Limits: Sendable {
    /// The most lines.
    var lines = 4_000
    /// The most bytes of all lines together.
    var bytes = 4 << 20
    /// The most bytes of one line; the rest of it is cut.
    var lineBytes = 16 << 10
  }

  private let limits: Limits
  private var lines: [LogLine] = []
  /// How many lines at the start of the array have been given up.
  private var given = 0
  private var first = 1
  private(set) var bytes = 0

  /// The number of the newest line; 0 before the first.
  var newest: Int { first + count - 1 }

  /// How many lines are kept.
  var count: Int { lines.count - given }

  init(_ limits: Limits) { self.limits = limits }

  /// Adds a line, and gives up the oldest that are too many.
  mutating func append(_ line: LogLine) {
    var line = line
    line.text = Self.cut(line.text, to: limits.lineBytes)
    line.resource = Self.cut(line.resource, to: 200)
    lines.append(line)
    bytes += line.text.utf8.count
    while count > limits.lines || (bytes > limits.bytes && count > 1) { giveUpOldest() }
  }

  /// The lines behind a number, the oldest first, and how many between were given up.
  func lines(after number: Int, atMost most: Int) -> (missed: Int, lines: ArraySlice<LogLine>) {
    let start = max(number + 1, first)
    let from = given + start - first
    guard from < lines.count else { return (0, []) }
    return (start - number - 1, lines[from..<min(from + most, lines.count)])
  }

  private mutating func giveUpOldest() {
    bytes -= lines[given].text.utf8.count
    lines[given].text = ""
    given += 1
    first += 1
    // The room of lines that were given up is taken back when they are as many as those kept.
    if given > lines.count / 2 {
      lines.removeFirst(given)
      given = 0
    }
  }

  private static func cut(_ text: String, to bytes: Int) -> String {
    if text.utf8.count <= bytes { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: bytes)
    while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
      end = text.utf8.index(before: end)
    }
    return text[..<end] + "…"
  }
}
