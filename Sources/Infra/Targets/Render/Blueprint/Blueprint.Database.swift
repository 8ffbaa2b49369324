import InfraSerialization

extension Blueprint {
  /// A Postgres instance.
  public struct Database: Codable, Hashable, Sendable {
    /// The name, which is the identity: the name of an existing instance adopts that instance.
    public var name: String

    /// The database inside the instance.
    ///
    /// Fixed once it exists; Render may add a suffix.
    public var databaseName: String?

    /// The user that owns the database.
    ///
    /// Fixed once it exists.
    public var user: String?

    /// The region, `oregon` by default.
    ///
    /// Fixed once it exists.
    public var region: Region?

    /// The compute plan; new instances get `0.1c-256mb`, existing ones keep theirs.
    public var plan: PostgresPlan?

    /// The disk in gigabytes: 1 or a multiple of 5.
    ///
    /// It only grows.
    public var diskSizeGB: Int?

    /// Whether the disk grows by itself.
    public var storageAutoscalingEnabled: Bool?

    /// The connection pooler in front of it; none by default.
    ///
    /// Paid plans only.
    public var connectionPool: ConnectionPool?

    /// The plan in preview environments; by default the same.
    public var previewPlan: PostgresPlan?

    /// The disk in preview environments, in gigabytes; by default the same.
    public var previewDiskSizeGB: Int?

    /// The major version; the newest by default.
    ///
    /// Fixed once it exists.
    public var postgresMajorVersion: PostgresVersion?

    /// A standby that takes over; needs a Pro workspace and a plan of at least one CPU.
    public var highAvailability: HighAvailability?

    /// Who may connect from outside; nil lets everybody in on a new instance.
    public var ipAllowList: [AllowedAddress]?

    /// Copies that answer reads, at most five.
    ///
    /// Nil keeps existing ones; those not listed are destroyed.
    public var readReplicas: [ReadReplica]?

    /// Creates an instance with Render's defaults.
    public init(name: String) { self.name = name }
  }

  /// A standby of a Postgres instance.
  public struct HighAvailability: Codable, Hashable, Sendable {
    /// Whether there is one.
    public var enabled: Bool

    /// Creates the setting.
    public init(enabled: Bool) { self.enabled = enabled }
  }

  /// A copy of a Postgres instance that answers reads.
  public struct ReadReplica: Codable, Hashable, Sendable {
    /// The name, by which variables refer to it as to a database.
    public var name: String

    /// Names a copy.
    public init(name: String) { self.name = name }
  }
}
