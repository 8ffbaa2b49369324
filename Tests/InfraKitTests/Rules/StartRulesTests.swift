import InfraContract
import InfraKit
import Testing

@Suite("The order of starting")
struct StartRulesTests {
  @Test("a cycle is reported once, whoever leads into it")
  func cycle() {
    let check = HealthCheck.http("/")
    let line: UInt = #line + 1
    var a = Service("a", source: image, port: 80, health: check)
    var b = Service("b", source: image, port: 80, health: check)
    let c = Service("c", source: image, port: 80, startsAfter: [.healthy(a)])
    a.startsAfter = [.healthy(b)]
    b.startsAfter = [.healthy(a)]
    #expect(
      findings(services: [c, a, b]) == [
        Finding(
          "acyclic-start",
          line,
          "service 'a' waits for itself: 'a' waits for 'b' waits for 'a'"
        )
      ]
    )
  }

  @Test("a mere origin in both directions is no cycle")
  func origins() {
    var a = Service("a", source: image, port: 80)
    var b = Service("b", source: image, port: 80)
    a.variables["B"] = b.origin
    b.variables["A"] = a.origin
    #expect(findings(services: [a, b]) == [])
  }

  @Test("a chain of ten thousand services fits the stack")
  func chain() {
    var services = [Service("s0", source: image, port: 80, health: .http("/"))]
    for number in 1..<10_000 {
      services.append(
        Service(
          "s\(number)",
          source: image,
          port: 80,
          health: .http("/"),
          startsAfter: [.healthy(services[number - 1])]
        )
      )
    }
    services.reverse()
    #expect(findings(services: services) == [])
  }

  @Test("nobody waits for a health check or a release command that is not there")
  func never() {
    let api = Service("api", source: image, port: 80)
    let line: UInt = #line + 1
    let worker = Service("worker", source: image, startsAfter: [.healthy(api), .released(api)])
    let job = CronJob("job", source: image, schedule: .hourly(), startsAfter: [.released(api)])
    #expect(
      findings(services: [api, worker], jobs: [job]) == [
        Finding(
          "start-conditions-happen",
          line,
          "service 'worker' waits for service 'api' to be healthy, which has no health check"
        ),
        Finding(
          "start-conditions-happen",
          line,
          "service 'worker' waits for service 'api' to be released, which has no release command"
        ),
        Finding(
          "start-conditions-happen",
          line + 1,
          "cron job 'job' waits for service 'api' to be released, which has no release command"
        ),
      ]
    )
  }

  @Test("databases and caches can always be waited for, services by what they have")
  func possible() {
    let database = Postgres("database")
    let cache = KeyValue("cache")
    let api = Service("api", source: image, port: 80, health: .http("/"), release: ["migrate"])
    let worker = Service(
      "worker",
      source: image,
      startsAfter: [.healthy(api), .released(api), .healthy(database), .healthy(cache)]
    )
    #expect(findings(services: [api, worker], databases: [database], caches: [cache]) == [])
  }

  @Test("waits come from what is read and from what is named, each once")
  func waits() {
    let copy = ReadReplica("copy")
    let database = Postgres("database", replicas: [copy])
    let cache = KeyValue("cache")
    let api = Service("api", source: image, port: 80, release: ["migrate"])
    let worker = Service(
      "worker",
      source: image,
      variables: ["A": copy.url, "B": database.url, "C": "\(cache.host):1", "D": api.origin],
      startsAfter: [.healthy(database), .released(api)]
    )
    let shop = Application(
      "shop",
      services: [api, worker],
      databases: [database],
      caches: [cache]
    )
    let environment = Environment("dev", shop, on: Somewhere.plain)
    let plan = Plan(environment, environment.deployments[0])
    let found = plan.waits(of: worker)
    #expect(
      found.map(\.resource.title) == ["database 'database'", "cache 'cache'", "service 'api'"]
    )
    #expect(found.map(\.event) == [.healthy, .healthy, .released])
  }
}
