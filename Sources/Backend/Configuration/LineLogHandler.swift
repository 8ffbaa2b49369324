import Logging
import NIOCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes each event as one line: text on a terminal, JSON for machines.
struct LineLogHandler: LogHandler {
  /// How lines look.
  enum Form: Sendable {
    case text
    case json

    /// Text where standard error is a terminal.
    static var fitting: Form { isatty(STDERR_FILENO) == 1 ? .text : .json }
  }

  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level
  private let label: String
  private let form: Form
  private let write: @Sendable (ByteBuffer) -> Void

  init(
    label: String,
    level: Logger.Level,
    form: Form = .fitting,
    write: @escaping @Sendable (ByteBuffer) -> Void = LineLogHandler.writeToStandardError
  ) {
    self.label = label
    self.logLevel = level
    self.form = form
    self.write = write
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var all = metadata
    for (key, value) in event.metadata ?? [:] { all[key] = value }
    if let error = event.error { all["error"] = "\(error)" }
    let pairs = all.map { ($0.key, "\($0.value)") }.sorted { $0.0 < $1.0 }
    switch form {
    case .json: write(json(event, pairs))
    case .text: write(text(event, pairs))
    }
  }

  private func json(_ event: LogEvent, _ pairs: [(String, String)]) -> ByteBuffer {
    var json = JSONWriter()
    json.object { json in
      json.member("time", Self.now())
      json.member("level", event.level.rawValue)
      json.member("message", event.message.description)
      for (key, value) in pairs { json.member(key, value) }
    }
    var line = json.buffer
    line.writeInteger(UInt8(ascii: "\n"))
    return line
  }

  private func text(_ event: LogEvent, _ pairs: [(String, String)]) -> ByteBuffer {
    var line = "\(Self.now()) \(event.level.rawValue) \(Self.onOneLine(event.message.description))"
    for (key, value) in pairs { line += " \(key)=\(Self.onOneLine(value))" }
    return ByteBuffer(string: line + "\n")
  }

  /// A text without anything that a terminal would act on.
  private static func onOneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
      )
    )
  }

  private static func now() -> String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var parts = tm()
    gmtime_r(&time.tv_sec, &parts)
    func padded(_ number: some BinaryInteger, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
    let clock = "\(padded(parts.tm_hour, 2)):\(padded(parts.tm_min, 2)):\(padded(parts.tm_sec, 2))"
    return "\(date)T\(clock).\(padded(time.tv_nsec / 1_000_000, 3))Z"
  }

  /// One `write` a line, so lines of several threads do not mix.
  static func writeToStandardError(_ line: ByteBuffer) {
    line.withUnsafeReadableBytes { bytes in
      _ = systemWrite(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
