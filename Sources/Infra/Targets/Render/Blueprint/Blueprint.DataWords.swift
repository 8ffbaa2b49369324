public import InfraSerialization

extension Blueprint {
  /// A property of a database that a variable can hold.
  public struct DatabaseProperty: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The connection URL on the private network.
    public static let connectionString = Self(rawValue: "connectionString")

    /// The connection URL through the pooler.
    public static let connectionPoolString = Self(rawValue: "connectionPoolString")

    /// The host name on the private network.
    public static let host = Self(rawValue: "host")

    /// The port.
    public static let port = Self(rawValue: "port")

    /// The user name.
    public static let user = Self(rawValue: "user")

    /// The password.
    public static let password = Self(rawValue: "password")

    /// The name of the database inside the instance.
    public static let database = Self(rawValue: "database")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [
      .connectionString, .connectionPoolString, .host, .port, .user, .password, .database,
    ]
  }

  /// A property of a service that a variable can hold.
  public struct ServiceProperty: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The host name on the private network.
    public static let host = Self(rawValue: "host")

    /// The port on the private network.
    public static let port = Self(rawValue: "port")

    /// Host and port with a colon between, without a scheme.
    public static let hostport = Self(rawValue: "hostport")

    /// The identifier in addresses, by which workflows are called.
    public static let slug = Self(rawValue: "slug")

    /// The connection URL of a Key Value instance.
    public static let connectionString = Self(rawValue: "connectionString")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.host, .port, .hostport, .slug, .connectionString]
  }

  /// The connection pooler in front of a database.
  public struct ConnectionPool: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// PgBouncer.
    public static let pgbouncer = Self(rawValue: "pgbouncer")

    /// None.
    public static let none = Self(rawValue: "none")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.pgbouncer, .none]
  }

  /// A major version of Postgres.
  public struct PostgresVersion: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Postgres 10.
    public static let v10 = Self(rawValue: "10")

    /// Postgres 11.
    public static let v11 = Self(rawValue: "11")

    /// Postgres 12.
    public static let v12 = Self(rawValue: "12")

    /// Postgres 13.
    public static let v13 = Self(rawValue: "13")

    /// Postgres 14.
    public static let v14 = Self(rawValue: "14")

    /// Postgres 15.
    public static let v15 = Self(rawValue: "15")

    /// Postgres 16.
    public static let v16 = Self(rawValue: "16")

    /// Postgres 17.
    public static let v17 = Self(rawValue: "17")

    /// Postgres 18.
    public static let v18 = Self(rawValue: "18")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.v10, .v11, .v12, .v13, .v14, .v15, .v16, .v17, .v18]
  }

  /// What a Key Value instance gives up when memory is full.
  public struct EvictionPolicy: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The least recently used key.
    public static let allkeysLRU = Self(rawValue: "allkeys-lru")

    /// The least recently used of the keys that expire.
    public static let volatileLRU = Self(rawValue: "volatile-lru")

    /// The least frequently used key.
    public static let allkeysLFU = Self(rawValue: "allkeys-lfu")

    /// The least frequently used of the keys that expire.
    public static let volatileLFU = Self(rawValue: "volatile-lfu")

    /// Any key.
    public static let allkeysRandom = Self(rawValue: "allkeys-random")

    /// Any of the keys that expire.
    public static let volatileRandom = Self(rawValue: "volatile-random")

    /// The key that expires next.
    public static let volatileTTL = Self(rawValue: "volatile-ttl")

    /// Nothing: writes fail.
    ///
    /// Queues need this.
    public static let noeviction = Self(rawValue: "noeviction")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [
      .allkeysLRU, .volatileLRU, .allkeysLFU, .volatileLFU, .allkeysRandom, .volatileRandom,
      .volatileTTL, .noeviction,
    ]
  }

  /// What of a Key Value instance survives a restart.
  public struct PersistenceMode: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A log of every write and snapshots.
    public static let journalSnapshot = Self(rawValue: "journal-snapshot")

    /// Snapshots.
    public static let snapshot = Self(rawValue: "snapshot")

    /// Nothing.
    public static let off = Self(rawValue: "off")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.journalSnapshot, .snapshot, .off]
  }
}
