import InfraKit

extension RenderRules {
  /// A schedule is five fields.
  enum CronSchedules: BlueprintRule {
    static let rule = Rule(
      "cron-fields",
      .error,
      "A cron job's schedule has five fields, each in its range.",
      RenderFacts.cron
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for job in file.jobs {
        let fields = job.schedule.split(separator: " ").count
        if fields == 5 {
          // The model holds its own schedules to this; an edit may have written another.
          guard let fault = Schedule.crontab(job.schedule).fault else { continue }
          file.report(
            rule,
            job.name,
            "has the schedule '\(job.schedule)', which \(fault)",
            help: "write a line such as '0 3 * * *'",
            &findings
          )
          continue
        }
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
