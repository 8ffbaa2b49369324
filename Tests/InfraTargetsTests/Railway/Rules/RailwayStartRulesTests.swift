import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Railway: starting")
struct RailwayStartRulesTests {
  private let api = Service("api", source: .dockerfile("Dockerfile"), port: 8080)

  @Test("one command runs before a deploy")
  func preDeploy() {
    let api = api
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) { $0.deploy?.preDeployCommand = ["api migrate", "api seed"] }
    }
    #expect(
      railwayFindings("one-pre-deploy", services: [api], on: target) == [
        "\(line): error: service 'api' has 2 commands before a deploy, and Railway runs 1 only"
      ]
    )
    var legal = api
    legal.release = "api migrate && api seed"
    #expect(railwayFindings("one-pre-deploy", services: [legal]) == [])
  }

  @Test("a command without a shell has no dollar in it")
  func shell() {
    let api = api
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) { $0.deploy?.startCommand = "api serve --port $PORT" }
    }
    #expect(
      railwayFindings("no-shell", services: [api], on: target) == [
        "\(line): warning: service 'api' runs 'api serve --port $PORT' without a shell, so that its "
          + "'$' stays as it is"
      ]
    )
    var legal = api
    legal.command = "api serve --port $PORT"
    #expect(railwayFindings("no-shell", services: [legal]) == [])
    legal.command = ["api", "serve", "--prefix", "$"]
    legal.source = .node()
    #expect(railwayFindings("no-shell", services: [legal]) == [])
  }

  @Test("a restart policy is spelt as the schema spells it")
  func restarts() {
    let api = api
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) {
        $0.deploy?.restartPolicyType = "on_failure"
        $0.deploy?.restartPolicyMaxRetries = 0
      }
    }
    #expect(
      railwayFindings("restart-policies", services: [api], on: target) == [
        "\(line): error: service 'api' has the restart policy 'on_failure', and Railway knows "
          + "ON_FAILURE, ALWAYS, NEVER",
        "\(line): error: service 'api' is started again 0 times, and at least 1 is allowed",
      ]
    )
    let legal = Railway.railway {
      $0.edit(api) {
        $0.deploy?.restartPolicyType = .onFailure
        $0.deploy?.restartPolicyMaxRetries = 1
      }
    }
    #expect(railwayFindings("restart-policies", services: [api], on: legal) == [])
  }

  @Test("an order of starting is told to be none")
  func order() {
    let database = Postgres("database")
    let line: UInt = #line + 1
    var worker = Service("worker", source: .image("acme/worker:1"))
    worker.startsAfter = [.healthy(api), .healthy(database), .released(api)]
    #expect(
      railwayFindings("start-order", services: [api, worker], databases: [database]) == [
        "\(line): note: service 'worker' starts after 'api', 'database' and the release of 'api', "
          + "and Railway starts them side by side: until then it fails and is started again"
      ]
    )
    worker.startsAfter = []
    worker.variables["DATABASE_URL"] = database.url
    #expect(railwayFindings("start-order", services: [worker], databases: [database]) == [])
  }
}
