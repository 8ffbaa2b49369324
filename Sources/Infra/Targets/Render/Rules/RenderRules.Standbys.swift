import InfraKit

extension RenderRules {
  /// A standby needs a whole core.
  enum Standbys: BlueprintRule {
    static let rule = Rule(
      "standby-needs",
      .error,
      "A database with a standby has at least one core and Postgres 13.",
      RenderFacts.postgres
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for database in file.databases
      where database.highAvailability?.enabled == true && database.plan != .free {
        if isSmall(database.plan) {
          file.report(
            rule,
            database.name,
            "has a standby and plan '\(database.plan?.rawValue ?? "0.1c-256mb")' of less than one "
              + "core",
            help: "take '1c-2g' or larger",
            &findings
          )
        }
        let least = RenderFacts.highAvailabilityVersion.value
        if let version = database.postgresMajorVersion.flatMap({ Int($0.rawValue) }),
          version < least
        {
          file.report(
            rule,
            database.name,
            "has a standby and Postgres \(version)",
            help: "take Postgres \(least) or newer",
            &findings
          )
        }
      }
    }

    private static func isSmall(_ plan: Blueprint.PostgresPlan?) -> Bool {
      guard let plan else { return true }
      if RenderFacts.smallOlderPostgresPlans.contains(plan) { return true }
      let known = RenderFacts.postgresPlans.value.first { $0.id == plan.rawValue }
      return known?.cpu.map { $0 < RenderFacts.highAvailabilityCPU.value } ?? false
    }
  }
}
