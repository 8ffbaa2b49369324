import InfraContract
import InfraKit
import InfraTargets
import Testing

@Suite("The most that an instance may use")
struct LimitTests {
  private static let trial = FieldTrial(services: [
    Service(
      "api",
      source: .dockerfile("api/Dockerfile", context: "api"),
      port: 8080,
      size: Size(cpu: 0.5, memory: .megabytes(256)),
      limit: Size(cpu: 0.5, memory: .megabytes(384)),
      line: 7
    )
  ])

  @Test("is a limit of the container in Compose, beside what is kept for it")
  func compose() {
    let resources = """
            resources:
              limits:
                cpus: "0.5"
                memory: 384m
              reservations:
                cpus: "0.5"
                memory: 256m
      """
    #expect(Self.trial.file("compose", "docker-compose.yml").contains(resources))
  }

  @Test("is the limit of the container at Railway, before what it needs")
  func railway() {
    #expect(Self.trial.file("railway", "railway.ts").contains("memoryBytes: \(384 << 20)"))
  }

  @Test("is the plan at Render, which says so where it gives more")
  func render() {
    #expect(
      Self.trial.findings("render", "render/plan-is-limit") == [
        "warning 7 service 'api' may use less than the plan '0.5c-512mb' gives it, which is 512 MB, "
          + "and Render has no other limit"
      ]
    )
    let enough = FieldTrial(services: [
      Service("api", source: .image("acme/api:1"), limit: Size(cpu: 1, memory: .gigabytes(1)))
    ])
    #expect(enough.findings("render", "render/plan-is-limit") == [])
  }

  @Test("is a setting of the project at Vercel")
  func vercel() {
    #expect(
      Self.trial.findings("vercel", "vercel/sizes") == [
        "note 7 service 'api' needs 0.5 cores and 256 MB of memory, which is a setting of the "
          + "Vercel project",
        "note 7 service 'api' may use 0.5 cores and 384 MB of memory, which is a setting of the "
          + "Vercel project",
      ]
    )
    #expect(Self.trial.file("vercel", "SETUP.md").contains("no more than 0.5 cores and 384 MB"))
  }

  @Test("is no less than what it needs")
  func contradiction() {
    let trial = FieldTrial(jobs: [
      CronJob(
        "digest",
        source: .image("acme/digest:1"),
        schedule: .daily(at: 3),
        size: Size(memory: .gigabytes(1)),
        limit: Size(memory: .megabytes(512)),
        line: 9
      )
    ])
    #expect(
      trial.findings("compose", "model/legal-sizes") == [
        "error 9 cron job 'digest' needs 1 GB of memory and may use 512 MB"
      ]
    )
  }
}
