import InfraKit

extension RenderRules {
  /// A page in place of a service lies elsewhere.
  enum Maintenance: BlueprintRule {
    static let rule = Rule(
      "maintenance-page",
      .error,
      "A maintenance page has an absolute URL outside the service.",
      RenderFacts.maintenance
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for case .server(let server) in file.services {
        guard let uri = server.maintenanceMode?.uri else { continue }
        let host = host(of: uri)
        let isOwn = host.map { (server.domains ?? []).contains($0) } ?? false
        guard host == nil || isOwn else { continue }
        file.report(
          rule,
          server.name,
          "has the maintenance page '\(uri)', which "
            + (isOwn ? "is the service itself" : "is not an absolute URL"),
          help: "put the page on a static site and write its whole address",
          &findings
        )
      }
    }

    private static func host(of uri: String) -> String? {
      for scheme in ["https://", "http://"] where uri.hasPrefix(scheme) {
        let host = uri.dropFirst(scheme.count).prefix { $0 != "/" && $0 != ":" && $0 != "?" }
        return host.isEmpty ? nil : String(host)
      }
      return nil
    }
  }
}
