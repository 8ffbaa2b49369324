import FlyingFox
import FlyingSocks
import Foundation

/// The server of the page, on 127.0.0.1 and a port that was free.
struct PageServer: Sendable {
  /// What the page shows.
  let board: Board

  /// How often a silent stream says that it is still there, which finds readers that went away.
  var heartbeat = Duration.seconds(10)

  /// How long readers may take to hear of the end.
  var farewell = Duration.milliseconds(500)

  /// Serves until the board is finished and its readers have had the last of it.
  ///
  /// - Parameter announce: Takes the page's address once requests are answered.
  /// - Throws: What the system says when no port can be had.
  func serve(announce: @Sendable (String) -> Void) async throws {
    let token = PageHandler.makeToken()
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: 0),
      // A machine that builds may leave the page waiting: late is better than an error.
      timeout: 120,
      logger: .disabled,
      handler: PageHandler(token: token, board: board)
    )
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      try await server.waitUntilListening(timeout: 120)
      guard case .ip4(_, let port)? = await server.listeningAddress else {
        throw SocketError.unsupportedAddress
      }
      announce("http://127.0.0.1:\(port)/\(token)/")
      group.addTask { [board, heartbeat] in
        while true {
          try await Task.sleep(for: heartbeat)
          board.wake()
        }
      }
      await finished()
      await server.stop(timeout: 0.5)
      group.cancelAll()
    }
  }

  /// Waits for the end of the input, and a moment for readers to hear of it.
  private func finished() async {
    while !board.isFinished { await board.wait(beyond: .end) }
    let start = ContinuousClock.now
    while board.readers > 0 && start.duration(to: .now) < farewell {
      try? await Task.sleep(for: .milliseconds(25))
    }
  }
}
