public import InfraContract
public import InfraKit
import InfraSerialization

extension Railway {
  /// Railway with the files as they are mapped.
  public var unedited: any Target {
    var plain = self
    plain.edit = { _ in }
    return plain
  }

  /// The line of the last edit of a resource.
  public func editSites(_ part: HostedPart, of resource: ResourceID) -> [CallSite] {
    var mapping = RailwayMapping(part, self)
    mapping.mapEverything()
    return [mapping.finished().editSite(RailwayEdits.address(of: resource))].compactMap(\.self)
  }

  /// What becomes of each variable of a resource, read from the finished project graph.
  public func deliveries(_ part: HostedPart, to resource: ResourceID) -> [Delivery] {
    var mapping = RailwayMapping(part, self)
    mapping.mapEverything()
    let project = mapping.finished()
    let address = RailwayEdits.address(of: resource)
    guard let service = project.services.first(where: { $0.address == address }) else { return [] }
    return service.variables.keys.compactMap { name in
      service.variables[name].map { Delivery(name, project.form(of: $0, name, in: service.name)) }
    }
  }
}

extension RailwayProject {
  fileprivate func form(
    of variable: RailwayGraph.Variable,
    _ name: String,
    in service: String
  ) -> Delivery.Form {
    switch variable {
    case .literal(let config), .raw(let config):
      if let generator = config.generator { return .generated(generator) }
      let text = config.value ?? ""
      return RailwayText.hasReference(text) ? .reference(text) : .literal(text)
    case .reference(let resource, let output): return .reference("\(resource), \(output)")
    case .sharedReference(let name): return .reference("shared variable \(name)")
    case .preserve:
      if let question = asked.first(where: { $0.service == service && $0.variable == name }) {
        return .asked(question.words)
      }
      return .kept("preserve, set before the first apply as the setup sheet tells")
    }
  }
}
