import InfraContract

/// A domain leads to one resource.
enum UniqueDomains: EnvironmentRule {
  static let rule = Rule(
    "model/unique-domains",
    .error,
    "A domain belongs to one resource, which lists it once."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    var owners: [String: ResourceID] = [:]
    owners.reserveCapacity(environment.application.services.count)
    environment.application.eachDomain { domain, resource, site in
      guard let owner = owners[domain.name] else {
        owners[domain.name] = resource
        return
      }
      if domain.fault != nil { return }
      // What is there twice itself has a finding of its own, and has its domains twice by that.
      if owner == resource, !environment.application.repeats(domain, of: resource) { return }
      findings.report(
        rule,
        owner == resource
          ? "\(resource.title) lists domain '\(domain.name)' twice"
          : "\(resource.title) has domain '\(domain.name)', which \(owner.title) has too",
        help: "let one resource have it, once",
        at: site,
        about: resource
      )
    }
  }
}

extension Application {
  /// Whether a resource lists a domain more than once by itself.
  fileprivate func repeats(_ domain: Domain, of resource: ResourceID) -> Bool {
    let lists =
      services.filter { $0.id == resource }.map(\.domains)
      + sites.filter { $0.id == resource }.map(\.domains)
    return lists.contains { list in list.count { $0 == domain } > 1 }
  }
}
