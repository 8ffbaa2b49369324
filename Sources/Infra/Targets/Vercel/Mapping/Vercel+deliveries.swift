public import InfraContract
public import InfraKit

extension Vercel {
  /// Vercel with the files as they are mapped.
  public var unedited: any Target {
    var plain = self
    plain.edit = { _ in }
    return plain
  }

  /// The line of the last edit of a resource.
  public func editSites(_ part: HostedPart, of resource: ResourceID) -> [CallSite] {
    VercelMapping(part, self).finishedProjects()
      .filter { $0.id == resource && $0.manifestSite != $0.site }.map(\.manifestSite)
  }

  /// What becomes of each variable of a resource: a project keeps them, and no file has them.
  public func deliveries(_ part: HostedPart, to resource: ResourceID) -> [Delivery] {
    let mapping = VercelMapping(part, self)
    return mapping.finishedProjects().filter { $0.id == resource }.flatMap(\.variables).map {
      variable in
      let form: Delivery.Form =
        switch variable.kind {
        case .plain: .asked("vercel env add \(variable.name), with '\(variable.text ?? "")'")
        case .secret: .asked("vercel env add \(variable.name), with \(variable.template)")
        case .late:
          .asked("vercel env add \(variable.name), with \(variable.template), once it is known")
        }
      return Delivery(variable.name, form)
    }
  }
}
