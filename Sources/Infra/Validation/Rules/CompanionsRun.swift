import InfraContract

/// What a process needs beside it runs there, as often as it may, and with the same store.
enum CompanionsRun: EnvironmentRule {
  static let rule = Rule(
    "model/companions-run",
    .error,
    "A process that needs another one beside it has it, on the same database and in the same mode."
  )

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let services = environment.application.services
    for index in services.indices {
      for contract in services[index].contracts {
        guard let companion = contract.companion else { continue }
        check(services[index], contract, companion, services, &findings)
      }
    }
  }

  private static func check(
    _ service: Service,
    _ contract: FilledContract,
    _ companion: Companion,
    _ services: [Service],
    _ findings: inout Findings
  ) {
    let found = services.compactMap { other in
      other.contracts.first { $0.process == companion.process }.map {
        (service: other, contract: $0)
      }
    }
    if found.isEmpty || (companion.isAlone && found.count > 1) {
      let names = Wording.list(found.map(\.service.name))
      findings.report(
        rule,
        found.isEmpty
          ? "\(service.id.title) needs a service that runs '\(companion.process)', and there is none: "
            + companion.reason
          : "\(service.id.title) needs one service that runs '\(companion.process)', and \(names) all "
            + "do: \(companion.reason)",
        help: found.isEmpty
          ? "list a service that is reading the contract of '\(companion.process)'"
          : "keep one of them",
        at: service.site,
        about: service.id
      )
    }
    for other in found {
      for name in companion.sharing where value(name, contract) != value(name, other.contract) {
        findings.report(
          rule,
          "\(service.id.title) and \(other.service.id.title) are given different values of "
            + "'\(name)', and must work on the same: \(companion.reason)",
          help: "fill both contracts from one value",
          at: other.service.site,
          about: other.service.id
        )
      }
    }
  }

  /// What a contract gives a variable; nil where it leaves its default.
  private static func value(_ name: String, _ contract: FilledContract) -> Value? {
    contract.fields.first { $0.name == name }?.value
  }
}
