import InfraContract
package import InfraKit

/// Where a platform's public interface has the variables of a resource, by the names that a
/// description knows; the interface tells the numbers that belong to them.
package enum InterfaceAddress: Sendable, Hashable {
  /// A service of Render's.
  case render(service: String)
  /// A group of variables at Render, which services are given as a whole.
  case renderGroup(name: String)
  /// A service in an environment of a Railway project, which a project's token is of.
  case railway(environment: String, service: String)
  /// An environment of a Vercel project, such as `production`, and a branch for one of the previews.
  case vercel(project: String, environment: String, branch: String?)
}

/// A target whose platform sets variables through a public interface.
package protocol InterfacedTarget: Target {
  /// Where the variables of a resource are; nil where the interface cannot reach them by name.
  func address(_ part: HostedPart, of resource: ResourceID) -> InterfaceAddress?

  /// Where the value of a place is kept, which several resources may have in common.
  func keeper(_ part: HostedPart, of place: SecretPlace) -> InterfaceAddress?
}

extension InterfacedTarget {
  /// The resource itself, unless a platform has groups.
  package func keeper(_ part: HostedPart, of place: SecretPlace) -> InterfaceAddress? {
    address(part, of: place.resource)
  }
}

extension Render: InterfacedTarget {
  /// The service that a resource becomes.
  package func address(_ part: HostedPart, of resource: ResourceID) -> InterfaceAddress? {
    var draft = BlueprintDraft(part, self)
    draft.map()
    draft.apply(edits)
    guard case .service(let index)? = draft.places[resource] else { return nil }
    return .render(service: draft.blueprint.services[index].name)
  }

  /// The service that has the variable itself, or the group that it comes from.
  package func keeper(_ part: HostedPart, of place: SecretPlace) -> InterfaceAddress? {
    var draft = BlueprintDraft(part, self)
    draft.map()
    draft.apply(edits)
    guard case .service(let index)? = draft.places[place.resource] else { return nil }
    let service = draft.blueprint.services[index]
    let isOwn = service.envVars.contains {
      if case .direct(let variable) = $0 { variable.key == place.variable } else { false }
    }
    let group = draft.blueprint.allGroups.first { group in
      group.envVars.contains { $0.key == place.variable }
    }
    guard !isOwn, let group else { return .render(service: service.name) }
    return .renderGroup(name: group.name)
  }
}

extension Railway: InterfacedTarget {
  /// The service that a resource becomes.
  package func address(_ part: HostedPart, of resource: ResourceID) -> InterfaceAddress? {
    var mapping = RailwayMapping(part, self)
    mapping.mapEverything()
    let address = RailwayEdits.address(of: resource)
    return mapping.finished().services.first { $0.address == address }.map {
      .railway(environment: part.environment, service: $0.name)
    }
  }
}

extension Vercel: InterfacedTarget {
  /// The project that a resource becomes; environments with names of their own have numbers that
  /// only a person can look up.
  package func address(_ part: HostedPart, of resource: ResourceID) -> InterfaceAddress? {
    guard
      let project = VercelMapping(part, self).finishedProjects().first(where: { $0.id == resource })
    else { return nil }
    switch project.environment.kind {
    case .production:
      return .vercel(project: project.name, environment: "production", branch: nil)
    case .preview(let branch):
      return .vercel(project: project.name, environment: "preview", branch: branch)
    case .custom: return nil
    }
  }
}
