import InfraContract
import InfraKit
import Testing

@Suite("Schedules as values")
struct ScheduleTests {
  @Test("the named forms are crontab lines")
  func named() {
    let table: [(Schedule, String)] = [
      (.every(minutes: 5), "*/5 * * * *"), (.every(minutes: 60), "0 * * * *"),
      (.hourly(), "0 * * * *"), (.hourly(minute: 15), "15 * * * *"), (.daily(at: 3), "0 3 * * *"),
      (.daily(at: 23, minute: 59), "59 23 * * *"), (.weekly(on: .monday, at: 6), "0 6 * * 1"),
      (.weekly(on: .sunday, at: 0), "0 0 * * 0"), (.monthly(on: 1, at: 4), "0 4 1 * *"),
      (.crontab("  0   3 *  * * "), "0 3 * * *"),
    ]
    for (schedule, line) in table {
      #expect(schedule.crontab == line)
      #expect(schedule.fault == nil)
    }
  }

  @Test(
    "a line that crontab reads is legal",
    arguments: [
      "* * * * *", "0-59 0-23 1-31 1-12 0-7", "0,15,30,45 * * * *", "*/15 9-17 * * mon-fri",
      "0 0 1,15 jan,JUL *", "5/10 * * * *", "1-30/2 * * * *", "0 0 29 2 *", "0 0 31 1-12 *",
      "0 0 31 feb mon",
    ]
  )
  func legal(line: String) {
    #expect(Schedule.crontab(line).fault == nil)
  }

  @Test(
    "a line that crontab refuses, or that never comes due, has a fault",
    arguments: [
      ("", "has 0 fields"), ("* * * *", "has 4 fields"), ("* * * * * *", "has 6 fields"),
      ("60 * * * *", "has '60' as minute, which must lie in 0-59"),
      ("-1 * * * *", "has '-1' as minute"), ("* 24 * * *", "has '24' as hour"),
      ("* * 0 * *", "has '0' as day of month, which must lie in 1-31"),
      ("* * 32 * *", "has '32' as day of month"), ("* * * 13 *", "has '13' as month"),
      ("* * * * 8", "has '8' as day of week, which must lie in 0-7"),
      ("*/0 * * * *", "has '*/0' as minute"), ("*/61 * * * *", "has '*/61' as minute"),
      ("5-1 * * * *", "has '5-1' as minute"), ("1-2-3 * * * *", "has '1-2-3' as minute"),
      ("1,,2 * * * *", "has '1,,2' as minute"), ("a * * * *", "has 'a' as minute"),
      ("+1 * * * *", "has '+1' as minute"), ("1/2/3 * * * *", "has '1/2/3' as minute"),
      ("@daily", "has 1 fields"), ("* * * foo *", "has 'foo' as month"),
      ("0\t0 * * *", "has 4 fields"), ("٣ * * * *", "has '٣' as minute"),
      ("0 0 30 2 *", "never comes due"), ("0 0 31 4,6 *", "never comes due"),
    ]
  )
  func illegal(line: String, start: String) {
    #expect(Schedule.crontab(line).fault?.hasPrefix(start) == true)
  }

  @Test(
    "the shortest pause of a day counts, also across midnight",
    arguments: [
      ("*/5 * * * *", 5), ("* * * * *", 1), ("0 * * * *", 60), ("0 3 * * *", 1440),
      ("0,50 * * * *", 10), ("0 0,23 * * *", 60), ("55 23,0 * * *", 60), ("0 0 1 1 *", 1440),
      ("*/7 * * * *", 4), ("0,59 0,23 * * *", 1),
    ]
  )
  func gap(line: String, minutes: Int) {
    #expect(Schedule.crontab(line).shortestGapInMinutes == minutes)
  }

  @Test("an illegal schedule has no pause")
  func noGap() {
    #expect(Schedule.crontab("61 * * * *").shortestGapInMinutes == nil)
  }
}
