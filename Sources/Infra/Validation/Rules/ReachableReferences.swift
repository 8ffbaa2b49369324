import InfraContract

/// What is private is asked for by neighbours only.
///
/// Hosts, ports and connection URLs lead through a platform's private network, which ends where the
/// platform ends. This also keeps a service beside its database: what one target hosts, one
/// platform's rules can look at together.
enum ReachableReferences: DeploymentRule {
  static let rule = Rule(
    "model/reachable-references",
    .error,
    "A private property is asked for by what the same target hosts."
  )

  static let isStructural = true

  static func check(_ plan: Plan, _ findings: inout Findings) {
    // With one target, everything is a neighbour.
    if plan.deployment.targets.count < 2 { return }
    let application = plan.environment.application
    let databases = application.databaseOfReplica
    var blamed: Set<CallSite> = []

    func see(
      _ value: Value,
      _ phrase: @autoclosure () -> String,
      of id: ResourceID,
      at site: CallSite,
      once: Bool = false
    ) {
      for case .reference(let reference) in value.parts where !reference.property.isPublic {
        guard let reader = plan.place(id)?.target,
          let provider = ResourceID(reference) ?? databases[reference.name],
          let host = plan.place(provider)?.target, host != reader
        else { continue }
        if once, !blamed.insert(site).inserted { return }
        let targets = plan.deployment.targets
        findings.report(
          rule,
          "\(phrase()) to the \(reference.property.words) of \(reference.title), but "
            + (once ? "\(id.title) reads it on " : "it runs on ")
            + "\(targets[reader].platform.title) and \(provider.title) on "
            + "\(targets[host].platform.title)",
          help: help(reference),
          at: site,
          about: id
        )
        return
      }
    }
    func see(_ resources: [some Configured]) {
      for index in resources.indices {
        let id = resources[index].id
        let site = resources[index].site
        for entry in resources[index].variables.entries {
          see(entry.value, "\(id.title) sets '\(entry.name)'", of: id, at: entry.site ?? site)
        }
        for set in resources[index].shared {
          for entry in set.variables.entries {
            see(
              entry.value,
              "shared set '\(set.name)' sets '\(entry.name)'",
              of: id,
              at: entry.site ?? set.site,
              once: true
            )
          }
        }
      }
    }
    see(application.services)
    see(application.sites)
    see(application.jobs)
  }

  private static func help(_ reference: Reference) -> String {
    switch reference.kind {
    case .service: "use its origin, or let one target host both"
    case .site: "use its origin"
    case .postgres, .replica, .keyValue:
      "let one target host both, or set it to a Secret that a person provides with the address for "
        + "the outside"
    }
  }
}

extension Application {
  /// The database that each read replica belongs to.
  var databaseOfReplica: [String: ResourceID] {
    var owners: [String: ResourceID] = [:]
    for database in databases {
      for replica in database.replicas { owners[replica.name] = database.id }
    }
    return owners
  }
}
