import Foundation
import NIOCore
import NIOPosix

/// An answer, read off the wire.
struct Answer: Sendable {
  let status: Int
  let headers: [(name: String, value: String)]
  let body: String

  /// The first header of a name.
  subscript(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The body as JSON.
  var json: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] ?? [:]
  }

  /// The elements of a page.
  var items: [[String: Any]] { json["items"] as? [[String: Any]] ?? [] }
}

/// Speaks HTTP byte by byte, so that a test can also speak it badly.
enum RawHTTP {
  /// Sends bytes and reads until the server closes, or the time is over.
  static func exchange(
    port: Int,
    _ pieces: [[UInt8]],
    pause: Duration = .zero,
    limit: Duration = .seconds(30)
  ) async throws -> [UInt8] {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let timer = channel.channel.eventLoop.scheduleTask(in: TimeAmount(limit)) {
      channel.channel.close(promise: nil)
    }
    defer { timer.cancel() }
    return try await channel.executeThenClose { incoming, outgoing in
      var received: [UInt8] = []
      do {
        for (index, piece) in pieces.enumerated() {
          if index > 0, pause > .zero { try await Task.sleep(for: pause) }
          try await outgoing.write(ByteBuffer(bytes: piece))
        }
        for try await buffer in incoming { received += buffer.readableBytesView }
      } catch {
        // A server that has had enough resets the connection; what it said before still counts.
        if received.isEmpty { return received }
      }
      return received
    }
  }

  /// Makes a request of the usual kind.
  static func send(
    _ method: String,
    _ path: String,
    port: Int,
    headers: [(String, String)] = [],
    body: [UInt8]? = nil
  ) async throws -> Answer {
    var text = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    if let body { text += "Content-Length: \(body.count)\r\n" }
    let bytes = [UInt8]((text + "\r\n").utf8) + (body ?? [])
    return try parse(try await exchange(port: port, [bytes]))
  }

  /// Reads the first answer in a stream of bytes.
  static func parse(_ bytes: [UInt8]) throws -> Answer {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let split = text.range(of: "\r\n\r\n") else {
      throw PostgresServer.Failure(description: "no answer: \(text.prefix(200))")
    }
    let lines = text[..<split.lowerBound].components(separatedBy: "\r\n")
    let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    let headers = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      return (
        name: parts[0],
        value: (parts.count > 1 ? parts[1] : "").trimmingCharacters(in: .whitespaces)
      )
    }
    return Answer(status: status, headers: headers, body: String(text[split.upperBound...]))
  }
}
