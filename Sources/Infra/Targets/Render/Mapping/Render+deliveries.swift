public import InfraKit

extension Render {
  /// What becomes of each variable of a resource, read from the finished Blueprint.
  public func deliveries(_ part: HostedPart, to resource: ResourceID) -> [Delivery] {
    var draft = BlueprintDraft(part, self)
    draft.map()
    draft.apply(edits)
    guard case .service(let index)? = draft.places[resource] else { return [] }
    let service = draft.blueprint.services[index]
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
