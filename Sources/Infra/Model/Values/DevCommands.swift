/// How something runs on a developer's machine without an image.
///
/// A literal is the command that starts it (`dev: "npm run dev"`); what is built first or released
/// before it is named: `DevCommands(build: "swift build", start: ".build/debug/api serve")`.
/// `infra dev` runs them, in the directory of the source.
public struct DevCommands: Sendable, Hashable {
  /// The command that builds it before each start; nil where starting it is enough.
  ///
  /// Several that are equal, in one directory, are one build.
  public var build: Command?

  /// The command that starts it and ends when it ends.
  public var start: Command

  /// The command that prepares a start, such as migrations; nil for the service's own.
  ///
  /// A service's `release` often names a program that only its image has.
  public var release: Command?

  /// The command that tries it once everything is ready, and ends with 0 when it works.
  ///
  /// `infra dev --try` and `infra rollback dev --rehearse` run it, with the variables of what it
  /// tries.
  public var smoke: Command?

  /// Names the commands.
  public init(
    build: Command? = nil,
    start: Command,
    release: Command? = nil,
    smoke: Command? = nil
  ) {
    self.build = build
    self.start = start
    self.release = release
    self.smoke = smoke
  }
}

extension DevCommands: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// Creates a start command that is a line for the shell.
  public init(stringLiteral line: String) { self.init(start: .shell(line)) }

  /// Creates a start command that is a program with its arguments.
  public init(arrayLiteral words: String...) { self.init(start: .exec(words)) }
}
