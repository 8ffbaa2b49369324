public import InfraSerialization

extension ComposeFile {
  /// When the engine starts a container again.
  public struct RestartPolicy: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word, such as `on-failure:3`.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Never, as where nothing is said.
    public static let no: RestartPolicy = "no"
    /// Always.
    public static let always: RestartPolicy = "always"
    /// When it failed.
    public static let onFailure: RestartPolicy = "on-failure"
    /// Always, unless a person stopped it.
    public static let unlessStopped: RestartPolicy = "unless-stopped"
  }

  /// When an image is pulled or built.
  public struct PullPolicy: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word, such as `every_12h`.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Pulled at every start.
    public static let always: PullPolicy = "always"
    /// Never pulled.
    public static let never: PullPolicy = "never"
    /// Pulled when it is not there.
    public static let missing: PullPolicy = "missing"
    /// Built at every start, from cached layers where nothing changed.
    public static let build: PullPolicy = "build"
    /// Pulled once a day.
    public static let daily: PullPolicy = "daily"
    /// Pulled once a week.
    public static let weekly: PullPolicy = "weekly"
  }

  /// Whose cgroup namespace a container joins.
  public struct CgroupNamespace: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The host's.
    public static let host: CgroupNamespace = "host"
    /// One of its own.
    public static let `private`: CgroupNamespace = "private"

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.host, .private]
  }
}
