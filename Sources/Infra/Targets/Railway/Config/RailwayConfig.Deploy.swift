public import InfraSerialization

extension RailwayConfig {
  /// How an image is run.
  public struct Deploy: Codable, Hashable, Sendable {
    /// The command that starts it; detected, or the image's own, where it is absent.
    ///
    /// For an image or a Dockerfile no shell reads it: `$PORT` needs `/bin/sh -c "exec …"`.
    public var startCommand: Nullable<String>?

    /// The command that must succeed before the new version takes traffic.
    ///
    /// A list may hold one command only.
    public var preDeployCommand: Nullable<Either<String, [String]>>?

    /// The number of instances, 1 to 200.
    public var numReplicas: Nullable<Int>?

    /// The path that must answer with success before the new version takes traffic.
    public var healthcheckPath: Nullable<String>?

    /// How long it may take to do so, in seconds; 300 where it is absent.
    public var healthcheckTimeout: Nullable<Double>?

    /// Whether it sleeps while it sends nothing.
    public var sleepApplication: Nullable<Bool>?

    /// The generation of machines that run it.
    public var runtime: Nullable<RailwayRuntime>?

    /// The account at a private registry: secrets, which have no place in a file.
    public var registryCredentials: Nullable<RegistryCredentials>?

    /// When a process that has ended is started again.
    public var restartPolicyType: Nullable<RailwayRestartPolicy>?

    /// How often it is started again, at least 1; 10 where it is absent.
    public var restartPolicyMaxRetries: Nullable<Double>?

    /// When it runs, as five fields of crontab in UTC, at least five minutes apart.
    public var cronSchedule: Nullable<String>?

    /// The one region; `multiRegionConfig` is the newer form.
    public var region: Nullable<RailwayRegion>?

    /// The instances by region.
    public var multiRegionConfig: Nullable<OrderedMap<Nullable<RegionConfig>>>?

    /// The most that one instance may use.
    public var limitOverride: Nullable<LimitOverride>?

    /// The path at which a volume must be mounted before anything is deployed.
    public var requiredMountPath: Nullable<String>?

    /// How long the previous version stays beside the new one, in seconds.
    public var overlapSeconds: Nullable<Double>?

    /// How long the previous version has between SIGTERM and SIGKILL, in seconds.
    public var drainingSeconds: Nullable<Double>?

    /// Whether the older scheduler places it, which may differ by environment only.
    public var useLegacyStacker: Nullable<Bool>?

    /// Whether it may connect to IPv6 addresses outside.
    public var ipv6EgressEnabled: Nullable<Bool>?

    /// Creates a block that leaves all to the service's settings.
    public init() {}
  }

  /// An account at a private registry.
  public struct RegistryCredentials: Codable, Hashable, Sendable {
    /// The user.
    public var username: String?
    /// The password.
    public var password: String?

    /// Creates an account without a name.
    public init() {}
  }

  /// The instances in one region.
  public struct RegionConfig: Codable, Hashable, Sendable {
    /// The number of instances, 1 to 200.
    public var numReplicas: Nullable<Int>?
    /// The machine, by address, or `ALL_STACKERS`.
    public var stackerAssignment: Nullable<String>?

    /// Creates a region with Railway's own choice.
    public init() {}
  }

  /// The most that one instance may use.
  public struct LimitOverride: Codable, Hashable, Sendable {
    /// The limits of its container.
    public var containers: Nullable<Containers>?

    /// Creates limits that are the plan's.
    public init() {}

    /// The limits of a container.
    public struct Containers: Codable, Hashable, Sendable {
      /// Processors.
      public var cpu: Nullable<Double>?
      /// Memory, in bytes.
      public var memoryBytes: Nullable<Double>?
      /// Disk, in bytes.
      public var diskBytes: Nullable<Double>?

      /// Creates limits that are the plan's.
      public init() {}
    }
  }
}
