import InfraContract
import InfraKit
import InfraSerialization
import Testing

@testable import InfraTargets

@Suite("Railway: edits")
struct RailwayEditsTests {
  private let api = Service(
    "api",
    source: .node("api"),
    port: 8080,
    volumes: [Volume("files", at: "/files")]
  )
  private let web = StaticSite("web", directory: "web")
  private let sweep = CronJob("sweep", source: .image("acme/sweep:1"), schedule: .hourly())
  private let database = Postgres("database")
  private let cache = KeyValue("cache", eviction: .never)

  private var application: Application {
    Application(
      "shop",
      services: [api],
      sites: [web],
      jobs: [sweep],
      databases: [database],
      caches: [cache]
    )
  }

  @Test("everything that is hosted can be edited by its value")
  func everything() throws {
    let (api, web, sweep, database, cache) = (api, web, sweep, database, cache)
    let target = Railway.railway {
      $0.edit(api) { (service: inout RailwayGraph.Service) in
        service.deploy?.sleepApplication = true
        service.build?.railpackVersion = "0.7.0"
        service.networking?.tcpProxies["8080"] = .value(RailwayGraph.Present())
      }
      $0.edit(api.volumes[0], of: api) { $0.config.allowOnlineResize = true }
      $0.edit(web) { $0.cdn = RailwayGraph.ContentDelivery(enabled: true) }
      $0.edit(sweep) { $0.deploy?.restartPolicyType = .never }
      $0.edit(database) { $0.networking?.tcpProxies["5432"] = .null }
      $0.edit(cache) { $0.deploy?.startCommand = "redis-server --maxmemory 100mb" }
      $0.editProject {
        $0.environments = ["prod"]
        $0.resources.append(.group(RailwayGraph.Group("Data")))
      }
      $0.edit(database) { $0.groupId = "Data" }
    }
    let graph = railwayGraph(application, on: target)
    #expect(graph.environments == ["prod"])
    #expect(
      graph.resources.map(\.address) == [
        "service.api", "volume.api-files", "service.web", "service.sweep", "database.database",
        "database.cache", "group.Data",
      ]
    )
    guard case .service(let service) = graph.resources[0],
      case .volume(let volume) = graph.resources[1],
      case .service(let site) = graph.resources[2],
      case .service(let job) = graph.resources[3],
      case .database(let own) = graph.resources[4],
      case .database(let store) = graph.resources[5]
    else {
      Issue.record("the project has other resources")
      return
    }
    #expect(service.deploy?.sleepApplication == true)
    #expect(service.build?.railpackVersion == "0.7.0")
    #expect(service.networking?.tcpProxies.count == 1)
    #expect(volume.config.allowOnlineResize == true)
    #expect(site.cdn?.enabled == true)
    #expect(job.deploy?.restartPolicyType == .never)
    #expect(own.networking?.tcpProxies["5432"] == .null)
    #expect(own.groupId == "Data")
    #expect(store.deploy?.startCommand == "redis-server --maxmemory 100mb")
  }

  @Test("blocks that nobody fills are not written")
  func empty() throws {
    let graph = railwayGraph(application)
    guard case .service(let job) = graph.resources[3], case .database(let own) = graph.resources[4]
    else {
      Issue.record("the project has other resources")
      return
    }
    #expect(job.build == nil)
    #expect(job.networking == nil)
    #expect(own.deploy == nil)
    #expect(own.networking == nil)
  }

  @Test("a railway.json follows the service, and then its own edit")
  func legacy() throws {
    let api = api
    let target = Railway.railway(legacyFiles: true) {
      $0.editLegacyFile(of: api) {
        $0.deploy?.overlapSeconds = 10
        $0.deploy?.sleepApplication = false
      }
      $0.edit(api) {
        $0.deploy?.sleepApplication = true
        $0.deploy?.useLegacyStacker = true
        $0.build?.buildEnvironment = .v3
      }
    }
    let environment = Environment("prod", application, on: target)
    let files = Generation([environment]).environments[0].files
    #expect(
      files.map(\.path) == [
        "generated/prod/railway.ts", "generated/prod/api/railway.json",
        "generated/prod/web/railway.json", "generated/prod/web/Dockerfile",
        "generated/prod/web/Dockerfile.dockerignore", "generated/prod/web/nginx.conf",
        "generated/prod/SETUP.md", "generated/prod/.record.tsv",
      ]
    )
    #expect(
      files[1].contents == """
        {
          "$schema": "https://railway.com/railway.schema.json",
          "build": {},
          "deploy": {
            "sleepApplication": false,
            "overlapSeconds": 10
          },
          "environments": {
            "prod": {
              "build": {
                "buildEnvironment": "V3"
              },
              "deploy": {
                "useLegacyStacker": true
              }
            }
          }
        }

        """
    )
  }

  @Test("railway.ts lies where at: says, and paths in it do not change")
  func place() throws {
    let environment = Environment("prod", application, on: .railway(at: ".railway/railway.ts"))
    let files = Generation([environment]).environments[0].files
    #expect(files[0].path == ".railway/railway.ts")
    let usual = Generation([Environment("prod", application, on: .railway())])
    #expect(files[0].contents == usual.environments[0].files[0].contents)
  }
}
