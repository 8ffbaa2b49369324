public import InfraSerialization

extension RailwayGraph {
  /// How an image is run.
  ///
  /// Say what differs from the default only: a default that is written out is planned anew forever.
  public struct Deploy: Codable, Hashable, Sendable {
    /// The command that starts it; detected, or the image's own, where it is absent.
    ///
    /// For an image or a Dockerfile no shell reads it: `$PORT` needs `/bin/sh -c "exec …"`.
    public var startCommand: String?

    /// The command that must succeed before the new version takes traffic: one at most.
    public var preDeployCommand: [String]

    /// The number of instances, 1 to 200.
    public var numReplicas: Int?

    /// The path that must answer with success before the new version takes traffic.
    public var healthcheckPath: String?

    /// How long it may take to do so, in seconds; 300 where it is absent.
    public var healthcheckTimeout: Double?

    /// Whether it sleeps while it sends nothing.
    public var sleepApplication: Bool?

    /// The generation of machines that run it.
    public var runtime: RailwayRuntime?

    /// The account at a private registry: secrets, which have no place in a file.
    public var registryCredentials: RailwayConfig.RegistryCredentials?

    /// When a process that has ended is started again.
    public var restartPolicyType: RailwayRestartPolicy?

    /// How often it is started again, at least 1; 10 where it is absent.
    public var restartPolicyMaxRetries: Double?

    /// When it runs, as five fields of crontab in UTC, at least five minutes apart.
    public var cronSchedule: String?

    /// The one region; `multiRegionConfig` is the newer form.
    public var region: RailwayRegion?

    /// The instances by region.
    public var multiRegionConfig: OrderedMap<Nullable<RegionConfig>>

    /// The most that one instance may use.
    public var limitOverride: LimitOverride?

    /// The path at which a volume must be mounted before anything is deployed.
    public var requiredMountPath: String?

    /// How long the previous version stays beside the new one, in seconds.
    public var overlapSeconds: Double?

    /// How long the previous version has between SIGTERM and SIGKILL, in seconds.
    public var drainingSeconds: Double?

    /// Whether the older scheduler places it.
    public var useLegacyStacker: Bool?

    /// Whether it may connect to IPv6 addresses outside.
    public var ipv6EgressEnabled: Bool?

    /// Creates a block that leaves all to Railway.
    public init() {
      preDeployCommand = []
      multiRegionConfig = [:]
    }
  }

  /// The instances in one region.
  public struct RegionConfig: Codable, Hashable, Sendable {
    /// The number of instances, 1 to 200.
    public var numReplicas: Int?
    /// The machine, by address, or `ALL_STACKERS`.
    public var stackerAssignment: String?

    /// Creates a region.
    public init(numReplicas: Int? = nil, stackerAssignment: String? = nil) {
      self.numReplicas = numReplicas
      self.stackerAssignment = stackerAssignment
    }
  }

  /// The most that one instance may use.
  public struct LimitOverride: Codable, Hashable, Sendable {
    /// The limits of its container.
    public var containers: Containers?

    /// Creates limits.
    public init(containers: Containers? = nil) { self.containers = containers }

    /// The limits of a container.
    public struct Containers: Codable, Hashable, Sendable {
      /// Processors.
      public var cpu: Double?
      /// Memory, in bytes.
      public var memoryBytes: Double?
      /// Disk, in bytes.
      public var diskBytes: Double?

      /// Creates limits.
      public init(cpu: Double? = nil, memoryBytes: Double? = nil, diskBytes: Double? = nil) {
        self.cpu = cpu
        self.memoryBytes = memoryBytes
        self.diskBytes = diskBytes
      }
    }
  }
}
