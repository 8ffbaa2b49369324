import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Railway: schedules")
struct RailwayScheduleRulesTests {
  @Test("five minutes or more lie between two runs")
  func interval() {
    let line: UInt = #line + 1
    var sweep = CronJob("sweep", source: .image("acme/sweep:1"), schedule: .every(minutes: 4))
    #expect(
      railwayFindings("cron-interval", jobs: [sweep]) == [
        "\(line): error: cron job 'sweep' runs at '*/4 * * * *', 4 minutes apart, and Railway "
          + "allows 5 or more"
      ]
    )
    sweep.schedule = .every(minutes: 5)
    #expect(railwayFindings("cron-interval", jobs: [sweep]) == [])
  }

  @Test("a schedule of an edit has five fields")
  func fields() {
    let sweep = CronJob("sweep", source: .image("acme/sweep:1"), schedule: .hourly())
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(sweep) { $0.deploy?.cronSchedule = "@daily" }
    }
    #expect(
      railwayFindings("cron-interval", jobs: [sweep], on: target) == [
        "\(line): error: the schedule '@daily' of cron job 'sweep' has 1 fields where crontab has "
          + "five: minute, hour, day of month, month, day of week"
      ]
    )
  }

  @Test("a schedule is in UTC")
  func zone() {
    let line: UInt = #line + 1
    var sweep = CronJob(
      "sweep",
      source: .image("acme/sweep:1"),
      schedule: .daily(at: 3),
      timeZone: "Europe/Berlin"
    )
    #expect(
      railwayFindings("cron-utc", jobs: [sweep]) == [
        "\(line): error: cron job 'sweep' runs at '0 3 * * *' in 'Europe/Berlin', and Railway would "
          + "run it at those hours of UTC"
      ]
    )
    sweep.timeZone = "Etc/UTC"
    #expect(railwayFindings("cron-utc", jobs: [sweep]) == [])
  }

  @Test("what runs on a schedule ends")
  func ends() {
    let sweep = CronJob("sweep", source: .image("acme/sweep:1"), schedule: .hourly())
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(sweep) {
        $0.deploy?.healthcheckPath = "/"
        $0.deploy?.restartPolicyType = .always
      }
    }
    #expect(
      railwayFindings("cron-ends", jobs: [sweep], on: target) == [
        "\(line): warning: cron job 'sweep' runs on a schedule and has a health check and the "
          + "restart policy ALWAYS, which is for what never ends"
      ]
    )
    #expect(railwayFindings("cron-ends", jobs: [sweep]) == [])
  }
}
