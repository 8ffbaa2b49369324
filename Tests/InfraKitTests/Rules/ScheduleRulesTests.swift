import InfraContract
import InfraKit
import Testing

@Suite("Schedules")
struct ScheduleRulesTests {
  private func messages(_ schedule: Schedule, zone: String? = nil) -> [String] {
    findings(jobs: [CronJob("job", source: image, schedule: schedule, timeZone: zone)])
      .map(\.message)
  }

  @Test("a schedule that crontab refuses is reported at the job's line")
  func line() {
    let line: UInt = #line + 1
    let job = CronJob("job", source: image, schedule: .daily(at: 24))
    #expect(
      findings(jobs: [job]) == [
        Finding(
          "legal-schedules",
          line,
          "the schedule '0 24 * * *' of cron job 'job' has '24' as hour, which must lie in 0-23"
        )
      ]
    )
  }

  @Test(
    "a time zone has the form of a zone's name",
    arguments: ["", "Europe/", "Europe Berlin", "+01:00", "/etc/localtime", "Europe//Berlin"]
  )
  func zone(name: String) {
    #expect(
      messages(.daily(at: 3), zone: name) == [
        "the time zone '\(name)' of cron job 'job' is not the name of a zone"
      ]
    )
  }

  @Test(
    "zones pass",
    arguments: ["UTC", "Europe/Berlin", "America/Argentina/Ushuaia", "Etc/GMT+1"]
  )
  func legalZone(name: String) {
    #expect(messages(.daily(at: 3), zone: name) == [])
  }

  @Test("a step that leaves a short pause is a warning")
  func uneven() {
    let line: UInt = #line + 1
    let job = CronJob("job", source: image, schedule: .every(minutes: 7))
    let other = CronJob("other", source: image, schedule: .crontab("0 */5 * * *"))
    #expect(
      findings(jobs: [job, other]) == [
        Finding(
          "even-schedules",
          line,
          "the schedule '*/7 * * * *' of cron job 'job' is not every 7 minutes: its last pause "
            + "before the full hour is 4",
          .warning
        ),
        Finding(
          "even-schedules",
          line + 1,
          "the schedule '0 */5 * * *' of cron job 'other' is not every 5 hours: its last pause "
            + "before midnight is 4",
          .warning
        ),
      ]
    )
  }

  @Test("steps that divide the hour or the day pass", arguments: [1, 5, 15, 30, 60])
  func even(minutes: Int) {
    #expect(messages(.every(minutes: minutes)) == [])
  }
}
