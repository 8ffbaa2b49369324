/// The deployments of an environment have names of their own.
enum UniqueDeployments: EnvironmentRule {
  static let rule = Rule(
    "model/unique-deployments",
    .error,
    "Every deployment of an environment has a name of its own."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    var first: [String: Deployment] = [:]
    for deployment in environment.deployments {
      guard let earlier = first.updateValue(deployment, forKey: deployment.name) else { continue }
      first[deployment.name] = earlier
      if !Label.isLegal(deployment.name) { continue }
      findings.report(
        rule,
        "environment '\(environment.name)' has two deployments '\(deployment.name)'"
          + (earlier.site == deployment.site ? "" : ", the first at \(earlier.site)"),
        help: "name each after what sets it apart: its files go into a folder of that name",
        at: deployment.site
      )
    }
  }
}
