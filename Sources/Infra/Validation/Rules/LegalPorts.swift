import InfraContract

/// A service that listens does so on a port that exists.
enum LegalPorts: EnvironmentRule {
  static let rule = Rule("model/legal-ports", .error, "A port lies in 1...65535.")

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    for index in application.services.indices {
      guard let port = application.services[index].port, !isLegal(port) else { continue }
      let help = port.number == 0 ? "leave port: out for a worker" : "take a port such as 8080"
      report(port, application.services[index], help, &findings)
    }
    for site in application.sites {
      if let serve = site.serve, !isLegal(serve.port) {
        report(serve.port, site, "take a port such as 3000", &findings)
      }
    }
  }

  private static func isLegal(_ port: Port) -> Bool { (1...65535).contains(port.number) }

  private static func report(
    _ port: Port,
    _ resource: some Resource,
    _ help: String,
    _ findings: inout Findings
  ) {
    findings.report(
      rule,
      "\(resource.id.title) has port \(port.number), and ports lie in 1...65535",
      help: help,
      at: resource.site,
      about: resource.id
    )
  }
}
