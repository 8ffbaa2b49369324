import InfraContract

/// Everything that a variable, a header or a start condition points at is listed.
enum ReferencesResolve: EnvironmentRule {
  static let rule = Rule(
    "model/references-resolve",
    .error,
    "Every resource that is referred to is listed in the application."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    let listed = Set(application.resources.map(\.id))
    let replicas = Set(application.databases.flatMap(\.replicas).map(\.name))

    for resource in application.configured {
      var missing: Set<String> = []
      func complain(_ what: String, _ id: ResourceID?, _ name: String, at site: CallSite) {
        guard missing.insert("\(what) \(name)").inserted else { return }
        let label = id?.kind.listLabel ?? "replicas"
        findings.report(
          rule,
          "\(resource.id.title) \(what), which application '\(application.name)' does not list",
          help: "add it to the application's \(label): [\(name)]",
          at: site,
          about: resource.id
        )
      }
      func see(_ value: Value, _ how: String, at site: CallSite) {
        for reference in value.references {
          if reference.kind == .replica {
            if !replicas.contains(reference.name) {
              complain("\(how) read replica '\(reference.name)'", nil, reference.name, at: site)
            }
          } else if let id = ResourceID(reference), !listed.contains(id) {
            complain("\(how) \(id.title)", id, id.name, at: site)
          }
        }
      }
      for entry in resource.variables.entries {
        see(entry.value, "reads", at: entry.site ?? resource.site)
      }
      for shared in resource.shared {
        for entry in shared.variables.entries {
          see(entry.value, "reads", at: entry.site ?? shared.site)
        }
      }
      let conditions: [StartCondition]
      switch resource {
      case let service as Service: conditions = service.startsAfter
      case let job as CronJob: conditions = job.startsAfter
      case let site as StaticSite:
        conditions = []
        for header in site.headers { see(header.value, "names in a header", at: site.site) }
      default: conditions = []
      }
      for condition in conditions where !listed.contains(condition.resource) {
        complain(
          "starts after \(condition.resource.title)",
          condition.resource,
          condition.resource.name,
          at: resource.site
        )
      }
    }
  }
}

extension ResourceID {
  /// The resource that a reference points at; nil for a read replica, which is part of another.
  package init?(_ reference: Reference) {
    switch reference.kind {
    case .service: self.init(.service, reference.name)
    case .site: self.init(.site, reference.name)
    case .postgres: self.init(.postgres, reference.name)
    case .keyValue: self.init(.keyValue, reference.name)
    case .replica: return nil
    }
  }
}
