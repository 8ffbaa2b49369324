import InfraSerialization

extension Blueprint {
  /// A Key Value instance: a Redis-compatible store.
  public struct KeyValueService: Hashable, Sendable {
    /// `keyvalue`, or `redis`, its older spelling.
    public private(set) var type = ServiceType.keyvalue

    /// The name, which is the identity: the name of an existing instance adopts that instance.
    public var name: String

    /// The region, `oregon` by default.
    ///
    /// Fixed once it exists.
    public var region: Region?

    /// Who may connect from outside.
    ///
    /// Required, and written also when it is empty: nobody.
    public var ipAllowList: [AllowedAddress]

    /// The plan; new instances get `256mb`.
    ///
    /// Plans can only go up.
    public var plan: KeyValuePlan?

    /// The plan in preview environments; by default the same.
    public var previewPlan: KeyValuePlan?

    /// What goes when memory is full; `allkeys-lru` by default.
    public var maxmemoryPolicy: EvictionPolicy?

    /// What survives a restart; `journal-snapshot` by default on paid plans, nothing on `free`.
    public var persistenceMode: PersistenceMode?

    /// Creates an instance, by default one that only the private network reaches.
    public init(name: String, ipAllowList: [AllowedAddress] = []) {
      self.name = name
      self.ipAllowList = ipAllowList
    }
  }
}

extension Blueprint.KeyValueService: Codable {
  private enum CodingKeys: String, CodingKey {
    case type, name, region, ipAllowList, plan, previewPlan, maxmemoryPolicy, persistenceMode
  }

  /// Decodes an instance, whose allow list must be there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    type = try container.decode(Blueprint.ServiceType.self, forKey: .type)
    name = try container.decode(String.self, forKey: .name)
    region = try container.decodeIfPresent(Blueprint.Region.self, forKey: .region)
    ipAllowList = try container.decodeRequired(forKey: .ipAllowList)
    plan = try container.decodeIfPresent(Blueprint.KeyValuePlan.self, forKey: .plan)
    previewPlan = try container.decodeIfPresent(Blueprint.KeyValuePlan.self, forKey: .previewPlan)
    maxmemoryPolicy = try container.decodeIfPresent(
      Blueprint.EvictionPolicy.self,
      forKey: .maxmemoryPolicy
    )
    persistenceMode = try container.decodeIfPresent(
      Blueprint.PersistenceMode.self,
      forKey: .persistenceMode
    )
  }

  /// Encodes the fields that are set, and the allow list even when it is empty.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type, forKey: .type)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(region, forKey: .region)
    try container.encodeIfPresent(ipAllowList, forKey: .ipAllowList)
    try container.encodeIfPresent(plan, forKey: .plan)
    try container.encodeIfPresent(previewPlan, forKey: .previewPlan)
    try container.encodeIfPresent(maxmemoryPolicy, forKey: .maxmemoryPolicy)
    try container.encodeIfPresent(persistenceMode, forKey: .persistenceMode)
  }
}
