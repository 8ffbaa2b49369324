public import InfraSerialization

extension RailwayGraph {
  /// A disk, which one service can attach.
  ///
  /// An apply never deletes one. A service with a disk has one instance and stops for a moment on
  /// every deploy (docs.railway.com/volumes/reference, 2026-08-21).
  public struct Volume: Codable, Hashable, Sendable {
    /// What others call it: `volume.` and the name.
    public private(set) var address: String

    /// The kind of resource.
    public private(set) var type: ResourceType

    /// The name.
    public private(set) var name: String

    /// Its size and place.
    public var config: VolumeConfig

    /// The name of the group around it.
    public var groupId: String?

    /// Creates a disk.
    public init(_ name: String, config: VolumeConfig = VolumeConfig()) {
      self.address = "volume.\(name)"
      self.type = .volume
      self.name = name
      self.config = config
    }
  }

  /// A disk's size and place.
  public struct VolumeConfig: Codable, Hashable, Sendable {
    /// The size in megabytes, which can only grow.
    public var sizeMB: Int?
    /// The region, which follows the service's.
    public var region: RailwayRegion?
    /// When somebody is told that it fills up.
    public var alerts: VolumeAlerts?
    /// Whether it grows without a stop.
    public var allowOnlineResize: Bool?
    /// Whether a copy of an environment starts with a copy of the data.
    public var forkFromBaseEnvironment: Bool?

    /// Creates settings.
    public init(sizeMB: Int? = nil, region: RailwayRegion? = nil) {
      self.sizeMB = sizeMB
      self.region = region
    }
  }

  /// When somebody is told that a disk fills up.
  public struct VolumeAlerts: Codable, Hashable, Sendable {
    /// The percentages, such as `80`.
    public var usage: OrderedMap<Nullable<Present>>

    /// Creates alerts.
    public init(usage: OrderedMap<Nullable<Present>> = [:]) { self.usage = usage }
  }

  /// Where a service sees a disk.
  public struct VolumeAttachment: Codable, Hashable, Sendable {
    /// The disk's address.
    public var volume: String
    /// The path.
    public var mountPath: String
    /// How often it is backed up.
    public var backupSchedules: [RailwayBackupSchedule]
    /// The disk's settings once more, from which the CLI makes a disk that the file does not list.
    public var volumeConfig: VolumeConfig?

    /// Attaches a disk of the same file.
    public init(_ volume: Volume, at mountPath: String) {
      self.volume = volume.address
      self.mountPath = mountPath
      self.backupSchedules = []
      self.volumeConfig = volume.config
    }
  }

  /// Where a service sees a disk that is named by its identifier.
  public struct VolumeMount: Codable, Hashable, Sendable {
    /// The path.
    public var mountPath: String?
    /// How often it is backed up.
    public var backupSchedules: [RailwayBackupSchedule]

    /// Creates a mount.
    public init(mountPath: String? = nil, backupSchedules: [RailwayBackupSchedule] = []) {
      self.mountPath = mountPath
      self.backupSchedules = backupSchedules
    }
  }
}
