import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Railway: files and edits")
struct RailwayFileRulesTests {
  private let api = Service("api", source: .node("api"), port: 8080)

  @Test("what is edited is hosted")
  func hosted() {
    let worker = Service("worker", source: .image("acme/worker:1"))
    let database = Postgres("database")
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(worker) { $0.cdn = nil }
      $0.edit(database) { $0.groupId = "Data" }
      $0.edit(Volume("files", at: "/files"), of: worker) { $0.groupId = "Data" }
      $0.editLegacyFile(of: worker) { $0.schema = nil }
    }
    #expect(
      railwayFindings("hosted-edits", services: [api], on: target) == [
        "\(line): error: service 'worker' is edited for Railway, which does not host it in this "
          + "deployment",
        "\(line + 1): error: database 'database' is edited for Railway, which does not host it in "
          + "this deployment",
        "\(line + 2): error: volume 'files' of service 'worker' is edited for Railway, which does "
          + "not host it in this deployment",
        "\(line + 3): error: the railway.json of service 'worker' is edited, and none is written",
      ]
    )
    let api = api
    let legal = Railway.railway { $0.edit(api) { $0.groupId = "Backend" } }
    #expect(railwayFindings("hosted-edits", services: [api], on: legal) == [])
  }

  @Test("the word alone is a target, and what is found about it is at its deployment's line")
  func bare() throws {
    let page = StaticSite("page", directory: "page")
    let shop = Application("shop", services: [api], sites: [page])
    let line: UInt = #line + 1
    let both = Deployment("both", on: .railway, .vercel)
    let local = Deployment("local", on: .compose)
    let prod = Environment("prod", shop, deployments: [both, local])
    let rest = Generation([prod]).diagnostics.filter { $0.rule.code == "model/hosted-once" }
    #expect(rest.map { $0.site?.line } == [line])
    #expect(Generation([Environment("prod", shop, on: .railway)]).files.count > 1)
  }

  @Test("railway.ts lies inside the repository, under a name that Railway reads")
  func path() {
    let line: UInt = #line + 1
    #expect(
      railwayFindings("inside-paths", services: [api], on: .railway(at: "../railway.ts")) == [
        "\(line): error: the path '../railway.ts' of railway.ts leaves the repository with '..'"
      ]
    )
    let other: UInt = #line + 1
    #expect(
      railwayFindings("inside-paths", services: [api], on: .railway(at: "railway.yaml")) == [
        "\(other): error: 'railway.yaml' does not end in .ts, .mts, .js, .mjs, and Railway tells a "
          + "project's language by that"
      ]
    )
    #expect(
      railwayFindings("inside-paths", services: [api], on: .railway(at: ".railway/railway.ts"))
        == []
    )
  }

  @Test("railway.json has an end, which a reason silences")
  func deprecated() {
    let line: UInt = #line + 1
    let target = Railway.railway(legacyFiles: true)
    #expect(
      railwayFindings("config-deprecated", services: [api], on: target) == [
        "\(line): warning: railway.json is closed to new services since 2026-08-21, and no longer "
          + "read from 2026-12-01 on"
      ]
    )
    let silent = Environment(
      "prod",
      Application("shop", services: [api]),
      on: .railway(
        legacyFiles: true,
        rules: [.silence("railway/config-deprecated", because: "one service still reads it")]
      )
    )
    let generation = Generation([silent])
    #expect(generation.diagnostics == [])
    #expect(generation.silenced.map(\.exception.reason) == ["one service still reads it"])
    #expect(railwayFindings("config-deprecated", services: [api]) == [])
  }

  @Test("a service has one owner")
  func owner() {
    let api = api
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) { $0.configFile = "/api/railway.json" }
    }
    #expect(
      railwayFindings("sole-owner", services: [api], on: target) == [
        "\(line): error: service 'api' names the config file '/api/railway.json', and Railway "
          + "refuses to manage such a service from railway.ts"
      ]
    )
    #expect(railwayFindings("sole-owner", services: [api]) == [])
  }

  @Test("a value that a file cannot hold is named")
  func writable() {
    let api = api
    let line: UInt = #line + 1
    let target = Railway.railway {
      $0.edit(api) { $0.deploy?.overlapSeconds = .infinity }
    }
    #expect(
      railwayFindings("writable-values", services: [api], on: target) == [
        "\(line): error: 'generated/prod/railway.ts' cannot be written: "
          + "resources[0].deploy.overlapSeconds: inf is not a number that a manifest can hold"
      ]
    )
    #expect(railwayFindings("writable-values", services: [api]) == [])
  }

  @Test("names of one kind are unique, and a database is a service")
  func names() {
    let api = api
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.editProject {
        $0.resources.append(.database(.redis("api")))
        $0.resources.append(.bucket(RailwayGraph.Bucket("media")))
        $0.resources.append(.bucket(RailwayGraph.Bucket("media")))
      }
    }
    #expect(
      railwayFindings("unique-names", services: [api], on: target) == [
        "\(line): error: the project has two services called 'api'",
        "\(line): error: the project has two buckets called 'media'",
      ]
    )
    let legal = Railway.railway {
      $0.editProject { $0.resources.append(.bucket(RailwayGraph.Bucket("api"))) }
    }
    #expect(railwayFindings("unique-names", services: [api], on: legal) == [])
  }

  @Test("a default of Railway's is not written out")
  func defaults() {
    let api = api
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) {
        $0.build?.builder = .railpack
        $0.deploy?.restartPolicyType = .onFailure
        $0.deploy?.restartPolicyMaxRetries = 10
        $0.deploy?.healthcheckTimeout = 300
        $0.deploy?.numReplicas = 1
        $0.deploy?.sleepApplication = false
      }
    }
    #expect(
      railwayFindings("no-defaults", services: [api], on: target) == [
        "\(line): warning: service 'api' says the builder RAILPACK, the restart policy ON_FAILURE, "
          + "10 restarts, 300 s for a health check, 1 instance and that it does not sleep, which "
          + "Railway does anyway"
      ]
    )
    var legal = api
    legal.health = .http("/health", grace: .seconds(300))
    #expect(railwayFindings("no-defaults", services: [legal]) == [])
  }

  @Test("nothing that Railway generates is written")
  func identifiers() {
    let api = api
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) {
        $0.networking?.serviceDomains["shop.up.railway.app"] = .value(.init(port: 8080))
        $0.volumeMounts["0f0f"] = .value(.init(mountPath: "/files"))
        $0.parentServiceId = "f0f0"
      }
    }
    #expect(
      railwayFindings("no-identifiers", services: [api], on: target) == [
        "\(line): error: service 'api' holds the generated domain 'shop.up.railway.app', which is "
          + "Railway's and not yours to write",
        "\(line): error: service 'api' holds the volume identifier '0f0f', which is Railway's and "
          + "not yours to write",
        "\(line): error: service 'api' holds the service identifier 'f0f0', which is Railway's and "
          + "not yours to write",
      ]
    )
    var legal = api
    legal.domains = ["api.example.com"]
    #expect(railwayFindings("no-identifiers", services: [legal]) == [])
  }
}
