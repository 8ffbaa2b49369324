import InfraKit

// What an environment asks for as a whole. Vercel has it in the settings of a project, if at all.
extension VercelRules {
  static let environmentRules = [previewsInProject, previewsOfEveryPush, protectionByRoles]

  static let previewsInProject = Rule(
    "vercel/previews-in-project",
    .note,
    "Whether pushes of other branches are built is a setting of the project.",
    page: "https://vercel.com/kb/guide/how-do-i-use-the-ignored-build-step-field-on-vercel",
    checked: "2026-10-16"
  )

  static let previewsOfEveryPush = Rule(
    "vercel/previews-of-every-push",
    .warning,
    "Previews are built of every push; no file says which, or how long one is kept.",
    page: "https://vercel.com/docs/project-configuration/git-configuration",
    checked: "2025-12-19"
  )

  static let protectionByRoles = Rule(
    "vercel/protection-by-roles",
    .note,
    "Who may change an environment is a matter of roles in the team.",
    page: "https://vercel.com/docs/rbac/access-roles",
    checked: "2026-03-02"
  )

  /// Reports what an environment asks for and Vercel does otherwise.
  static func checkEnvironment(of part: HostedPart, _ findings: inout Findings) {
    let environment = part.plan.environment
    func report(_ rule: Rule, _ message: String, _ help: String) {
      findings.report(rule, message, help: help, at: environment.site)
    }
    if let previews = environment.previews {
      if previews.trigger == .never {
        report(
          previewsInProject,
          "'\(environment.name)' wants no previews, which moves to the setup sheet",
          "set the Ignored Build Step as SETUP.md says"
        )
      }
      if previews.trigger == .onRequest || previews.daysKept != nil {
        let wish =
          previews.trigger == .onRequest
          ? "previews on request" : "previews that go after days without a push"
        report(
          previewsOfEveryPush,
          "'\(environment.name)' wants \(wish), and Vercel builds one of every push, which no file "
            + "limits",
          "take previews: .always or .never"
        )
      }
    }
    if environment.isProtected {
      report(
        protectionByRoles,
        "'\(environment.name)' is protected, which is a matter of roles in the team: that moves to the "
          + "setup sheet",
        "give roles as SETUP.md says"
      )
    }
  }
}
