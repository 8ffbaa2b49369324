extension Blueprint {
  /// An entry of `services`, in one of the five shapes that Render knows.
  ///
  /// Each shape has its own fields, so a static site with a plan or a cron job with a disk cannot be
  /// written. A shape is large, and rules look at it often: held by reference, a look copies nothing.
  public indirect enum Service: Hashable, Sendable {
    /// A web service, a private service or a background worker.
    case server(ServerService)
    /// A static site.
    case site(StaticService)
    /// A cron job.
    case cron(CronService)
    /// A Key Value instance.
    case keyValue(KeyValueService)
    /// A workflow.
    case workflow(WorkflowService)

    /// The name.
    public var name: String {
      switch self {
      case .server(let service): service.name
      case .site(let service): service.name
      case .cron(let service): service.name
      case .keyValue(let service): service.name
      case .workflow(let service): service.name
      }
    }

    /// The word that other services use for it in `fromService.type`.
    public var type: ServiceType {
      switch self {
      case .server(let service): service.type
      case .site(let service): service.type
      case .cron(let service): service.type
      case .keyValue(let service): service.type
      case .workflow(let service): service.type
      }
    }
  }
}

extension Blueprint.Service: Codable {
  /// What a server can have and a static site cannot, in the words that files use.
  private static let serverOnly: [Blueprint.AnyKey] = [
    "plan", "region", "startCommand", "dockerCommand", "dockerfilePath", "dockerContext",
    "registryCredential", "image", "buildSource", "numInstances", "scaling", "disk",
    "healthCheckPath", "initialDeployHook", "maintenanceMode", "maxShutdownDelaySeconds",
    "previewPlan",
  ]

  /// Decodes the shape that the entry's `type` and `runtime` name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Blueprint.AnyKey.self)
    let type = try container.decode(Blueprint.ServiceType.self, forKey: "type")
    switch type {
    case .web, .pserv, .worker:
      // The schema lets a server have the runtime of a static site; only its other fields tell.
      let runtime = try container.decodeIfPresent(Blueprint.Runtime.self, forKey: "runtime")
      let isSite =
        type == .web && runtime == .static && !Self.serverOnly.contains(where: container.contains)
      self = isSite ? .site(try .init(from: decoder)) : .server(try .init(from: decoder))
    case .cron: self = .cron(try .init(from: decoder))
    case .keyvalue, .redis: self = .keyValue(try .init(from: decoder))
    case .workflow: self = .workflow(try .init(from: decoder))
    default:
      throw DecodingError.dataCorruptedError(
        forKey: "type",
        in: container,
        debugDescription: "'\(type.rawValue)' is no type of service; allowed are "
          + "web, pserv, worker, cron, keyvalue and workflow"
      )
    }
  }

  /// Encodes whichever shape is held.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .server(let service): try service.encode(to: encoder)
    case .site(let service): try service.encode(to: encoder)
    case .cron(let service): try service.encode(to: encoder)
    case .keyValue(let service): try service.encode(to: encoder)
    case .workflow(let service): try service.encode(to: encoder)
    }
  }
}
