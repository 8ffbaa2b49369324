import InfraContract

/// A schedule is a crontab line that comes due.
enum LegalSchedules: EnvironmentRule {
  static let rule = Rule(
    "model/legal-schedules",
    .error,
    "A schedule has five crontab fields in range and comes due; a time zone has its IANA name."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    for job in environment.application.jobs {
      if let fault = job.schedule.fault {
        findings.report(
          rule,
          "the schedule \(Wording.quote(job.schedule.crontab)) of \(job.id.title) \(fault)",
          help: "write .daily(at: 3), or a line such as .crontab(\"0 3 * * *\")",
          at: job.site,
          about: job.id
        )
      }
      if let zone = job.timeZone, !isZone(zone) {
        findings.report(
          rule,
          "the time zone \(Wording.quote(zone)) of \(job.id.title) is not the name of a zone",
          help: "write a name such as 'Europe/Berlin', or leave it out for UTC",
          at: job.site,
          about: job.id
        )
      }
    }
  }

  /// Whether a text has the form of a zone's name (Theory and pragmatics of the tz code and data,
  /// "Timezone identifiers").
  private static func isZone(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      guard let first = part.utf8.first, isLetter(first) else { return false }
      return part.utf8.allSatisfy { isLetter($0) || "0123456789_+-".utf8.contains($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
