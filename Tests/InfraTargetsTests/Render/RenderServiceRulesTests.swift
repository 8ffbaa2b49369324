import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Render's rules about services")
struct RenderServiceRulesTests {
  @Test("a service with a disk has one instance and does not scale")
  func disk() {
    let disk = Blueprint.Disk(name: "data", mountPath: "/data", sizeGB: 10)
    expect(
      "disk-single-instance",
      .server {
        $0.disk = disk
        $0.numInstances = 2
      },
      "error: service 'api' has a disk and 2 instances",
      legal: .server {
        $0.disk = disk
        $0.numInstances = 1
      }
    )
    expect(
      "disk-single-instance",
      .server {
        $0.disk = disk
        $0.scaling = .init(minInstances: 1, maxInstances: 1, targetCPUPercent: 60)
      },
      "error: service 'api' has a disk and scales",
      legal: .server { $0.disk = disk }
    )
  }

  @Test("a disk stops its service at a deploy, and is not there before one")
  func diskAtDeploys() {
    let disk = Blueprint.Disk(name: "data", mountPath: "/data", sizeGB: 10)
    expect(
      "disk-downtime",
      .server { $0.disk = disk },
      "note: service 'api' has a disk, so every deploy stops it for a moment",
      legal: .server { $0.disk = nil }
    )
    expect(
      "disk-at-release",
      .server {
        $0.disk = disk
        $0.preDeployCommand = "migrate"
      },
      "warning: service 'api' has a disk and a release command, which runs without the disk",
      legal: .server { $0.preDeployCommand = "migrate" }
    )
  }

  @Test(
    "a disk is mounted at an absolute path that Render does not keep to itself",
    arguments: ["/", "/etc", "/etc/", "/opt/render/project/src"]
  )
  func mount(path: String) {
    let below = path == "/" || path == "/etc/" ? "/etc/data" : path + "/data"
    let advice =
      RenderResult.server { $0.disk = .init(name: "data", mountPath: path) }
      .findings("render/disk-single-instance")
    #expect(
      advice.first?.hasSuffix("mounts its disk at '\(path)', where Render allows none") == true
    )
    expect(
      "disk-single-instance",
      .server { $0.disk = .init(name: "data", mountPath: "data") },
      "error: service 'api' mounts its disk at 'data', which is not absolute",
      legal: .server { $0.disk = .init(name: "data", mountPath: below) }
    )
  }

  @Test("instances are 1 to 100")
  func instances() {
    expect(
      "instance-counts",
      .server { $0.numInstances = 101 },
      "error: service 'api' has 101 instances, and Render runs 1 to 100",
      legal: .server { $0.numInstances = 100 }
    )
  }

  @Test("scaling has a range and one target of 1 to 90 percent")
  func scaling() {
    let legal = RenderResult.server {
      $0.scaling = .init(minInstances: 1, maxInstances: 100, targetCPUPercent: 90)
    }
    expect(
      "instance-counts",
      .server { $0.scaling = .init(minInstances: 3, maxInstances: 2, targetCPUPercent: 60) },
      "error: service 'api' scales from 3 to 2 instances",
      legal: legal
    )
    expect(
      "instance-counts",
      .server { $0.scaling = .init(minInstances: 1, maxInstances: 2) },
      "error: service 'api' scales by nothing",
      legal: legal
    )
    expect(
      "instance-counts",
      .server { $0.scaling = .init(minInstances: 1, maxInstances: 2, targetMemoryPercent: 91) },
      "error: service 'api' scales at 91 percent",
      legal: legal
    )
    expect(
      "instance-counts",
      .server { $0.scaling = .init(minInstances: 1, maxInstances: nil, targetCPUPercent: 60) },
      "error: service 'api' scales without minInstances and maxInstances",
      legal: legal
    )
  }

  @Test("a service takes 1 to 300 seconds to stop")
  func shutdown() {
    expect(
      "shutdown-delay",
      .server { $0.maxShutdownDelaySeconds = 301 },
      "error: service 'api' asks for 301 seconds to stop, and Render gives 1 to 300",
      legal: .server { $0.maxShutdownDelaySeconds = 300 }
    )
  }

  @Test("only web services have health paths, domains, allow lists and maintenance pages")
  func web() {
    expect(
      "web-only-fields",
      .server(access: .private) {
        $0.healthCheckPath = "/"
        $0.domains = ["a.example.com"]
      },
      "error: service 'api' is a 'pserv' and sets healthCheckPath, domains",
      legal: .server {
        $0.healthCheckPath = "/"
        $0.domains = ["a.example.com"]
      }
    )
    expect(
      "web-only-fields",
      .server { $0.healthCheckPath = "healthz" },
      "error: service 'api' has the health check path 'healthz', which does not start with '/'",
      legal: .server { $0.healthCheckPath = "/healthz" }
    )
  }

  @Test("a maintenance page has an absolute address elsewhere")
  func maintenance() {
    expect(
      "maintenance-page",
      .server { $0.maintenanceMode = .init(enabled: true, uri: "/sorry.html") },
      "error: service 'api' has the maintenance page '/sorry.html', which is not an absolute URL",
      legal: .server {
        $0.maintenanceMode = .init(enabled: true, uri: "https://sorry.example.com/x")
      }
    )
    expect(
      "maintenance-page",
      .server {
        $0.domains = ["api.example.com"]
        $0.maintenanceMode = .init(enabled: true, uri: "https://api.example.com/sorry")
      },
      "error: service 'api' has the maintenance page 'https://api.example.com/sorry', which is the "
        + "service itself",
      legal: .server {
        $0.domains = ["api.example.com"]
        $0.maintenanceMode = .init(enabled: true)
      }
    )
  }

  @Test("without its onrender.com address, a service or site has a domain of its own")
  func subdomain() {
    expect(
      "subdomain-needs-domain",
      .server { $0.renderSubdomainPolicy = .disabled },
      "error: service 'api' switches its onrender.com address off and has no domain of its own",
      legal: .server {
        $0.renderSubdomainPolicy = .disabled
        $0.domains = ["api.example.com"]
      }
    )
    expect(
      "subdomain-needs-domain",
      .site { $0.renderSubdomainPolicy = .disabled },
      "error: static site 'web' switches its onrender.com address off and has no domain of its own",
      legal: .site { $0.renderSubdomainPolicy = .enabled }
    )
  }

  @Test("a static site names the directory of its files")
  func publishPath() {
    expect(
      "static-publish-path",
      .site { $0.staticPublishPath = nil },
      "error: static site 'web' names no directory of built files, which Render needs to publish",
      legal: .site { $0.staticPublishPath = "." }
    )
  }

  @Test("a cron job's schedule has five fields")
  func cron() {
    expect(
      "cron-fields",
      .job { $0.schedule = "0 3 * *" },
      "error: cron job 'digest' has the schedule '0 3 * *' of 4 fields",
      legal: .job { $0.schedule = "*/5 3 * * 1-5" }
    )
  }
}
