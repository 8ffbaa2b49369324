#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a command writes: data to standard output, diagnostics to standard error.
struct Console: Sendable {
  /// Whether standard output may have colour.
  let outputHasColour: Bool

  /// Whether standard error may have colour.
  let errorHasColour: Bool

  /// Takes text for standard output as it is.
  let out: @Sendable (String) -> Void

  /// Takes text for standard error as it is.
  let err: @Sendable (String) -> Void

  /// The process's own streams: colour on a terminal only, and never under NO_COLOR.
  static func standard() -> Console {
    let mayColour = variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
    return Console(
      outputHasColour: mayColour && isatty(STDOUT_FILENO) == 1,
      errorHasColour: mayColour && isatty(STDERR_FILENO) == 1,
      out: { Self.write($0, to: STDOUT_FILENO) },
      err: { Self.write($0, to: STDERR_FILENO) }
    )
  }

  /// Reports why a command failed.
  func complain(_ failure: Failure) {
    for fault in failure.faults {
      let place = fault.place.map { "\($0): " } ?? ""
      err("\(place)\(Paint.red("error:", errorHasColour)) \(fault.message)\n")
      if let help = fault.help { err("  help: \(help)\n") }
    }
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = systemWrite(descriptor, rest.baseAddress, rest.count)
        // A reader that went away, such as `head`, is no error of ours and nothing can be told.
        if count < 0 && errno != EINTR { return }
        if count > 0 { rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count)) }
      }
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, base, count)
}

/// Colours for a terminal.
enum Paint {
  static func red(_ text: String, _ on: Bool) -> String { paint(text, "31;1", on) }
  static func yellow(_ text: String, _ on: Bool) -> String { paint(text, "33;1", on) }
  static func green(_ text: String, _ on: Bool) -> String { paint(text, "32", on) }
  static func blue(_ text: String, _ on: Bool) -> String { paint(text, "34;1", on) }
  static func dim(_ text: String, _ on: Bool) -> String { paint(text, "2", on) }
  static func bold(_ text: String, _ on: Bool) -> String { paint(text, "1", on) }

  private static func paint(_ text: String, _ code: String, _ on: Bool) -> String {
    on ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
