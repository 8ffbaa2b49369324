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
