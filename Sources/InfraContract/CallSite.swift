/// A place in the author's own Swift source, as the compiler names it.
///
/// `file` is a `#fileID`: module and file name. In a flat folder called after its module
/// (`environments/prod.swift`) that is the path an editor can open.
public struct CallSite: Sendable, Hashable, CustomStringConvertible {
  /// The module and file, such as `environments/prod.swift`.
  public let file: StaticString

  /// The line, counted from one.
  public let line: UInt

  /// Creates a call site, by default that of the caller.
  public init(file: StaticString = #fileID, line: UInt = #line) {
    self.file = file
    self.line = line
  }

  /// The place as compilers print it: `environments/prod.swift:14`.
  public var description: String { "\(file):\(line)" }

  /// Whether two call sites name the same line of the same file.
  public static func == (left: CallSite, right: CallSite) -> Bool {
    left.line == right.line && left.file.description == right.file.description
  }

  /// Feeds the line and the file to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(file.description)
  }
}
