public import InfraSerialization

extension ComposeFile {
  /// What `docker compose watch` does on a change: `develop.md` of the specification.
  public struct Develop: Sendable, Equatable, Codable {
    /// The paths that are watched.
    public var watch: [Watch]?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Watches paths.
    public init(watch: [Watch]? = nil) { self.watch = watch }
  }

  /// A path that is watched, and what a change in it causes.
  public struct Watch: Sendable, Equatable, Codable {
    /// What a change causes.
    public var action: Action
    /// What to run in the container after a sync, for ``Action/syncAndExec``.
    public var exec: Hook?
    /// Patterns of files that are left alone, as in `.dockerignore`.
    public var ignore: TextOrList?
    /// Patterns of the only files that count.
    public var include: TextOrList?
    /// Whether all files are copied when watching starts.
    public var initialSync: Bool?
    /// The path, from the file's own folder.
    public var path: ComposeText
    /// Where files are copied to; Compose asks for it unless the action is rebuild or restart.
    public var target: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Watches a path.
    public init(
      _ action: Action,
      path: ComposeText,
      target: ComposeText? = nil,
      ignore: TextOrList? = nil
    ) {
      self.action = action
      self.path = path
      self.target = target
      self.ignore = ignore
    }

    private enum CodingKeys: String, CodingKey {
      case action
      case exec
      case ignore
      case include
      case initialSync = "initial_sync"
      case path
      case target
      case extensions
    }
  }

  /// What a change of a watched path causes.
  public struct Action: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The image is built again, and the service replaced.
    public static let rebuild: Action = "rebuild"
    /// The service is started again (Compose 2.32.0).
    public static let restart: Action = "restart"
    /// The file is copied into the container.
    public static let sync: Action = "sync"
    /// The file is copied, and the service started again.
    public static let syncAndRestart: Action = "sync+restart"
    /// The file is copied, and a command run in the container (Compose 2.32.0).
    public static let syncAndExec: Action = "sync+exec"

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [
      .rebuild, .restart, .sync, .syncAndRestart, .syncAndExec,
    ]
  }
}
