public import InfraSerialization

extension RailwayGraph {
  /// Object storage that speaks S3.
  public struct Bucket: Codable, Hashable, Sendable {
    /// What others call it: `bucket.` and the name.
    public private(set) var address: String

    /// The kind of resource.
    public private(set) var type: ResourceType

    /// The name.
    public private(set) var name: String

    /// Its place.
    public var config: Config

    /// The name of the group around it.
    public var groupId: String?

    /// Creates storage; its region can never change.
    public init(_ name: String, region: BucketRegion? = nil) {
      self.address = "bucket.\(name)"
      self.type = .bucket
      self.name = name
      self.config = Config(region: region)
    }

    /// A bucket's place.
    public struct Config: Codable, Hashable, Sendable {
      /// The region, which can never change.
      public var region: BucketRegion?

      /// Creates settings.
      public init(region: BucketRegion? = nil) { self.region = region }
    }
  }

  /// A region that buckets live in, which services' regions are not.
  public struct BucketRegion: Vocabulary {
    /// The name in the file, such as `iad`.
    public let rawValue: String
    /// Creates a name.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// A frame around resources on Railway's canvas; its members name it in `groupId`.
  public struct Group: Codable, Hashable, Sendable {
    /// What others call it: `group.` and the name.
    public private(set) var address: String

    /// The kind of resource.
    public private(set) var type: ResourceType

    /// The name.
    public private(set) var name: String

    /// The colour.
    public var color: String?

    /// The icon.
    public var icon: String?

    /// Whether its members are hidden.
    public var isCollapsed: Bool?

    /// The name of the group around it.
    public var groupId: String?

    /// Creates a group.
    public init(_ name: String) {
      self.address = "group.\(name)"
      self.type = .group
      self.name = name
    }
  }
}
