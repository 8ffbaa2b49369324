import InfraContract

/// What a resource waits for can happen.
enum StartConditionsHappen: EnvironmentRule {
  static let rule = Rule(
    "model/start-conditions-happen",
    .error,
    "What is waited for has a health check, or a release command, to tell by."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    var positions: [String: Int] = [:]
    func see(_ conditions: [StartCondition], of id: ResourceID, at site: CallSite) {
      for condition in conditions where condition.resource.kind == .service {
        if positions.isEmpty {
          for index in application.services.indices {
            positions[application.services[index].name] = index
          }
        }
        guard let position = positions[condition.resource.name] else { continue }
        let lack: (String, String)
        switch condition.event {
        case .healthy where application.services[position].health == nil:
          lack = ("to be healthy, which has no health check", "give it a health:")
        case .released where application.services[position].release == nil:
          lack = ("to be released, which has no release command", "give it a release:")
        case .healthy, .released: continue
        }
        findings.report(
          rule,
          "\(id.title) waits for \(condition.resource.title) \(lack.0)",
          help: "\(lack.1), or remove it from startsAfter:",
          at: site,
          about: id
        )
      }
    }
    for index in application.services.indices
    where !application.services[index].startsAfter.isEmpty {
      let service = application.services[index]
      see(service.startsAfter, of: service.id, at: service.site)
    }
    for job in application.jobs { see(job.startsAfter, of: job.id, at: job.site) }
  }
}
