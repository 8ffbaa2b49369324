public import InfraSerialization

extension RailwayGraph {
  /// A database that Railway's image runs, unmanaged, with a disk of its own.
  ///
  /// Railway makes the disk, the user, the password and the variables that others refer to. It takes
  /// every service whose image's name contains `postgres`, `mysql`, `redis` or `mongo` for one.
  public struct Database: Codable, Hashable, Sendable {
    /// What others call it: `database.` and the name.
    public private(set) var address: String

    /// The kind of resource.
    public private(set) var type: ResourceType

    /// Always `database`.
    public private(set) var kind: String

    /// The engine.
    public private(set) var engine: Engine

    /// The name, which is also the namespace of its variables; another name is another database.
    public private(set) var name: String

    /// The image with its tag, which is the database's version.
    public var image: String { didSet { source.image = image } }

    /// The variable that holds the connection URL.
    public var output: String

    /// The image once more, as a service has it.
    public private(set) var source: Source

    /// Where the disk is mounted.
    public var defaultMountPath: String?

    /// Where it runs: one region with one instance.
    public var deploy: Deploy?

    /// How it is reached; nil leaves whatever exposure it has.
    public var networking: Networking?

    /// Variables besides those that Railway makes; the helpers of Railway's own SDK take none.
    public var variables: OrderedMap<Variable>

    /// The name of the group around it.
    public var groupId: String?

    /// Creates a database of an image.
    public init(
      _ name: String,
      engine: Engine,
      image: String,
      output: String,
      defaultMountPath: String? = nil
    ) {
      self.address = "database.\(name)"
      self.type = .database
      self.kind = "database"
      self.engine = engine
      self.name = name
      self.image = image
      self.output = output
      self.source = .image(image)
      self.defaultMountPath = defaultMountPath
      self.variables = [:]
    }

    /// The database in one region.
    public func located(in region: RailwayRegion) -> Database {
      var database = self
      var deploy = Deploy()
      deploy.multiRegionConfig[region.rawValue] = .value(RegionConfig(numReplicas: 1))
      database.deploy = deploy
      return database
    }

    /// The engines.
    public struct Engine: Vocabulary {
      /// The name in the file.
      public let rawValue: String
      /// Creates a name that may be newer than this list.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// Postgres.
      public static let postgres: Engine = "postgres"
      /// MySQL.
      public static let mysql: Engine = "mysql"
      /// Redis.
      public static let redis: Engine = "redis"
      /// MongoDB.
      public static let mongo: Engine = "mongo"
      /// An engine of the team's own.
      public static let `private`: Engine = "private"
    }
  }
}

// The images and mount paths are those of railway-sdk 0.7.0 (2026-11-23).
extension RailwayGraph.Database {
  /// Postgres of a major version, with Railway's image that speaks TLS.
  ///
  /// Railway's CLI 5.49.5 makes a new database with version 18 whatever the image says, and corrects
  /// it on the next apply, when the data directory is already 18's
  /// (github.com/railwayapp/railway-ts-sdk/issues/81, open on 2026-09-10).
  public static func postgres(_ name: String, major: Int = 18) -> RailwayGraph.Database {
    RailwayGraph.Database(
      name,
      engine: .postgres,
      image: "ghcr.io/railwayapp-templates/postgres-ssl:\(major)",
      output: "DATABASE_URL",
      defaultMountPath: "/var/lib/postgresql/data"
    )
  }

  /// Redis.
  public static func redis(_ name: String) -> RailwayGraph.Database {
    RailwayGraph.Database(
      name,
      engine: .redis,
      image: "railwayapp/redis:8.2",
      output: "REDIS_URL",
      defaultMountPath: "/bitnami"
    )
  }

  /// MySQL.
  public static func mysql(_ name: String) -> RailwayGraph.Database {
    RailwayGraph.Database(
      name,
      engine: .mysql,
      image: "mysql:9",
      output: "MYSQL_URL",
      defaultMountPath: "/var/lib/mysql"
    )
  }

  /// MongoDB.
  public static func mongo(_ name: String) -> RailwayGraph.Database {
    RailwayGraph.Database(
      name,
      engine: .mongo,
      image: "mongo:8",
      output: "MONGO_URL",
      defaultMountPath: "/data/db"
    )
  }
}
