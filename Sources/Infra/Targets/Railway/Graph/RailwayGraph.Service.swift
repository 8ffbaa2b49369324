public import InfraSerialization

extension RailwayGraph {
  /// Something that runs: built from source, or a ready image.
  public struct Service: Codable, Hashable, Sendable {
    /// What others call it: `service.` and the name.
    public private(set) var address: String

    /// The kind of resource.
    public private(set) var type: ResourceType

    /// Where it comes from, in one word; it follows the source.
    public private(set) var kind: ServiceKind

    /// The name, which is also the namespace of its variables; another name is another service.
    public private(set) var name: String

    /// Where it comes from; nil for a service that is deployed with `railway up`.
    public var source: Source? { didSet { kind = ServiceKind(of: source) } }

    /// How an image is made.
    public var build: Build?

    /// How the image is run.
    public var deploy: Deploy?

    /// How it is reached.
    public var networking: Networking?

    /// Whether requests are traced.
    public var tracing: Tracing?

    /// Whether answers are cached at Railway's edge.
    public var cdn: ContentDelivery?

    /// Every variable; one that is not listed is planned for deletion.
    public var variables: OrderedMap<Variable>

    /// Disks by their identifiers, which Railway gives and no generated file should hold.
    public var volumeMounts: OrderedMap<Nullable<VolumeMount>>

    /// Disks of this file, by their names.
    public var volumeAttachments: OrderedMap<VolumeAttachment>

    /// A `railway.json` that configures it; the CLI refuses to manage such a service.
    public var configFile: String?

    /// The identifier of the service that it is part of.
    public var parentServiceId: String?

    /// The name of the group around it.
    public var groupId: String?

    /// Its part in a cluster that Railway made.
    public var clusterRole: ClusterRole?

    /// How the cluster grows.
    public var replicaConfig: ReplicaConfig?

    /// How the cluster is shown.
    public var clusterDisplay: ClusterDisplay?

    /// Creates a service.
    public init(_ name: String, source: Source? = nil) {
      self.address = "service.\(name)"
      self.type = .service
      self.kind = ServiceKind(of: source)
      self.name = name
      self.source = source
      self.variables = [:]
      self.volumeMounts = [:]
      self.volumeAttachments = [:]
    }
  }

  /// Where a service comes from, in one word.
  public struct ServiceKind: Vocabulary {
    /// The name in the file.
    public let rawValue: String
    /// Creates a name that may be newer than this list.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// From what `railway up` sends.
    public static let empty: ServiceKind = "empty"
    /// From a repository.
    public static let github: ServiceKind = "github"
    /// From a ready image.
    public static let dockerImage: ServiceKind = "docker-image"
    /// From a template.
    public static let template: ServiceKind = "template"

    init(of source: Source?) {
      switch source?.type {
      case .github?: self = .github
      case .image?: self = .dockerImage
      case .template?: self = .template
      default: self = .empty
      }
    }
  }

  /// Whether requests are traced; only what is on need be said.
  public struct Tracing: Codable, Hashable, Sendable {
    /// Whether spans are collected.
    public var enabled: Bool?
    /// Whether Railway instruments the program.
    public var autoInstrumentation: Bool?

    /// Creates the settings.
    public init(enabled: Bool? = nil, autoInstrumentation: Bool? = nil) {
      self.enabled = enabled
      self.autoInstrumentation = autoInstrumentation
    }
  }
}

// MARK: - Clusters

extension RailwayGraph {
  /// A service's part in a cluster.
  public struct ClusterRole: Vocabulary {
    /// The name in the file.
    public let rawValue: String
    /// Creates a name that may be newer than this list.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The service that stands for the cluster.
    public static let root: ClusterRole = "root"
    /// A copy.
    public static let replica: ClusterRole = "replica"
    /// A part that only the cluster talks to.
    public static let `internal`: ClusterRole = "internal"
    /// The part that takes connections.
    public static let edge: ClusterRole = "edge"
  }

  /// How a cluster grows.
  public struct ReplicaConfig: Codable, Hashable, Sendable {
    /// The fewest copies.
    public var minReplicas: Int?
    /// The most copies.
    public var maxReplicas: Int?
    /// How many copies come or go at once.
    public var step: Int?
    /// Whether the number may change.
    public var scalable: Bool?

    /// Creates the settings.
    public init() {}
  }

  /// How a cluster is shown on the canvas.
  public struct ClusterDisplay: Codable, Hashable, Sendable {
    /// A word beside the name.
    public var badge: String?
    /// The word's look: `primary`, `secondary` or `muted`.
    public var badgeVariant: String?

    /// Creates the settings.
    public init() {}
  }
}
