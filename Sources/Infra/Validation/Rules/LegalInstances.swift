import InfraContract

/// At least one instance runs, and what follows the load has bounds and a measure.
enum LegalInstances: EnvironmentRule {
  static let rule = Rule(
    "model/legal-instances",
    .error,
    "At least one instance runs; scaling has a minimum, a maximum that is no less, and a measure "
      + "in percent."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let services = environment.application.services
    for index in services.indices {
      func report(_ fault: String, _ help: String) {
        findings.report(
          rule,
          "\(services[index].id.title) \(fault)",
          help: help,
          at: services[index].site,
          about: services[index].id
        )
      }
      if services[index].instances < 1 {
        report(
          "has \(services[index].instances) instances, and at least 1 must run",
          "leave it out of the environment instead"
        )
      }
      guard let scaling = services[index].scaling else { continue }
      if scaling.minimum < 1 {
        report("scales down to \(scaling.minimum), and at least 1 must run", "start at 1")
      }
      if scaling.maximum < scaling.minimum {
        report(
          "scales from \(scaling.minimum) to \(scaling.maximum), which is less",
          "make the maximum at least \(scaling.minimum)"
        )
      }
      if scaling.cpuPercent == nil, scaling.memoryPercent == nil {
        report("scales by no measure", "give cpuPercent:, memoryPercent: or both")
      }
      for (measure, percent) in [
        ("processor", scaling.cpuPercent), ("memory", scaling.memoryPercent),
      ] {
        guard let percent, !(1...100).contains(percent) else { continue }
        report(
          "scales at \(percent) percent \(measure) use, and percents lie in 1...100",
          "take a percentage such as 70"
        )
      }
    }
  }
}
