import InfraKit

extension RenderRules {
  /// Legacy plans exist only where they already do.
  enum LegacyPlans: BlueprintRule {
    static let rule = Rule(
      "legacy-plans",
      .warning,
      "A new database is on a current plan: legacy ones are refused.",
      RenderFacts.legacy
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      let legacy = RenderFacts.legacyPostgresPlans.value
      for database in file.databases {
        guard let plan = database.plan, legacy.contains(plan) else { continue }
        file.report(
          rule,
          database.name,
          "is on legacy plan '\(plan.rawValue)', which Render refuses for new databases",
          help: "take a current plan; for an existing database there is no way back",
          &findings
        )
      }
    }
  }
}
