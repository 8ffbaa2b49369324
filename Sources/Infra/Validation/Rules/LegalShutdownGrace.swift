import InfraContract

/// The time to finish after SIGTERM is not negative.
enum LegalShutdownGrace: EnvironmentRule {
  static let rule = Rule(
    "model/legal-shutdown-grace",
    .error,
    "The time to finish after SIGTERM is not negative."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let services = environment.application.services
    for index in services.indices {
      guard let grace = services[index].shutdownGrace, grace < .zero else { continue }
      findings.report(
        rule,
        "\(services[index].id.title) has \(grace) to finish after SIGTERM",
        help: "take a time such as .seconds(30), or leave it out",
        at: services[index].site,
        about: services[index].id
      )
    }
  }
}
