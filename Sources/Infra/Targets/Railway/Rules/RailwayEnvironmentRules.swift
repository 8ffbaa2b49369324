import InfraKit

extension RailwayRules {
  /// A switch of the project.
  static let previewsInProject = rule(
    "previews-in-project",
    .note,
    "Environments of pull requests are a switch of the project.",
    page: "environments"
  )

  /// All or none, for as long as they are open.
  static let previewsOfAll = rule(
    "previews-of-all",
    .warning,
    "Every pull request has an environment until it closes, or none has.",
    page: "environments"
  )

  /// A switch of the project, for some workspaces.
  static let protectionInProject = rule(
    "protection-in-project",
    .note,
    "A restricted environment is a switch of the project, in workspaces with committed spend.",
    page: "enterprise/environment-rbac"
  )
}

/// Rules about an environment as a whole; its private network is its own in any case.
enum RailwayEnvironmentRules: RailwayTopic {
  static let rules = [
    RailwayRules.previewsInProject, RailwayRules.previewsOfAll, RailwayRules.protectionInProject,
  ]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    let environment = project.part.plan.environment
    func report(_ rule: Rule, _ message: String, _ help: String) {
      findings.report(
        rule,
        "'\(environment.name)' \(message)",
        help: help,
        at: environment.site
      )
    }
    if let previews = environment.previews {
      if previews.trigger != .never {
        report(
          RailwayRules.previewsInProject,
          "wants previews, which are switched on in the project: that moves to the setup sheet",
          "switch on PR environments as SETUP.md says"
        )
      }
      if previews.trigger == .onRequest || previews.daysKept != nil {
        report(
          RailwayRules.previewsOfAll,
          previews.trigger == .onRequest
            ? "wants previews on request, and Railway makes one for every pull request or for none"
            : "wants previews that go after days without a push, and Railway keeps them until the "
              + "pull request closes",
          "take previews: .always or .never"
        )
      }
    }
    if environment.isProtected {
      report(
        RailwayRules.protectionInProject,
        "is protected, which is switched on in the project: that moves to the setup sheet",
        "restrict the environment as SETUP.md says"
      )
    }
  }
}
