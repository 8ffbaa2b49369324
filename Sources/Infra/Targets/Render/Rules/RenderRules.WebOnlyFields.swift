import InfraKit

extension RenderRules {
  /// What faces the public belongs to web services.
  enum WebOnlyFields: BlueprintRule {
    static let rule = Rule(
      "web-only-fields",
      .error,
      "Health paths, domains, allow lists and maintenance belong to web services.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for case .server(let server) in file.services {
        if server.type == .web {
          if let path = server.healthCheckPath, !path.hasPrefix("/") {
            file.report(
              rule,
              server.name,
              "has the health check path '\(path)', which does not start with '/'",
              help: "write '/\(path)'",
              &findings
            )
          }
          continue
        }
        let fields = fields(of: server)
        if fields.isEmpty { continue }
        file.report(
          rule,
          server.name,
          "is a '\(server.type.rawValue)' and sets " + fields.joined(separator: ", "),
          help: "make it a public service, or remove what only those have",
          &findings
        )
      }
    }

    private static func fields(of server: Blueprint.ServerService) -> [String] {
      let set: [(String, Bool)] = [
        ("healthCheckPath", server.healthCheckPath != nil), ("domains", server.domains != nil),
        ("ipAllowList", server.ipAllowList != nil),
        ("maintenanceMode", server.maintenanceMode != nil),
        ("renderSubdomainPolicy", server.renderSubdomainPolicy != nil),
      ]
      return set.filter(\.1).map(\.0)
    }
  }
}
