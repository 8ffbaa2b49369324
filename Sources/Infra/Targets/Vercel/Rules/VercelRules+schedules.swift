import InfraKit
import InfraSerialization

extension VercelRules {
  static let scheduleRules = [cronSchedules, dailyCrons, productionCrons, scheduleTargets]

  static let cronSchedules = VercelRule(
    "cron-schedules",
    .error,
    "A cron job has a path that starts with '/' and five crontab fields.",
    VercelFacts.cronPages
  ) { project, report in
    for cron in project.config.crons ?? [] {
      if let fault = Schedule.crontab(cron.schedule).fault {
        report(
          "cron job '\(cron.path)' has the schedule '\(cron.schedule)', which \(fault)",
          "write five fields in UTC, such as '0 5 * * *'"
        )
      }
      if !cron.path.hasPrefix("/") || cron.path.count > VercelFacts.cronPathLength.value {
        report(
          "cron job '\(cron.path)' needs a path of at most \(VercelFacts.cronPathLength.value) "
            + "characters that starts with '/'",
          "write '/\(cron.path)'"
        )
      }
    }
    for (name, schedule) in project.config.schedules?.entries ?? [] {
      guard let fault = Schedule.crontab(schedule.schedule).fault else { continue }
      report(
        "schedule '\(name)' is '\(schedule.schedule)', which \(fault)",
        "write five fields, such as '0 5 * * *'"
      )
    }
  }

  static let dailyCrons = VercelRule(
    "daily-crons",
    .error,
    "On Hobby a cron job runs once a day at most.",
    VercelFacts.cronPages
  ) { project, report in
    guard VercelFacts.facts(of: project.plan)?.oneCronCallPerDay.value == true else { return }
    for cron in project.config.crons ?? [] {
      guard let gap = Schedule.crontab(cron.schedule).shortestGapInMinutes, gap < 24 * 60 else {
        continue
      }
      report(
        "cron job '\(cron.path)' runs every \(gap) minutes, and plan '\(project.plan.rawValue)' "
          + "allows once a day",
        "choose one time a day, or name another plan:"
      )
    }
  }

  static let productionCrons = VercelRule(
    "production-crons",
    .warning,
    "Cron jobs run in production only.",
    VercelFacts.cronPages
  ) { project, report in
    guard project.environment != .production, let cron = project.config.crons?.first else { return }
    report(
      "cron job '\(cron.path)' never runs in \(project.environment.title)",
      "use schedules, which run in every environment"
    )
  }

  static let scheduleTargets = VercelRule(
    "schedule-targets",
    .error,
    "A schedule calls one of a function, a path and a topic.",
    VercelFacts.Source("vercel.com/docs/schedules", "2026-10-26")
  ) { project, report in
    for (name, schedule) in project.config.schedules?.entries ?? [] {
      let targets = [schedule.function, schedule.path, schedule.topic].compactMap(\.self)
      if targets.count != 1 {
        report(
          "schedule '\(name)' calls \(targets.count) things",
          "set one of function, path and topic"
        )
      }
      if let jitter = schedule.jitter, !(1...VercelFacts.jitter.value).contains(jitter) {
        report(
          "schedule '\(name)' has a jitter of \(jitter) minutes",
          "choose 1 to \(VercelFacts.jitter.value)"
        )
      }
    }
  }
}
