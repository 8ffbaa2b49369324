#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraSecrets

/// One attempt at finding out whether something is ready, which never waits.
///
/// Over a network it is a connection to one of the two loopback addresses; the caller tries the
/// other one next, since a program may listen on either.
struct Probe {
  /// How an attempt ended.
  enum Outcome: Equatable {
    case passed
    case failed(String)
  }

  /// The open connection.
  let descriptor: Int32
  private let question: Check.Question
  private let deadline: ContinuousClock.Instant
  private var isConnected = false
  private var answer: [UInt8] = []

  /// Starts an attempt; nil where nobody listens.
  init?(_ question: Check.Question, isIPv6: Bool, until deadline: ContinuousClock.Instant) {
    guard let port = question.port, let descriptor = LocalSocket.make(isIPv6: isIPv6) else {
      return nil
    }
    Descriptor.neverWait(descriptor)
    let code = LocalSocket.withAddress(port, isIPv6: isIPv6) { connect(descriptor, $0, $1) }
    if code != 0, errno != EINPROGRESS {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.question = question
    self.deadline = deadline
  }

  /// What to wait for.
  var events: Int16 { Int16(isConnected ? POLLIN : POLLOUT) }

  /// Goes as far as possible, and answers how it ended once it has; the caller closes then.
  mutating func advance(_ happened: Int16, now: ContinuousClock.Instant) -> Outcome? {
    if now >= deadline { return .failed("does not answer") }
    if happened == 0 { return nil }
    if !isConnected {
      var code: Int32 = 0
      var size = socklen_t(MemoryLayout<Int32>.size)
      getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size)
      if code != 0 { return .failed("nobody listens on its port") }
      isConnected = true
      guard let request else { return .passed }
      if Descriptor.write(request[...], to: descriptor) != request.count {
        return .failed("hangs up")
      }
      return nil
    }
    let (bytes, isAtEnd) = Descriptor.read(descriptor)
    answer += bytes
    return judged ?? (isAtEnd ? .failed("hangs up without an answer") : nil)
  }

  /// Closes the connection.
  func end() { close(descriptor) }

  private var request: [UInt8]? {
    switch question {
    case .http(let port, let path, _):
      return Array(
        "GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n".utf8
      )
    case .redis: return Array("PING\r\n".utf8)
    case .postgres(_, let user, let database):
      // StartupMessage: its length, version 3.0, names and values (postgresql.org, protocol-
      // message-formats). A server that is still starting answers with an error.
      var body: [UInt8] = [0, 3, 0, 0]
      for text in ["user", user, "database", database] { body += Array(text.utf8) + [0] }
      body.append(0)
      let count = UInt32(body.count + 4)
      return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + body
    case .listens, .program, .lasts: return nil
    }
  }

  /// What the answer so far means; nil when more is needed.
  private var judged: Outcome? {
    switch question {
    case .http(_, let path, let statuses):
      guard answer.contains(UInt8(ascii: "\n")) else { return nil }
      let line = String(decoding: answer.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
      let words = line.split(separator: " ")
      guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
        return .failed("does not speak HTTP")
      }
      return statuses.contains(status) ? .passed : .failed("answers \(path) with \(status)")
    case .redis:
      guard answer.count >= 5 else { return nil }
      return answer.starts(with: Array("+PONG".utf8)) ? .passed : .failed("is still loading")
    case .postgres:
      guard let first = answer.first else { return nil }
      return first == UInt8(ascii: "R") ? .passed : .failed("is still starting")
    case .listens, .program, .lasts: return .passed
    }
  }
}

extension Check.Question {
  /// The port that is asked; nil where none is.
  fileprivate var port: Int? {
    switch self {
    case .http(let port, _, _), .listens(let port), .redis(let port): port
    case .postgres(let port, _, _): port
    case .program, .lasts: nil
    }
  }
}
