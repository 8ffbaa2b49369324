/// Where a run is shown.
package struct Screen: Sendable {
  /// Whether lines may have colour.
  package let hasColour: Bool

  /// Whether a line can be written over.
  package let isTerminal: Bool

  /// How many columns there are.
  package let width: Int

  /// Takes text as it is.
  package let write: @Sendable (String) -> Void

  /// Describes a screen.
  package init(
    hasColour: Bool,
    isTerminal: Bool,
    width: Int,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.hasColour = hasColour
    self.isTerminal = isTerminal
    self.width = width
    self.write = write
  }
}

/// Lines of several programs on one screen, and under them one line that says what is going on.
struct Console {
  private let screen: Screen
  private let width: Int
  private var status = ""
  private var turn = 0
  private var next = ContinuousClock.now

  init(_ screen: Screen, names: [String]) {
    self.screen = screen
    width = names.map(\.count).max() ?? 0
    self.names = names
  }

  private let names: [String]

  /// Writes a line of a program after its name.
  mutating func log(_ line: LogLine) {
    // What a program leaves switched on ends with its line.
    let end = screen.hasColour && line.text.contains("\u{1B}") ? "\u{1B}[0m" : ""
    put("\(label(line.resource)) \(dim("|")) \(line.text)\(end)")
  }

  /// Writes a line of our own.
  mutating func say(_ text: String) { put(text) }

  /// Writes a remark about a resource.
  mutating func say(_ text: String, about name: String) {
    put("\(label(name)) \(dim("|")) \(dim(text))")
  }

  /// Changes the last line; an empty one goes away.
  mutating func show(_ text: String) {
    guard screen.isTerminal, text.isEmpty || .now >= next else { return }
    next = .now + .milliseconds(80)
    turn += 1
    let cut = text.count > screen.width - 3 ? text.prefix(screen.width - 4) + "…" : text[...]
    let line = text.isEmpty ? "" : "\(Self.wheel[turn % Self.wheel.count]) \(cut)"
    if line.isEmpty && status.isEmpty { return }
    screen.write("\r\u{1B}[2K\(line)")
    status = line
  }

  private mutating func put(_ line: String) {
    screen.write((status.isEmpty ? "" : "\r\u{1B}[2K") + line + "\n" + status)
  }

  /// A name in its own colour, as wide as the widest.
  private func label(_ name: String) -> String {
    let text = name + String(repeating: " ", count: max(0, width - name.count))
    guard screen.hasColour else { return text }
    let index = names.firstIndex(of: name) ?? 0
    return "\u{1B}[\(Self.colours[index % Self.colours.count])m\(text)\u{1B}[0m"
  }

  func dim(_ text: String) -> String { screen.hasColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  func bold(_ text: String) -> String { screen.hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func green(_ text: String) -> String { screen.hasColour ? "\u{1B}[32m\(text)\u{1B}[0m" : text }
  func red(_ text: String) -> String { screen.hasColour ? "\u{1B}[31;1m\(text)\u{1B}[0m" : text }

  private static let colours = [36, 35, 33, 34, 32, 96, 95, 93, 94, 92]
  private static let wheel = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]
}
