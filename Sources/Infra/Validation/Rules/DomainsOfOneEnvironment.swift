import InfraContract

/// A domain leads to one environment.
///
/// Targets that serve no domains, such as a developer's machine, do not count.
enum DomainsOfOneEnvironment: WorkspaceRule {
  static let rule = Rule(
    "model/domains-of-one-environment",
    .error,
    "A domain belongs to one environment."
  )

  static func check(_ environments: [EnvironmentOutput], _ findings: inout Findings) {
    if environments.count < 2 { return }
    var owners: [String: (environment: Int, resource: ResourceID)] = [:]
    for (index, output) in environments.enumerated() {
      for variant in output.environment.variants {
        variant.application.eachDomain { domain, resource, site in
          guard output.serves(resource) else { return }
          guard let owner = owners[domain.name] else {
            owners[domain.name] = (index, resource)
            return
          }
          if owner.environment == index || domain.fault != nil { return }
          let other = environments[owner.environment].environment
          findings.report(
            rule,
            "domain '\(domain.name)' of \(resource.title) is used in '\(output.name)' "
              + "(\(output.environment.site)), and in '\(other.name)' (\(other.site))"
              + (owner.resource == resource ? "" : " by \(owner.resource.title)"),
            help: "give each environment domains of its own: assign domains in its own file",
            at: site,
            about: resource,
            in: [other.name, output.name]
          )
        }
      }
    }
  }
}

extension EnvironmentOutput {
  /// Whether any deployment puts a resource under its domains.
  fileprivate func serves(_ resource: ResourceID) -> Bool {
    deployments.contains { deployment in
      guard let target = deployment.plan.place(resource)?.target else { return false }
      return deployment.plan.deployment.targets[target].servesDomains
    }
  }
}
