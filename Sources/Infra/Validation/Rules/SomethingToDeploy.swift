/// An environment has resources, deployments, and targets in each.
enum SomethingToDeploy: EnvironmentRule {
  static let rule = Rule(
    "model/something-to-deploy",
    .error,
    "An application lists a resource, an environment a deployment, and a deployment a target."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    if application.isEmpty {
      findings.report(
        rule,
        "application '\(application.name)' lists nothing",
        help: "list what belongs to it, such as services: [api]",
        at: application.site
      )
      return
    }
    if environment.deployments.isEmpty {
      findings.report(
        rule,
        "environment '\(environment.name)' has no deployment",
        help: "say where it runs, such as on: .compose",
        at: environment.site
      )
    }
    for deployment in environment.deployments where deployment.targets.isEmpty {
      findings.report(
        rule,
        environment.deployments.count == 1
          ? "environment '\(environment.name)' has no target"
          : "deployment '\(deployment.name)' of '\(environment.name)' has no target",
        help: "say where it runs, such as on: .compose",
        at: deployment.site
      )
    }
  }
}
