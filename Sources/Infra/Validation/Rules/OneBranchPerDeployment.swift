/// What belongs together is deployed from one branch.
enum OneBranchPerDeployment {
  static let rule = Rule(
    "model/one-branch-per-deployment",
    .warning,
    "All targets of a deployment follow the same branch."
  )

  static func check(_ plan: Plan, _ branches: [DeployedBranch?], _ findings: inout Findings) {
    let targets = plan.deployment.targets
    let followers = targets.indices.compactMap { index in
      branches[index].map { (title: targets[index].platform.title, branch: $0) }
    }
    guard let first = followers.first, followers.contains(where: { $0.branch != first.branch })
    else { return }
    let words = followers.map { "\($0.title) follows \($0.branch.title)" }
    findings.report(
      rule,
      "deployment '\(plan.deployment.name)' of '\(plan.environment.name)' is deployed from several "
        + "branches: \(words.joined(separator: ", "))",
      help: "name one branch for all, such as .render(branch: \"staging\") and "
        + ".vercel(environment: .preview(branch: \"staging\"))",
      at: plan.deployment.site
    )
  }
}
