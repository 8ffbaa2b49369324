import FlyingSocks
import Foundation

/// The news of a board as server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html).
struct EventStream: AsyncBufferedSequence {
  typealias Element = UInt8

  private let board: Board
  private let seat: Seat
  private let start: Board.Cursor

  /// A stream for one reader.
  ///
  /// - Parameters:
  ///   - board: Where the news comes from.
  ///   - seat: The reader's place, held while the stream lasts.
  ///   - line: The newest line that the reader has; 0 for none.
  init(_ board: Board, seat: Seat, after line: Int) {
    self.board = board
    self.seat = seat
    start = Board.Cursor(version: 0, line: line)
  }

  func makeAsyncIterator() -> Iterator { Iterator(board: board, seat: seat, cursor: start) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate let board: Board
    fileprivate let seat: Seat
    fileprivate var cursor: Board.Cursor
    private var isOpen = false
    private var isOver = false

    fileprivate init(board: Board, seat: Seat, cursor: Board.Cursor) {
      self.board = board
      self.seat = seat
      self.cursor = cursor
    }

    /// Not used: a stream is read in pieces.
    mutating func next() async throws -> UInt8? { nil }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      if isOver { return nil }
      if !isOpen {
        // Something is sent at once, so that the browser knows that the connection stands.
        isOpen = true
        return Array("retry: 1000\n\n".utf8)
      }
      var news = board.news(after: cursor)
      if news.isEmpty && !news.isFinished {
        await board.wait(beyond: cursor)
        // Lines mostly come in bursts: a moment later there are more to send at once.
        try await Task.sleep(for: .milliseconds(15))
        news = board.news(after: cursor)
      }
      cursor = news.cursor
      isOver = news.isFinished
      if news.isEmpty && !isOver { return Array(": still here\n\n".utf8) }
      return Array(try Self.text(of: news).utf8)
    }

    private static func text(of news: Board.News) throws -> String {
      var text = ""
      if let plan = news.plan { text += try event("plan", plan) }
      if !news.states.isEmpty { text += try event("states", news.states) }
      if let seconds = news.ready { text += try event("ready", ["seconds": seconds]) }
      if !news.lines.isEmpty || news.missed > 0 {
        text += "id: \(news.cursor.line)\n"
        text += try event("log", LogBatch(missed: news.missed, lines: news.lines))
      }
      if news.isFinished { text += try event("end", [String: String]()) }
      return text
    }

    /// An event with its data in one line, as JSON without layout is.
    private static func event(_ name: String, _ data: some Encodable) throws -> String {
      let json = String(decoding: try JSONEncoder().encode(data), as: UTF8.self)
      return "event: \(name)\ndata: \(json)\n\n"
    }

    private struct LogBatch: Encodable {
      let missed: Int
      let lines: [LogLine]
    }
  }
}
