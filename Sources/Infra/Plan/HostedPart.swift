import InfraContract

/// What one target of a deployment hosts, with all that it needs to know about the rest.
public struct HostedPart: Sendable {
  package let plan: Plan
  package let target: Int

  /// The services hosted here, in the author's order.
  package let services: [Service]
  /// The static sites hosted here, in the author's order.
  package let sites: [StaticSite]
  /// The cron jobs hosted here, in the author's order.
  package let jobs: [CronJob]
  /// The databases hosted here, in the author's order.
  package let databases: [Postgres]
  /// The caches hosted here, in the author's order.
  package let caches: [KeyValue]

  package init(_ plan: Plan, target: Int) {
    self.plan = plan
    self.target = target
    let application = plan.environment.application
    func here<Kind: Resource>(_ resources: [Kind]) -> [Kind] {
      let kept = resources.indices.filter { plan.place(resources[$0].id)?.target == target }
      // Where all are kept, the list is shared: copies of whole resources are dear.
      return kept.count == resources.count ? resources : kept.map { resources[$0] }
    }
    services = here(application.services)
    sites = here(application.sites)
    jobs = here(application.jobs)
    databases = here(application.databases)
    caches = here(application.caches)
  }

  /// The line that chose the target.
  package var site: CallSite { plan.deployment.site(of: plan.deployment.targets[target]) }

  /// Whether anything is built from the repository, and not only pulled.
  package var isBuilt: Bool {
    func isBuilt(_ source: Source) -> Bool { if case .image = source { false } else { true } }
    return !sites.isEmpty || services.contains { isBuilt($0.source) }
      || jobs.contains { isBuilt($0.source) }
  }

  /// The name of the environment.
  package var environment: String { plan.environment.name }

  /// The application.
  package var application: Application { plan.environment.application }

  /// The name of the deployment.
  package var deployment: String { plan.deployment.name }

  /// The directory of generated files: `generated/ENV`, or `generated/ENV/DEPLOYMENT` among several.
  package var directory: String { plan.directory }

  /// The lines that open a manifest: where it comes from and how it is made again.
  package var header: [String] {
    [
      "Made from \(plan.environment.site.file) by `swift run infra generate \(environment)`.",
      "Edit the description, not this file.",
    ]
  }

  /// What a reference leads to, or nil where validation has already complained.
  package func provider(_ reference: Reference) -> Provider? {
    plan.provider(reference, from: target)
  }

  /// Every variable of a resource: shared ones first, its own after them, each name once.
  ///
  /// Its own variables win over shared ones, and later shared sets over earlier ones.
  package func variables(of resource: some Configured) -> [Variables.Entry] {
    if resource.shared.isEmpty { return resource.variables.entries }
    var entries: [Variables.Entry] = []
    var positions: [String: Int] = [:]
    for entry in resource.shared.flatMap(\.variables.entries) + resource.variables.entries {
      if let position = positions[entry.name] {
        entries[position] = entry
      } else {
        positions[entry.name] = entries.count
        entries.append(entry)
      }
    }
    return entries
  }
}

extension Plan {
  /// The directory of generated files: `generated/ENV`, or `generated/ENV/DEPLOYMENT` among several.
  package var directory: String {
    environment.deployments.count == 1
      ? "generated/\(environment.name)"
      : "generated/\(environment.name)/\(deployment.name)"
  }
}
