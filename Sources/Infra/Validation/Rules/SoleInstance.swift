import InfraContract

/// A service that must be alone runs in one instance.
enum SoleInstance: EnvironmentRule {
  static let rule = Rule(
    "model/sole-instance",
    .error,
    "A service with a reason to run alone has one instance and does not scale."
  )

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let services = environment.application.services
    for index in services.indices {
      guard let reason = services[index].soleInstance else { continue }
      let most = max(services[index].instances, services[index].scaling?.maximum ?? 1)
      if most <= 1 { continue }
      let service = services[index]
      findings.report(
        rule,
        "\(service.id.title) \(service.instances < most ? "scales to" : "has") \(most) instances, "
          + "but only one may run: \(reason)",
        help: "run one instance, or move that work elsewhere, such as into a worker",
        at: service.site,
        about: service.id
      )
    }
  }
}
