public import InfraContract

/// A Postgres database.
public struct Postgres: Resource {
  /// A major version of Postgres.
  public enum Version: Int, Sendable, Hashable, CaseIterable {
    /// Postgres 14, supported until November 2026 (postgresql.org/support/versioning, 2026-11).
    case v14 = 14
    /// Postgres 15.
    case v15 = 15
    /// Postgres 16.
    case v16 = 16
    /// Postgres 17.
    case v17 = 17
    /// Postgres 18.
    case v18 = 18
  }

  /// The name: the private host name too.
  public let name: String

  /// The major version; platforms cannot change it in place.
  public var version: Version

  /// How much it must hold; nil for the platform's default.
  public var storage: ByteCount?

  /// What the server needs.
  public var size: Size?

  /// Whether a standby takes over when the server fails.
  public var highAvailability: Bool

  /// Copies that answer reads.
  public var replicas: [ReadReplica]

  /// Whether a connection pooler stands in front of it.
  public var pooling: Bool

  /// The name of the database inside the server; nil for the platform's choice.
  public var databaseName: String?

  /// The user that owns the database; nil for the platform's choice.
  public var user: String?

  /// The address ranges outside the private network that may connect; empty for none.
  public var allowedAddresses: [AddressRange]

  /// The rules that are raised or silenced here.
  public var rules: [RuleException]

  /// Where it was declared.
  public let site: CallSite

  /// Declares a database.
  public init(
    _ name: String,
    version: Version = .v17,
    storage: ByteCount? = nil,
    size: Size? = nil,
    highAvailability: Bool = false,
    replicas: [ReadReplica] = [],
    pooling: Bool = false,
    databaseName: String? = nil,
    user: String? = nil,
    allowedAddresses: [AddressRange] = [],
    rules: [RuleException] = [],
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.version = version
    self.storage = storage
    self.size = size
    self.highAvailability = highAvailability
    self.replicas = replicas
    self.pooling = pooling
    self.databaseName = databaseName
    self.user = user
    self.allowedAddresses = allowedAddresses
    self.rules = rules
    self.site = CallSite(file: file, line: line)
  }

  /// The identity.
  public var id: ResourceID { ResourceID(.postgres, name) }
}

extension Postgres: PostgresReferring, PooledPostgresReferring {
  /// The connection URL on the private network.
  public var url: PostgresURL { PostgresURL(reference(.url)) }

  /// The connection URL through the pooler, which `pooling` must switch on.
  public var pooledURL: PostgresURL { PostgresURL(reference(.pooledURL)) }

  /// The host name on the private network.
  public var host: Value { reference(.host) }

  /// The port on the private network.
  public var port: Value { reference(.port) }

  /// The user name, as a reference.
  public var userName: Value { reference(.user) }

  /// The password, as a reference.
  public var password: Value { reference(.password) }

  /// The name of the database inside the server, as a reference.
  public var database: Value { reference(.database) }

  private func reference(_ property: Reference.Property) -> Value {
    Value([.reference(Reference(.postgres, name, property))])
  }
}

/// A copy of a Postgres database that answers reads.
public struct ReadReplica: Sendable, Hashable, PostgresReferring {
  /// The name, unique among all resources.
  public let name: String

  /// Names a copy; list it in its database's `replicas`.
  public init(_ name: String) { self.name = name }

  /// The connection URL on the private network.
  public var url: PostgresURL {
    PostgresURL(Value([.reference(Reference(.replica, name, .url))]))
  }

  /// The host name on the private network.
  public var host: Value { Value([.reference(Reference(.replica, name, .host))]) }
}

/// A range of addresses that may connect from outside.
public struct AddressRange: Sendable, Hashable {
  /// The address or the range in CIDR form, such as `203.0.113.0/24`.
  public var cidr: String

  /// Whose it is.
  public var description: String?

  /// Names a range.
  public init(_ cidr: String, _ description: String? = nil) {
    self.cidr = cidr
    self.description = description
  }
}
