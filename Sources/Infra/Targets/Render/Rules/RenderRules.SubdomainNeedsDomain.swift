import InfraKit

extension RenderRules {
  /// What answers nowhere is not served.
  enum SubdomainNeedsDomain: BlueprintRule {
    static let rule = Rule(
      "subdomain-needs-domain",
      .error,
      "Without its onrender.com address, a service has a domain of its own.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      func see(_ name: String, _ policy: Blueprint.Toggle?, _ domains: [String]?, _ old: String?) {
        guard policy == .disabled, domains?.isEmpty ?? true, old == nil else { return }
        file.report(
          rule,
          name,
          "switches its onrender.com address off and has no domain of its own",
          help: "give it domains:",
          &findings
        )
      }
      for case .server(let server) in file.services {
        see(server.name, server.renderSubdomainPolicy, server.domains, server.domain)
      }
      for site in file.sites {
        see(site.name, site.renderSubdomainPolicy, site.domains, site.domain)
      }
    }
  }
}
