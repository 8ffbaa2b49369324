import InfraKit

extension RenderRules {
  /// A schedule is five fields.
  enum CronSchedules: BlueprintRule {
    static let rule = Rule(
      "cron-fields",
      .error,
      "A cron job's schedule has five fields.",
      RenderFacts.cron
    )

    static func check(_ draft: BlueprintDraft, _ findings: inout Findings) {
      for job in draft.blueprint.allJobs {
        let fields = job.schedule.split(separator: " ").count
        guard fields != 5 else { continue }
        draft.report(
          rule,
          job.name,
          "has the schedule '\(job.schedule)' of \(fields) fields",
          help: "write minute, hour, day of month, month and day of week",
          &findings
        )
      }
    }
  }
}
