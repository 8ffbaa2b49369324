import InfraSerialization

// The small structures that several kinds of service share.
extension Blueprint {
  /// A prebuilt image.
  public struct Image: Codable, Hashable, Sendable {
    /// The image with its tag or digest, such as `ghcr.io/acme/api:1.4.2`.
    public var url: String

    /// The credential for a private registry.
    public var creds: RegistryCredential?

    /// Names an image.
    public init(url: String, creds: RegistryCredential? = nil) {
      self.url = url
      self.creds = creds
    }
  }

  /// A registry credential, which must exist in the workspace already.
  public struct RegistryCredential: Codable, Hashable, Sendable {
    /// The credential.
    public var fromRegistryCreds: Name

    /// The name of a credential.
    public struct Name: Codable, Hashable, Sendable {
      /// The name in the workspace's settings.
      public var name: String
    }

    /// Names a credential of the workspace.
    public init(_ name: String) { fromRegistryCreds = Name(name: name) }
  }

  /// How instances follow the load.
  public struct Scaling: Codable, Hashable, Sendable {
    /// The fewest instances.
    public var minInstances: Int?

    /// The most instances.
    public var maxInstances: Int?

    /// The memory use, in percent, above which instances are added; 1 to 90.
    public var targetMemoryPercent: Int?

    /// The processor use, in percent, above which instances are added; 1 to 90.
    public var targetCPUPercent: Int?

    /// Creates a range of instances; one of the two targets is needed.
    public init(
      minInstances: Int?,
      maxInstances: Int?,
      targetMemoryPercent: Int? = nil,
      targetCPUPercent: Int? = nil
    ) {
      self.minInstances = minInstances
      self.maxInstances = maxInstances
      self.targetMemoryPercent = targetMemoryPercent
      self.targetCPUPercent = targetCPUPercent
    }
  }

  /// A disk that outlives deploys.
  public struct Disk: Codable, Hashable, Sendable {
    /// The name.
    public var name: String

    /// The absolute path at which the service sees it.
    public var mountPath: String

    /// The size in gigabytes, 10 by default.
    ///
    /// It only grows.
    public var sizeGB: Int?

    /// Creates a disk.
    public init(name: String, mountPath: String, sizeGB: Int? = nil) {
      self.name = name
      self.mountPath = mountPath
      self.sizeGB = sizeGB
    }
  }

  /// Which changed paths cause a build.
  public struct BuildFilter: Codable, Hashable, Sendable {
    /// Globs from the repository's root that cause a build.
    public var paths: [String]?

    /// Globs from the repository's root that never do.
    public var ignoredPaths: [String]?

    /// Creates a filter; one of the two is needed.
    public init(paths: [String]? = nil, ignoredPaths: [String]? = nil) {
      self.paths = paths
      self.ignoredPaths = ignoredPaths
    }

    /// Encodes the globs that are set; many services have some.
    public func encode(to encoder: any Encoder) throws {
      try FieldWriter.encode(to: encoder) { fields in
        if let paths { try fields.write("paths", paths) }
        if let ignoredPaths { try fields.write("ignoredPaths", ignoredPaths) }
      }
    }
  }

  /// Copies of one service for pull requests, and its size in preview environments.
  public struct ServicePreviews: Codable, Hashable, Sendable {
    /// When a copy of this one service is made.
    public var generation: PreviewGeneration?

    /// The plan in preview environments; by default the same.
    ///
    /// Not `free` for a paid service.
    public var plan: ServerPlan?

    /// The instances in preview environments, where nothing scales.
    public var numInstances: Int?

    /// Creates settings for previews.
    public init(
      generation: PreviewGeneration? = nil,
      plan: ServerPlan? = nil,
      numInstances: Int? = nil
    ) {
      self.generation = generation
      self.plan = plan
      self.numInstances = numInstances
    }
  }

  /// Copies of one static site for pull requests.
  public struct StaticServicePreviews: Codable, Hashable, Sendable {
    /// When a copy of this one site is made.
    public var generation: PreviewGeneration?

    /// Creates settings for previews.
    public init(generation: PreviewGeneration? = nil) { self.generation = generation }
  }

  /// A page in place of a web service.
  public struct MaintenanceMode: Codable, Hashable, Sendable {
    /// Whether the page is shown.
    public var enabled: Bool?

    /// The absolute URL of a page elsewhere; Render's own page if nil.
    public var uri: String?

    /// Creates the setting.
    public init(enabled: Bool? = nil, uri: String? = nil) {
      self.enabled = enabled
      self.uri = uri
    }
  }

  /// An address or a range that may connect from outside.
  public struct AllowedAddress: Codable, Hashable, Sendable {
    /// The address, or the range in CIDR form.
    public var source: String

    /// Whose it is.
    public var description: String?

    /// Names an address or a range.
    public init(source: String, description: String? = nil) {
      self.source = source
      self.description = description
    }
  }
}
