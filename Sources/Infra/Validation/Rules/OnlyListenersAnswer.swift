import InfraContract

/// Domains and health checks by HTTP belong to services that somebody can reach.
enum OnlyListenersAnswer: EnvironmentRule {
  static let rule = Rule(
    "model/only-listeners-answer",
    .error,
    "Domains and address ranges belong to public services, and HTTP health checks to services that "
      + "listen."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let services = environment.application.services
    for index in services.indices where !services[index].isPublic {
      let wishes = services[index].unanswered
      if wishes.isEmpty { continue }
      let service = services[index]
      findings.report(
        rule,
        "\(service.id.title) has \(wishes.joined(separator: " and ")), but "
          + (service.isWorker ? "no port to listen on" : "is private"),
        help: service.isWorker
          ? "give it a port:, or remove what only a service that listens can have"
          : "make it public (access: .public), or remove what only a public one has",
        at: service.site,
        about: service.id
      )
    }
  }
}

extension Service {
  /// What it has that only a service can have that is reached, in words; empty for a sound service.
  var unanswered: [String] {
    if isPublic { return [] }
    var wishes: [String] = []
    if !domains.isEmpty { wishes.append("domain '\(domains[0].name)'") }
    if !allowedAddresses.isEmpty { wishes.append("address ranges that may reach it") }
    if isWorker, let health, case .http(let path) = health.probe {
      wishes.append("a health check of \(Wording.quote(path))")
    }
    return wishes
  }
}
