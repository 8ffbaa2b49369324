import InfraContract

/// Every domain is a host name and nothing more.
enum LegalDomains: EnvironmentRule {
  static let rule = Rule(
    "model/legal-domains",
    .error,
    "A domain is a host name in lower case, without scheme, port, path or wildcard."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    environment.application.eachDomain { domain, resource, site in
      guard let fault = domain.fault else { return }
      let help =
        if let legal = domain.legal {
          "write '\(legal.name)'"
        } else if !domain.name.utf8.allSatisfy({ $0 < 0x80 }) {
          "write its ASCII form, which starts with 'xn--'"
        } else {
          "write a name such as 'api.example.com'"
        }
      findings.report(
        rule,
        "domain \(Wording.quote(domain.name)) of \(resource.title) \(fault)",
        help: help,
        at: site,
        about: resource
      )
    }
  }
}

extension Application {
  /// Visits every domain with the resource that has it and that resource's line.
  func eachDomain(_ visit: (Domain, ResourceID, CallSite) -> Void) {
    for index in services.indices where !services[index].domains.isEmpty {
      for domain in services[index].domains {
        visit(domain, services[index].id, services[index].site)
      }
    }
    for site in sites {
      for domain in site.domains { visit(domain, site.id, site.site) }
    }
  }
}
