import InfraContract

/// Everything has a name that is safe as a folder, a host and a word of any file format.
enum LegalNames: EnvironmentRule {
  static let rule = Rule(
    "model/legal-names",
    .error,
    "Names are \(Label.expectation)."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    see("application", application.name, at: application.site, &findings)
    see("environment", environment.name, at: environment.site, &findings)
    for deployment in environment.deployments {
      see("deployment", deployment.name, at: deployment.site, &findings)
    }
    see(application.services, &findings)
    see(application.sites, &findings)
    see(application.jobs, &findings)
    see(application.databases, &findings)
    see(application.caches, &findings)
    for database in application.databases {
      for replica in database.replicas {
        see("read replica", replica.name, at: database.site, about: database.id, &findings)
      }
    }
    for index in application.services.indices where !application.services[index].volumes.isEmpty {
      let service = application.services[index]
      for volume in service.volumes {
        let what = "volume of \(service.id.title):"
        see(what, volume.name, at: service.site, about: service.id, &findings)
      }
    }
    for shared in application.sharedSets {
      see("shared set", shared.set.name, at: shared.set.site, about: shared.reader, &findings)
    }
  }

  private static func see(_ resources: [some Resource], _ findings: inout Findings) {
    for index in resources.indices {
      let id = resources[index].id
      if Label.isLegal(id.name) { continue }
      see(id.kind.title, id.name, at: resources[index].site, about: id, &findings)
    }
  }

  private static func see(
    _ what: String,
    _ name: String,
    at site: CallSite,
    about resource: ResourceID? = nil,
    _ findings: inout Findings
  ) {
    guard let fault = Label.fault(name) else { return }
    findings.report(
      rule,
      "the name of \(what) \(Wording.quote(name)) \(fault); names are \(Label.expectation)",
      help: Label.legal(name).map { "call it '\($0)'" } ?? "give it a name such as 'api'",
      at: site,
      about: resource
    )
  }
}
