import InfraContract
import InfraKit

/// What a property of another resource becomes on Render.
enum RenderReference {
  /// Text that is known now.
  case text(String)
  /// A property of a database or a read replica, by its own name.
  case database(String, Blueprint.DatabaseProperty)
  /// A property of a service.
  case property(Blueprint.ServiceType, ResourceID, Blueprint.ServiceProperty)
  /// A variable that Render sets on a service.
  case variable(Blueprint.ServiceType, ResourceID, String)
  /// A value that a person sets once it is known.
  case asked(String)
  /// Nothing, for this reason.
  case unsupported(String)

  /// Decides by the property, the kind of the provider, where it runs, and its own domain.
  init(_ reference: Reference, _ provider: Provider) {
    if let text = Self.literal(reference.property, provider) {
      self = .text(text)
      return
    }
    guard case .here = provider.whereabouts else {
      self = Self.elsewhere(reference, provider.whereabouts)
      return
    }
    switch provider.resource {
    case .service(let service): self = Self.service(reference.property, service)
    case .site(let site): self = Self.address(reference.property, site.id)
    case .postgres(let database): self = Self.database(reference.property, database.name)
    case .replica(let replica, _): self = Self.database(reference.property, replica.name)
    case .keyValue(let cache): self = Self.cache(reference.property, cache.id)
    }
  }

  /// A public address under a domain of its own is the same wherever the resource runs.
  private static func literal(_ property: Reference.Property, _ provider: Provider) -> String? {
    guard let domain = provider.domain else { return nil }
    return switch property {
    case .origin: domain.origin
    case .publicHost: domain.name
    default: nil
    }
  }

  private static func elsewhere(_ reference: Reference, _ place: Whereabouts) -> RenderReference {
    guard case .elsewhere(let platform) = place else { return .unsupported("") }
    return switch reference.property {
    case .origin: .asked("the https address that \(platform.title) gives '\(reference.name)'")
    case .publicHost: .asked("the host name that \(platform.title) gives '\(reference.name)'")
    default: .unsupported("'\(reference.name)' runs on \(platform.title), out of private reach")
    }
  }

  private static func service(
    _ property: Reference.Property,
    _ service: Service
  ) -> RenderReference {
    if service.isWorker { return .unsupported("a background worker has no address on Render") }
    let type: Blueprint.ServiceType = service.isPublic ? .web : .pserv
    return switch property {
    case .host: .property(type, service.id, .host)
    case .port: .property(type, service.id, .port)
    case .privateOrigin:
      .asked("http:// and the internal address that the Dashboard shows for '\(service.name)'")
    default:
      service.isPublic
        ? address(property, service.id)
        : .unsupported("a private service has no public address")
    }
  }

  /// The address that Render gives what the public reaches.
  ///
  /// `RENDER_EXTERNAL_HOSTNAME` through `envVarKey` is in render.com/docs/blueprint-spec, read
  /// 2026-09-05; the same for other services is common in public files.
  private static func address(_ property: Reference.Property, _ id: ResourceID) -> RenderReference {
    switch property {
    case .origin: .variable(.web, id, "RENDER_EXTERNAL_URL")
    case .publicHost: .variable(.web, id, "RENDER_EXTERNAL_HOSTNAME")
    default: .unsupported("\(id.title) has no such property on Render")
    }
  }

  private static func database(_ property: Reference.Property, _ name: String) -> RenderReference {
    switch property {
    case .url: .database(name, .connectionString)
    case .pooledURL: .database(name, .connectionPoolString)
    case .host: .database(name, .host)
    case .port: .database(name, .port)
    case .user: .database(name, .user)
    case .password: .database(name, .password)
    case .database: .database(name, .database)
    case .origin, .publicHost, .privateOrigin:
      .unsupported("a database has no web address")
    }
  }

  private static func cache(_ property: Reference.Property, _ id: ResourceID) -> RenderReference {
    switch property {
    case .url: .property(.keyvalue, id, .connectionString)
    case .host: .property(.keyvalue, id, .host)
    case .port: .property(.keyvalue, id, .port)
    default: .unsupported("a cache has no such property on Render")
    }
  }
}

extension RenderReference {
  /// The decision in the words of the documentation's table.
  var outcome: ReferenceOutcome {
    switch self {
    case .text: .literal
    case .database(_, let property): .vendor("fromDatabase: \(property.rawValue)")
    case .property(_, _, let property): .vendor("fromService: \(property.rawValue)")
    case .variable(_, _, let key): .vendor("fromService: envVarKey \(key)")
    case .asked(let what): .asked(what)
    case .unsupported(let reason): .unsupported(reason)
    }
  }
}
