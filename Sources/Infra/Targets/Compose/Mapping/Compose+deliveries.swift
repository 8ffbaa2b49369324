public import InfraContract
public import InfraKit
import InfraSerialization

extension Compose {
  /// Compose with the file as it is mapped.
  public var unedited: any Target {
    var plain = self
    plain.edit = { _ in }
    return plain
  }

  /// The line of the last edit of what runs a resource.
  public func editSites(_ part: HostedPart, of resource: ResourceID) -> [CallSite] {
    let edited = ComposeMapping(part, self).finishedProject().owners[resource.name]
    let plain = part.application.resources.first { $0.id == resource }
    guard let edited, edited.id == resource, let plain, edited.site != plain.site else { return [] }
    return [edited.site]
  }

  /// What becomes of each variable of a resource, read from the finished file: in the environment of
  /// its service, or among the arguments of its build.
  public func deliveries(_ part: HostedPart, to resource: ResourceID) -> [Delivery] {
    let project = ComposeMapping(part, self).finishedProject()
    guard project.owners[resource.name]?.id == resource,
      let service = project.file.services[resource.name]
    else { return [] }
    var deliveries = service.environment.map { Self.deliveries($0, "") } ?? []
    let names = Set(deliveries.map(\.variable))
    if case .right(let build)? = service.build, let arguments = build.args {
      deliveries += Self.deliveries(arguments, "build argument ")
        .filter { !names.contains($0.variable) }
    }
    return deliveries
  }

  private static func deliveries(_ pairs: ComposePairs, _ prefix: String) -> [Delivery] {
    pairs.names.map { name in
      let form: Delivery.Form =
        switch pairs[name] {
        case .text(let text)?:
          text.literal.map { .literal($0) } ?? .reference(prefix + text.written)
        case .integer(let number)?: .literal(String(number))
        case .number(let number)?: .literal(String(number))
        case .flag(let flag)?: .literal(String(flag))
        case .null?, nil: .kept("taken from the shell")
        }
      return Delivery(name, form)
    }
  }
}

extension ComposePairs {
  /// The names, in order.
  fileprivate var names: [String] {
    switch self {
    case .map(let map): map.keys
    case .list(let items):
      items.map { item in
        String(item.written.prefix { $0 != "=" })
      }
    }
  }
}
