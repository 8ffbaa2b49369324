public import InfraContract
public import InfraKit

extension Render {
  /// Render with the file as it is mapped.
  public var unedited: any Target {
    var plain = self
    plain.edits = BlueprintEdits()
    return plain
  }

  /// The lines of the edits of a resource.
  public func editSites(_ part: HostedPart, of resource: ResourceID) -> [CallSite] {
    edits.edits.filter { $0.resource == resource }.map(\.site)
  }

  /// What becomes of each variable of a resource, read from the finished Blueprint.
  public func deliveries(_ part: HostedPart, to resource: ResourceID) -> [Delivery] {
    var draft = BlueprintDraft(part, self)
    draft.map()
    draft.apply(edits)
    // An edit of the whole file may have moved the entry, or removed it.
    let service = draft.blueprint.allServices.first {
      draft.origins[$0.name]?.resource == resource
    }
    guard let service else { return [] }
    return service.envVars.flatMap { draft.deliveries(of: $0, in: service.name) }
  }
}

extension BlueprintDraft {
  fileprivate func deliveries(of variable: Blueprint.Variable, in service: String) -> [Delivery] {
    switch variable {
    case .direct(let variable):
      return [Delivery(variable.key, form(of: variable, in: service))]
    case .database(let variable):
      let from = variable.fromDatabase
      return [
        Delivery(
          variable.key,
          .reference("fromDatabase: \(from.name), property \(from.property.rawValue)")
        )
      ]
    case .service(let variable):
      let from = variable.fromService
      let what =
        from.envVarKey.map { "envVarKey \($0)" }
        ?? "property \(from.property?.rawValue ?? "")"
      return [Delivery(variable.key, .reference("fromService: \(from.name), \(what)"))]
    case .group(let variables):
      let name = variables.fromGroup
      return blueprint.allGroups.filter { $0.name == name }.flatMap(\.envVars).map { variable in
        switch form(of: variable, in: name) {
        case .literal(let text): Delivery(variable.key, .literal(text))
        case .generated: Delivery(variable.key, .generated("generateValue in group \(name)"))
        case let form: Delivery(variable.key, form)
        }
      }
    }
  }

  private func form(of variable: Blueprint.DirectVariable, in service: String) -> Delivery.Form {
    if let value = variable.value { return .literal(value.text) }
    if variable.generateValue == true { return .generated("generateValue: true") }
    let chore = chores.first { $0.service == service && $0.variable == variable.key }
    return switch chore?.kind {
    case .late(let what): .asked(what)
    case .secret(let origin): .asked("sync: false; the Dashboard asks for it: \(origin)")
    case nil: .kept("sync: false")
    }
  }
}
