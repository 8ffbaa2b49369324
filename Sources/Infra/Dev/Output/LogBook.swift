#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line that a program said.
struct LogLine: Sendable {
  /// Where it was said.
  enum Stream: String, Sendable {
    case out, err, build, release
  }

  /// The resource.
  let resource: String
  /// Where it was said.
  let stream: Stream
  /// When, in seconds since 1970.
  let time: Double
  /// The line, without the values of secrets.
  let text: String
}

/// Everything that programs say: in files, and the last lines of each in memory.
struct LogBook {
  private let folder: DevFolder
  private let redaction: Redaction
  private var files: [String: Int32] = [:]
  private var rests: [Source: [UInt8]] = [:]

  /// The last lines of each resource.
  private(set) var recent: [String: [LogLine]] = [:]

  /// Why logs are not on the disk, once they are not.
  private(set) var fault: String?

  private struct Source: Hashable {
    let resource: String
    let stream: LogLine.Stream
  }

  /// How many lines of each resource are kept in memory.
  private static let kept = 300

  /// How long a line may be; longer ones are broken.
  private static let longest = 16_384

  init(_ folder: DevFolder, hiding redaction: Redaction) {
    self.folder = folder
    self.redaction = redaction
  }

  /// Takes what was read, and answers the lines that it completes.
  mutating func take(
    _ bytes: [UInt8],
    of resource: String,
    _ stream: LogLine.Stream,
    isAtEnd: Bool = false
  ) -> [LogLine] {
    let source = Source(resource: resource, stream: stream)
    var rest = (rests[source] ?? []) + bytes
    var lines: [LogLine] = []
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(line(rest[..<end], source))
      rest.removeSubrange(...end)
    }
    while rest.count > Self.longest || (isAtEnd && !rest.isEmpty) {
      let part = rest.prefix(Self.longest)
      lines.append(line(part, source))
      rest.removeFirst(part.count)
    }
    rests[source] = rest
    if lines.isEmpty { return [] }
    recent[resource, default: []] += lines
    if let count = recent[resource]?.count, count > Self.kept {
      recent[resource]?.removeFirst(count - Self.kept)
    }
    write(lines, of: resource)
    return lines
  }

  /// The last lines of a resource.
  func tail(of resource: String, _ count: Int = 20) -> [String] {
    (recent[resource] ?? []).suffix(count).map(\.text)
  }

  private func line(_ bytes: ArraySlice<UInt8>, _ source: Source) -> LogLine {
    var bytes = Array(bytes)
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return LogLine(
      resource: source.resource,
      stream: source.stream,
      time: WallClock.seconds,
      text: String(decoding: redaction.hidden(bytes), as: UTF8.self)
    )
  }

  private mutating func write(_ lines: [LogLine], of resource: String) {
    if fault != nil { return }
    let path = folder.log(of: resource)
    let descriptor =
      files[resource] ?? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o600)
    files[resource] = descriptor
    var text = lines.map { $0.text + "\n" }.joined()
    let isWritten = text.withUTF8 { bytes in
      descriptor >= 0 && systemWrite(descriptor, bytes.baseAddress, bytes.count) == bytes.count
    }
    if !isWritten { fault = "cannot write '\(path)': \(String(cString: strerror(errno)))" }
  }

  /// Closes the files.
  func close() { for descriptor in files.values where descriptor >= 0 { systemClose(descriptor) } }
}

/// The time of day.
enum WallClock {
  /// Seconds since 1970.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

private func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, base, count)
}

private func systemClose(_ descriptor: Int32) { close(descriptor) }
