public import InfraSerialization

/// A Railway project in one environment, as `.railway/railway.ts` describes it to Railway's CLI.
///
/// The CLI compares it with what runs and plans the difference: a service, a database or a variable
/// that is not in the file is planned for deletion (docs.railway.com/infrastructure-as-code,
/// 2026-08-21). The shapes are those that Railway's own `railway-sdk` 0.7.0 makes (2026-11-23);
/// functions, whose code is part of the graph, are left out.
public struct RailwayGraph: Codable, Hashable, Sendable {
  /// The project's name.
  public var name: String

  /// The environments that the project has, where the file says so.
  public var environments: [String]

  /// What the project consists of.
  public var resources: [Resource]

  /// Creates a project.
  public init(_ name: String, resources: [Resource] = []) {
    self.name = name
    self.environments = []
    self.resources = resources
  }

  /// One resource.
  public enum Resource: Hashable, Sendable {
    /// Something that runs.
    case service(Service)
    /// A database that Railway's image runs.
    case database(Database)
    /// A disk.
    case volume(Volume)
    /// Object storage.
    case bucket(Bucket)
    /// A frame around resources on Railway's canvas.
    case group(Group)
  }

  /// The kinds of resource.
  public struct ResourceType: Vocabulary {
    /// The name in the file.
    public let rawValue: String
    /// Creates a name that may be newer than this list.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Something that runs.
    public static let service: ResourceType = "service"
    /// A database that Railway's image runs.
    public static let database: ResourceType = "database"
    /// A disk.
    public static let volume: ResourceType = "volume"
    /// Object storage.
    public static let bucket: ResourceType = "bucket"
    /// A frame around resources.
    public static let group: ResourceType = "group"
  }

  /// An object without fields: its presence is what it says.
  public struct Present: Codable, Hashable, Sendable {
    /// Creates it.
    public init() {}
  }
}

extension RailwayGraph.Resource: Codable {
  private enum CodingKeys: String, CodingKey {
    case type
  }

  /// Decodes a resource of whichever kind its `type` says.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let type = try container.decode(RailwayGraph.ResourceType.self, forKey: .type)
    switch type {
    case .service: self = .service(try RailwayGraph.Service(from: decoder))
    case .database: self = .database(try RailwayGraph.Database(from: decoder))
    case .volume: self = .volume(try RailwayGraph.Volume(from: decoder))
    case .bucket: self = .bucket(try RailwayGraph.Bucket(from: decoder))
    case .group: self = .group(try RailwayGraph.Group(from: decoder))
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .type,
        in: container,
        debugDescription: "'\(type.rawValue)' is not a kind of Railway resource"
      )
    }
  }

  /// Encodes the resource that is held.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .service(let service): try service.encode(to: encoder)
    case .database(let database): try database.encode(to: encoder)
    case .volume(let volume): try volume.encode(to: encoder)
    case .bucket(let bucket): try bucket.encode(to: encoder)
    case .group(let group): try group.encode(to: encoder)
    }
  }
}
