import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Render's rules about plans and databases")
struct RenderPlanRulesTests {
  @Test("the free plan has no disk, scaling, second instance, maintenance or pre-deploy command")
  func freeServer() {
    expect(
      "free-plan",
      .server {
        $0.plan = .free
        $0.numInstances = 2
        $0.preDeployCommand = "migrate"
      },
      "error: service 'api' is on the free plan, which has no second instance, no pre-deploy command",
      legal: .server { $0.plan = .free }
    )
    expect(
      "free-plan",
      .server(access: .private) { $0.plan = .free },
      "error: service 'api' is a 'pserv' on the free plan, which only web services have",
      legal: .server(access: .private) { $0.plan = .`0.5c-512mb` }
    )
  }

  @Test("the free plan has no cron jobs")
  func freeJob() {
    expect(
      "free-plan",
      .job { $0.plan = "free" },
      "error: cron job 'digest' is on the free plan, which has no cron jobs",
      legal: .job { $0.plan = .starter }
    )
  }

  @Test("the free plan has no persistence, standby, replicas or connection pool")
  func freeData() {
    expect(
      "free-plan",
      .cache {
        $0.plan = .free
        $0.persistenceMode = .snapshot
      },
      "error: cache 'cache' is on the free plan, which has no persistence",
      legal: .cache {
        $0.plan = .free
        $0.persistenceMode = .off
      }
    )
    expect(
      "free-plan",
      .database {
        $0.plan = .free
        $0.highAvailability = .init(enabled: true)
        $0.connectionPool = .pgbouncer
      },
      "error: database 'database' is on the free plan, which has no standby, no connection pool",
      legal: .database {
        $0.plan = .free
        $0.highAvailability = .init(enabled: false)
        $0.connectionPool = Blueprint.ConnectionPool.none
      }
    )
  }

  @Test("what is on a paid plan is not previewed on the free one")
  func previews() {
    expect(
      "paid-previews",
      .server { $0.previews = .init(plan: .free) },
      "warning: service 'api' is previewed on the free plan and runs on '0.5c-512mb', which Render "
        + "refuses",
      legal: .server {
        $0.plan = .free
        $0.previews = .init(plan: .free)
      }
    )
    expect(
      "paid-previews",
      .database { $0.previewPlan = .free },
      "warning: database 'database' is previewed on the free plan and runs on '0.1c-256mb', which "
        + "Render refuses",
      legal: .database { $0.previewPlan = .`0.1c-256mb` }
    )
  }

  @Test("what needs a larger workspace is said")
  func workspace() {
    expect(
      "workspace-plans",
      .server { $0.scaling = .init(minInstances: 1, maxInstances: 2, targetCPUPercent: 60) },
      "note: the Blueprint needs a Pro workspace or higher: 'shop-api-prod' scales",
      legal: .server { $0.numInstances = 2 }
    )
    expect(
      "workspace-plans",
      .site { $0.ipAllowList = [] },
      "note: the Blueprint needs a Scale workspace or higher: 'shop-web-prod' has an allow list",
      legal: .database { $0.ipAllowList = [] }
    )
  }

  @Test("a database's disk is 1 GB or a multiple of 5 GB")
  func disk() {
    expect(
      "database-disk",
      .database { $0.diskSizeGB = 12 },
      "error: database 'database' has diskSizeGB 12",
      legal: .database { $0.diskSizeGB = 1 }
    )
    expect(
      "database-disk",
      .database { $0.previewDiskSizeGB = 0 },
      "error: database 'database' has previewDiskSizeGB 0",
      legal: .database { $0.previewDiskSizeGB = 5 }
    )
    expect(
      "database-disk",
      .database {
        $0.plan = .standard
        $0.storageAutoscalingEnabled = true
      },
      "error: database 'database' sets its disk on legacy plan 'standard', which has a fixed one",
      legal: .database { $0.storageAutoscalingEnabled = true }
    )
  }

  @Test("a standby needs a core and Postgres 13")
  func standby() {
    expect(
      "standby-needs",
      .database {
        $0.plan = .`0.5c-1g`
        $0.highAvailability = .init(enabled: true)
      },
      "error: database 'database' has a standby and plan '0.5c-1g' of less than one core",
      legal: .database {
        $0.plan = .`1c-2g`
        $0.highAvailability = .init(enabled: true)
      }
    )
    expect(
      "standby-needs",
      .database {
        $0.plan = .pro4GB
        $0.postgresMajorVersion = .v12
        $0.highAvailability = .init(enabled: true)
      },
      "error: database 'database' has a standby and Postgres 12",
      legal: .database {
        $0.plan = .pro4GB
        $0.postgresMajorVersion = .v13
        $0.highAvailability = .init(enabled: true)
      }
    )
  }

  @Test("a database has at most five read replicas")
  func replicas() {
    expect(
      "replica-limit",
      .database {
        $0.plan = .`0.5c-1g`
        $0.readReplicas = (1...6).map { .init(name: "copy-\($0)") }
      },
      "error: database 'database' has 6 read replicas, and Render allows 5",
      legal: .database {
        $0.plan = .`0.5c-1g`
        $0.readReplicas = (1...5).map { .init(name: "copy-\($0)") }
      }
    )
  }

  @Test("a database with read replicas has 1 GB of memory and 10 GB of disk")
  func replicaNeeds() {
    expect(
      "replica-needs",
      .database {
        $0.plan = .basic256MB
        $0.readReplicas = [.init(name: "copy")]
      },
      "error: database 'database' has read replicas and plan 'basic-256mb' of less than 1 GB",
      legal: .database {
        $0.plan = .basic1GB
        $0.readReplicas = [.init(name: "copy")]
      }
    )
    expect(
      "replica-needs",
      .database {
        $0.plan = .`0.5c-1g`
        $0.diskSizeGB = 5
        $0.readReplicas = [.init(name: "copy")]
      },
      "error: database 'database' has read replicas and diskSizeGB 5",
      legal: .database {
        $0.plan = .`0.5c-1g`
        $0.diskSizeGB = 10
        $0.readReplicas = [.init(name: "copy")]
      }
    )
  }

  @Test("a new database is on a current plan")
  func legacy() {
    expect(
      "legacy-plans",
      .database { $0.plan = .proPlus },
      "warning: database 'database' is on legacy plan 'pro plus', which Render refuses for new "
        + "databases",
      legal: .database { $0.plan = .basic1GB }
    )
  }
}
