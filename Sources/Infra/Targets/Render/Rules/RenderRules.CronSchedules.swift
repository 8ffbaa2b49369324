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

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for job in file.jobs {
        let fields = job.schedule.split(separator: " ").count
        guard fields != 5 else { continue }
        file.report(
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
