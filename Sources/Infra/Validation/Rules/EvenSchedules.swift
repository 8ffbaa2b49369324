import InfraContract

/// A step of minutes or hours divides the hour or the day, so that the pauses are equal.
enum EvenSchedules: EnvironmentRule {
  static let rule = Rule(
    "model/even-schedules",
    .warning,
    "A step of minutes divides 60, and a step of hours divides 24."
  )

  static func check(_ environment: Environment, _ findings: inout Findings) {
    for job in environment.application.jobs where job.schedule.fault == nil {
      let fields = job.schedule.crontab.split(separator: " ")
      for (field, unit, whole) in [(fields[0], "minutes", 60), (fields[1], "hours", 24)] {
        guard field.hasPrefix("*/"), let step = Int(field.dropFirst(2)), whole % step != 0 else {
          continue
        }
        let steps = (1..<whole).filter { whole % $0 == 0 }
        let lower = steps.last { $0 < step } ?? 1
        findings.report(
          rule,
          "the schedule '\(job.schedule)' of \(job.id.title) is not every \(step) \(unit): its "
            + "last pause before \(unit == "minutes" ? "the full hour" : "midnight") is "
            + "\(whole - (whole - 1) / step * step)",
          help: "take a step that divides \(whole), such as \(lower)",
          at: job.site,
          about: job.id
        )
      }
    }
  }
}
