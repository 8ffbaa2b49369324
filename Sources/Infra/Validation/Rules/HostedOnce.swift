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
        at: rest[1].site
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
          at: target.site,
          about: id
        )
      }
    }
    for resource in application.resources {
      let id = resource.id
      if let index = plan.place(id)?.target {
        let target = deployment.targets[index]
        if !target.hostableKinds.contains(id.kind) {
          findings.report(
            rule,
            "\(target.platform.title) cannot host \(id.title)",
            help: "let another target of deployment '\(deployment.name)' host it",
            at: target.site,
            about: id
          )
        }
        continue
      }
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
        at: claims.isEmpty ? resource.site : claims[1].site,
        about: id
      )
    }
  }
}
