import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Railway: health checks")
struct RailwayHealthRulesTests {
  @Test("health is asked over HTTP")
  func command() {
    let line: UInt = #line + 1
    var api = Service("api", source: .image("acme/api:1"), port: 80, health: .command("alive"))
    #expect(
      railwayFindings("health-by-http", services: [api]) == [
        "\(line): warning: service 'api' is checked by the command 'alive', which Railway does not "
          + "run: every new version takes over at once"
      ]
    )
    api.health = .http("/alive")
    #expect(railwayFindings("health-by-http", services: [api]) == [])
  }

  @Test("times that Railway does not know are named where they differ from the usual ones")
  func times() {
    let line: UInt = #line + 1
    var api = Service(
      "api",
      source: .image("acme/api:1"),
      port: 80,
      health: .http("/", every: .seconds(30), timeout: .milliseconds(500), retries: 9)
    )
    #expect(
      railwayFindings("health-times", services: [api]) == [
        "\(line): warning: the health check of service 'api' has an interval of 30 s, a timeout of "
          + "0.5 seconds and 9 tries, which Railway does not know"
      ]
    )
    api.health = .http("/", grace: .seconds(90))
    #expect(railwayFindings("health-times", services: [api]) == [])
  }

  @Test("a path of an edit starts with a slash")
  func path() {
    let api = Service("api", source: .image("acme/api:1"), port: 80)
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) { $0.deploy?.healthcheckPath = "health" }
    }
    #expect(
      railwayFindings("health-paths", services: [api], on: target) == [
        "\(line): error: service 'api' is checked at 'health', which does not start with '/'"
      ]
    )
    let legal = Railway.railway { $0.edit(api) { $0.deploy?.healthcheckPath = "/health" } }
    #expect(railwayFindings("health-paths", services: [api], on: legal) == [])
  }
}
