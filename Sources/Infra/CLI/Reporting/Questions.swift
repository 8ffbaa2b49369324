#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whom a command asks: a person at a terminal, or standard input.
struct Questions: Sendable {
  /// Whether a person can answer.
  let canAsk: Bool

  /// Asks a person; nil when there is no answer.
  let ask: @Sendable (String) -> String?

  /// Asks a person for a value that the terminal does not show; nil when there is no answer.
  let askHidden: @Sendable (String) -> String?

  /// Everything that standard input holds.
  let input: @Sendable () -> [UInt8]

  /// The process's own terminal and standard input.
  static func standard() -> Questions {
    Questions(
      canAsk: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
      ask: { ask($0, showing: true) },
      askHidden: { ask($0, showing: false) },
      input: { readAll(STDIN_FILENO) }
    )
  }

  /// Whether a person says yes; no where nobody can.
  func confirms(_ question: String, unlessAnswered standard: Bool) -> Bool {
    guard canAsk, let answer = ask(question + (standard ? " [Y/n] " : " [y/N] ")) else {
      return false
    }
    switch answer.lowercased() {
    case "": return standard
    case "y", "yes": return true
    default: return false
    }
  }

  /// Writes a question to the terminal and reads one line.
  ///
  /// What is typed is hidden by turning the terminal's echo off, and it is on again on every path.
  private static func ask(_ question: String, showing: Bool) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var question = question
    question.withUTF8 { _ = write(terminal, $0.baseAddress, $0.count) }
    var settings = termios()
    let canHide = !showing && tcgetattr(terminal, &settings) == 0
    let shown = settings
    if canHide {
      settings.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(terminal, TCSAFLUSH, &settings)
    }
    defer {
      if canHide {
        var shown = shown
        tcsetattr(terminal, TCSAFLUSH, &shown)
        _ = write(terminal, "\n", 1)
      }
    }
    return readLine(terminal)
  }

  private static func readLine(_ descriptor: Int32) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return line.isEmpty ? nil : String(validating: line, as: UTF8.self) }
      if byte == UInt8(ascii: "\n") { return String(validating: line, as: UTF8.self) }
      line.append(byte)
    }
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
