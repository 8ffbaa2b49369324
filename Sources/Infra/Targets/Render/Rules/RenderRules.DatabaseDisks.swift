import InfraKit

extension RenderRules {
  /// Postgres disks come in steps.
  enum DatabaseDisks: BlueprintRule {
    static let rule = Rule(
      "database-disk",
      .error,
      "A database's disk is 1 GB or a multiple of 5 GB, and legacy plans have a fixed one.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      let step = RenderFacts.diskStep.value
      for database in file.databases {
        for (field, size) in [
          ("diskSizeGB", database.diskSizeGB), ("previewDiskSizeGB", database.previewDiskSizeGB),
        ] {
          guard let size, size < 1 || (size != 1 && size % step != 0) else { continue }
          file.report(
            rule,
            database.name,
            "has \(field) \(size)",
            help: "take 1 or a multiple of \(step)",
            &findings
          )
        }
        let isLegacy = database.plan.map(RenderFacts.legacyPostgresPlans.value.contains) ?? false
        if isLegacy, database.diskSizeGB != nil || database.storageAutoscalingEnabled != nil {
          file.report(
            rule,
            database.name,
            "sets its disk on legacy plan '\(database.plan?.rawValue ?? "")', which has a fixed one",
            help: "take a current plan, such as '\(RenderFacts.postgresPlans.value[1].id)'",
            &findings
          )
        }
      }
    }
  }
}
