import InfraContract
import InfraKit
import InfraSerialization

extension RailwayRules {
  /// Runs are apart.
  static let cronInterval = rule(
    "cron-interval",
    .error,
    "A schedule has five crontab fields, and \(RailwayFacts.cronMinutes.value) minutes or more lie "
      + "between two runs.",
    page: "cron-jobs"
  )

  /// Times are UTC.
  static let cronUTC = rule(
    "cron-utc",
    .error,
    "A schedule is in UTC, the only time zone that Railway knows.",
    page: "cron-jobs"
  )

  /// A job ends.
  static let cronEnds = rule(
    "cron-ends",
    .warning,
    "What runs on a schedule ends: it has no health check, no domain, and is not always restarted.",
    page: "cron-jobs"
  )
}

/// Rules about schedules.
enum RailwayScheduleRules: RailwayTopic {
  static let rules = [RailwayRules.cronInterval, RailwayRules.cronUTC, RailwayRules.cronEnds]

  private static let zones = ["UTC", "Etc/UTC", "GMT", "Etc/GMT", "Etc/UCT", "UCT", "Zulu"]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    for job in project.part.jobs {
      guard let zone = job.timeZone, !zones.contains(zone) else { continue }
      findings.report(
        RailwayRules.cronUTC,
        "\(job.id.title) runs at '\(job.schedule)' in '\(zone)', and Railway would run it at those "
          + "hours of UTC",
        help: "write the schedule in UTC and leave timeZone out",
        at: job.site,
        about: job.id
      )
    }
    for service in project.services {
      guard let line = service.deploy?.cronSchedule else { continue }
      check(line, of: service, project, &findings)
    }
  }

  private static func check(
    _ line: String,
    of service: RailwayGraph.Service,
    _ project: RailwayProject,
    _ findings: inout Findings
  ) {
    let (id, site) = project.origin(service.address)
    let title = id?.title ?? "service '\(service.name)'"
    let schedule = Schedule.crontab(line)
    let least = RailwayFacts.cronMinutes.value
    if let fault = schedule.fault {
      findings.report(
        RailwayRules.cronInterval,
        "the schedule '\(line)' of \(title) \(fault)",
        help: "write minute, hour, day of month, month and day of week, such as '0 3 * * *'",
        at: site,
        about: id
      )
    } else if let gap = schedule.shortestGapInMinutes, gap < least {
      findings.report(
        RailwayRules.cronInterval,
        "\(title) runs at '\(line)', \(gap) minute\(gap == 1 ? "" : "s") apart, and Railway allows "
          + "\(least) or more",
        help: "run it every \(least) minutes, or make it a service that waits by itself",
        at: site,
        about: id
      )
    }
    var reasons: [String] = []
    if service.deploy?.healthcheckPath != nil { reasons.append("a health check") }
    if service.networking?.customDomains.isEmpty == false { reasons.append("a domain") }
    if service.deploy?.restartPolicyType == .always { reasons.append("the restart policy ALWAYS") }
    if !reasons.isEmpty {
      findings.report(
        RailwayRules.cronEnds,
        "\(title) runs on a schedule and has \(RailwayRules.list(reasons)), which is for "
          + "what never ends",
        help: "remove it, or make it a service",
        at: site,
        about: id
      )
    }
  }
}
