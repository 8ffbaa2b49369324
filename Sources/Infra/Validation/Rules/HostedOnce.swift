import InfraContract

/// In a deployment every resource is hosted by exactly one target that can host its kind.
enum HostedOnce: DeploymentRule {
  static let rule = Rule(
    "model/hosted-once",
    .error,
    "In a deployment every resource is hosted by exactly one target."
  )

  static let isStructural = true

  static func check(_ plan: Plan, _ findings: inout Findings) {
    let deployment = plan.deployment
    let application = plan.environment.application
    let rest = deployment.targets.filter { $0.hosting == nil }
    if rest.count > 1 {
      findings.report(
        rule,
        "deployment '\(deployment.name)' of '\(plan.environment.name)' has \(rest.count) targets "
          + "that take the rest: " + rest.map(\.platform.title).joined(separator: ", "),
        help: "name what one of them hosts, such as .vercel(hosting: site)",
        at: deployment.site(of: rest[1])
      )
      return
    }
    for target in deployment.targets {
      for id in target.hosting ?? [] where plan.place(id) == nil {
        findings.report(
          rule,
          "\(target.platform.title) is to host \(id.title), which application "
            + "'\(application.name)' does not list",
          help: "add it to the application's \(id.kind.listLabel): [\(id.name)]",
          at: deployment.site(of: target),
          about: id
        )
      }
    }
    let kinds = deployment.targets.map(\.hostableKinds)
    see(application.services, plan, kinds, &findings)
    see(application.sites, plan, kinds, &findings)
    see(application.jobs, plan, kinds, &findings)
    see(application.databases, plan, kinds, &findings)
    see(application.caches, plan, kinds, &findings)
  }

  private static func see(
    _ resources: [some Resource],
    _ plan: Plan,
    _ kinds: [Set<ResourceKind>],
    _ findings: inout Findings
  ) {
    for index in resources.indices {
      let id = resources[index].id
      guard let target = plan.place(id)?.target else {
        unhosted(resources[index], plan.deployment, &findings)
        continue
      }
      if kinds[target].contains(id.kind) { continue }
      findings.report(
        rule,
        "\(plan.deployment.targets[target].platform.title) cannot host \(id.title)",
        help: "let another target of deployment '\(plan.deployment.name)' host it",
        at: plan.deployment.site(of: plan.deployment.targets[target]),
        about: id
      )
    }
  }

  private static func unhosted(
    _ resource: some Resource,
    _ deployment: Deployment,
    _ findings: inout Findings
  ) {
    let id = resource.id
    let claims = deployment.targets.filter { $0.hosting?.contains(id) == true }
    let who = claims.map(\.platform.title).joined(separator: " and ")
    findings.report(
      rule,
      claims.isEmpty
        ? "no target of deployment '\(deployment.name)' hosts \(id.title)"
        : "\(id.title) is hosted more than once in deployment '\(deployment.name)': by \(who)",
      help: claims.isEmpty
        ? "name it in a target's hosting:, or add a target that takes the rest"
        : "name it in one target only",
      at: claims.last.map(deployment.site(of:)) ?? resource.site,
      about: id
    )
  }
}
