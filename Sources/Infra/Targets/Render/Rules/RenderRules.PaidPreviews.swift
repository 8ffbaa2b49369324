import InfraKit

extension RenderRules {
  /// A paid service has no free preview.
  enum PaidPreviews: BlueprintRule {
    static let rule = Rule(
      "paid-previews",
      .warning,
      "What is on a paid plan is not previewed on the free one.",
      RenderFacts.servicePreviews
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      func see(_ name: String, _ plan: String?, _ preview: String?) {
        guard preview == "free", plan != "free" else { return }
        file.report(
          rule,
          name,
          "is previewed on the free plan and runs on '\(plan ?? "a paid one")', which Render refuses",
          help: "preview it on its smallest paid plan",
          &findings
        )
      }
      for case .server(let server) in file.services {
        let preview = server.previews?.plan ?? server.previewPlan
        see(server.name, server.plan?.rawValue, preview?.rawValue)
      }
      for database in file.databases {
        see(database.name, database.plan?.rawValue, database.previewPlan?.rawValue)
      }
    }
  }
}
