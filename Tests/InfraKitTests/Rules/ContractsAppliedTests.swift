import InfraContract
import InfraKit
import Testing

@Suite("Contracts that were forgotten")
struct ContractsAppliedTests {
  private let database = Postgres("database")
  private let key = Secret("KEY", .generated(bytes: 32))
  private let source = Source.dockerfile("api/Dockerfile")

  private func api() -> Service {
    Service("api", source: source, port: 80).reading(
      Program(database: database.url, page: "https://shop.example.com", key: key.value)
    )
  }

  private func warnings(_ services: [Service], jobs: [CronJob] = []) -> [Finding] {
    findings(services: services, jobs: jobs, databases: [database])
  }

  @Test("a process of the same program without a contract is warned of at its own line")
  func forgotten() {
    let line: UInt = #line + 1
    let worker = Service("worker", source: source, command: ["api", "work"])
    let job = CronJob("digest", source: source, schedule: .daily(at: 3), command: "api digest")
    func warning(_ title: String, _ line: UInt) -> Finding {
      Finding(
        "contracts-applied",
        line,
        "\(title) runs from the same source as service 'api', which is reading the contract of "
          + "'program', and reads none: nothing checks its variables",
        .warning
      )
    }
    #expect(
      warnings([api(), worker], jobs: [job]) == [
        warning("service 'worker'", line), warning("cron job 'digest'", line + 1),
      ]
    )
  }

  @Test("another program, or an application without contracts, is nobody's business")
  func others() {
    let other = Service("other", source: .dockerfile("other/Dockerfile"), command: "run")
    #expect(warnings([api(), other]) == [])
    #expect(
      warnings([
        Service("api", source: source, port: 80),
        Service("worker", source: source, command: "work"),
      ]) == []
    )
  }

  @Test("a process that has its contract passes, and one that is silenced too")
  func legal() {
    let worker = Service("worker", source: source, command: ["api", "work"]).reading(
      Program(database: database.url, page: "https://shop.example.com", key: key.value)
    )
    #expect(warnings([api(), worker]) == [])
    let silenced = Service(
      "worker",
      source: source,
      command: "busybox sleep",
      rules: [.silence("model/contracts-applied", because: "it reads no variables")]
    )
    #expect(warnings([api(), silenced]) == [])
  }
}
