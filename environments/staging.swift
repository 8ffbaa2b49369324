import InfraKit
import InfraTargets

extension Environment {
  /// What is to become production, on the platforms' own host names.
  public static var staging: Environment {
    var helpdesk = Helpdesk()
    helpdesk.settings.sessionCookie = .crossSite
    helpdesk.settings.trustedProxies = 1
    return Environment(
      "staging",
      helpdesk.application,
      deployments: [
        Deployment(
          "main",
          on: .render(region: .frankfurt, branch: "staging") {
            $0.countProxies(before: helpdesk.backend)
          },
          .vercel(hosting: helpdesk.frontend, at: "frontend/vercel.json")
        ),
        Deployment(
          "railway",
          on: .railway(region: .europeWest, legacyFiles: true, rules: [legacyFile])
        ),
      ]
    )
  }
}
