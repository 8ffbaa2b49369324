import InfraContract

/// The description does not set PORT for what listens: the platform does, from its `port`.
enum PortIsGiven: EnvironmentRule {
  static let rule = Rule(
    "model/port-is-given",
    .error,
    "PORT of what listens comes from its port, and from nowhere else."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    var blamed: Set<String> = []
    see(application.services, { application.services[$0].port }, &blamed, &findings)
    see(application.sites, { application.sites[$0].serve?.port }, &blamed, &findings)
  }

  private static func see(
    _ resources: [some Configured],
    _ port: (Int) -> Port?,
    _ blamed: inout Set<String>,
    _ findings: inout Findings
  ) {
    for index in resources.indices {
      guard let port = port(index) else { continue }
      for entry in resources[index].variables.entries where entry.name == "PORT" {
        let resource = resources[index]
        findings.report(
          rule,
          "\(resource.id.title) sets 'PORT', which the platform sets to its port, \(port.number)",
          help: "remove it; to listen elsewhere, change port:",
          at: entry.site ?? resource.site,
          about: resource.id
        )
        break
      }
      for set in resources[index].shared where !blamed.contains(set.name) {
        guard let entry = set.variables.entry("PORT") else { continue }
        blamed.insert(set.name)
        findings.report(
          rule,
          "shared set '\(set.name)' sets 'PORT' for \(resources[index].id.title), for which the "
            + "platform sets it to its port, \(port.number)",
          help: "remove it from the set; what does not listen can set it by itself",
          at: entry.site ?? set.site,
          about: resources[index].id
        )
      }
    }
  }
}
