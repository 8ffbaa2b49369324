/// A push is meant for one environment.
enum BranchOfOneEnvironment: WorkspaceRule {
  static let rule = Rule(
    "model/branch-of-one-environment",
    .note,
    "On one platform, each environment follows a branch of its own."
  )

  static func check(_ environments: [EnvironmentOutput], _ findings: inout Findings) {
    struct Stream: Hashable {
      let platform: String
      let branch: DeployedBranch
    }
    var owners: [Stream: Int] = [:]
    for (index, output) in environments.enumerated() {
      for deployment in output.deployments {
        for (target, branch) in zip(deployment.plan.deployment.targets, deployment.branches) {
          guard let branch else { continue }
          let stream = Stream(platform: target.platform.title, branch: branch)
          guard let owner = owners[stream] else {
            owners[stream] = index
            continue
          }
          if owner == index { continue }
          findings.report(
            rule,
            "a push to \(branch.title) deploys '\(output.name)' and '\(environments[owner].name)' at "
              + "once on \(stream.platform)",
            help: "give one of them a branch of its own, such as branch: \"\(output.name)\"",
            at: deployment.plan.deployment.site(of: target)
          )
        }
      }
    }
  }
}
