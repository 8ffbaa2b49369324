import InfraKit
import InfraTargets

extension Environment {
  /// Production, under the helpdesk's own domains.
  public static var prod: Environment {
    var helpdesk = Helpdesk()
    helpdesk.backend.instances = 2
    helpdesk.backend.domains = ["api.helpdesk.example"]
    helpdesk.frontend.domains = ["app.helpdesk.example"]
    helpdesk.database.storage = .gigabytes(15)
    helpdesk.settings.trustedProxies = 1
    return Environment(
      "prod",
      helpdesk.application,
      deployments: [
        Deployment(
          "main",
          on: .render(region: .frankfurt, at: "render.yaml") {
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
