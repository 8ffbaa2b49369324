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
    let fields = fields(of: event)
    switch form {
    case .json: write(json(event, fields))
    case .text: write(text(event, fields))
    }
  }

  /// All that an event says besides its message, by name; what it says itself goes first.
  private func fields(of event: LogEvent) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    fields.reserveCapacity(metadata.count + (event.metadata?.count ?? 0) + 1)
    if let error = event.error { fields.append(("error", "\(error)")) }
    for (name, value) in event.metadata ?? [:] where !(name == "error" && event.error != nil) {
      fields.append((name, value.text))
    }
    for (name, value) in metadata where !fields.contains(where: { $0.name == name }) {
      fields.append((name, value.text))
    }
    fields.sort { $0.name < $1.name }
    return fields
  }

  private func json(_ event: LogEvent, _ fields: [(name: String, value: String)]) -> ByteBuffer {
    var json = JSONWriter()
    json.object { json in
      json.member("time", Clock.text)
      json.member("level", event.level.rawValue)
      json.member("message", event.message.description)
      for field in fields {
        json.name(text: field.name)
        json.text(field.value)
      }
    }
    var line = json.buffer
    line.writeInteger(UInt8(ascii: "\n"))
    return line
  }

  private func text(_ event: LogEvent, _ fields: [(name: String, value: String)]) -> ByteBuffer {
    var line = "\(Clock.text) \(event.level.rawValue) \(Self.onOneLine(event.message.description))"
    for field in fields { line += " \(field.name)=\(Self.onOneLine(field.value))" }
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

extension Logger.MetadataValue {
  fileprivate var text: String { if case .string(let text) = self { text } else { "\(self)" } }
}
