import InfraTargets

/// A Blueprint that sets every field at least once, to be written, validated and read back.
enum RenderKitchen {
  static var blueprint: Blueprint {
    var file = Blueprint()
    file.databases = [database]
    file.envVarGroups = [group]
    file.services = [
      .server(server), .server(imageServer), .server(builtServer), .site(site), .cron(job),
      .keyValue(cache), .workflow(workflow),
    ]
    file.previews = .init(generation: .manual, expireAfterDays: 3)
    file.previewsEnabled = false
    file.previewsExpireAfterDays = 3
    file.buildSources = [
      .init(name: "shared-image", image: .init(url: "ghcr.io/acme/api:1", creds: .init("ghcr"))),
      .init(name: "shared-build", git: build),
    ]
    file.projects = [project]
    file.ungrouped = ungrouped
    file.version = "1"
    return file
  }

  static var database: Blueprint.Database {
    var database = Blueprint.Database(name: "database")
    database.databaseName = "shop"
    database.user = "shopkeeper"
    database.region = .ohio
    database.plan = .`2c-8g`
    database.diskSizeGB = 35
    database.storageAutoscalingEnabled = true
    database.connectionPool = .pgbouncer
    database.previewPlan = .`0.1c-256mb`
    database.previewDiskSizeGB = 1
    database.postgresMajorVersion = .v17
    database.highAvailability = .init(enabled: true)
    database.ipAllowList = [.init(source: "203.0.113.0/24", description: "office")]
    database.readReplicas = [.init(name: "database-copy")]
    return database
  }

  static var group: Blueprint.VariableGroup {
    .init(
      name: "shared",
      envVars: [.value("LOG_LEVEL", "info", preview: "debug"), .generated("SHARED_KEY")]
    )
  }

  static var server: Blueprint.ServerService {
    var server = Blueprint.ServerService(type: .web, name: "api", runtime: .docker)
    server.region = .ohio
    server.plan = .`1c-2g`
    server.repo = "https://github.com/acme/shop"
    server.branch = "main"
    server.rootDir = "api"
    server.dockerCommand = "serve"
    server.dockerContext = "."
    server.dockerfilePath = "api/Dockerfile"
    server.numInstances = 2
    server.healthCheckPath = "/healthz"
    server.scaling = .init(
      minInstances: 1,
      maxInstances: 4,
      targetMemoryPercent: 70,
      targetCPUPercent: 60
    )
    server.buildCommand = "make"
    server.startCommand = "make run"
    server.preDeployCommand = "migrate"
    server.registryCredential = .init("ghcr")
    server.domain = "api.example.com"
    server.domains = ["api.example.com"]
    server.envVars = [
      .value("GREETING", "hello", preview: "hi"),
      .value("RATE", 0.5),
      .generated("SESSION_KEY"),
      .secret("MAIL_KEY"),
      .fromDatabase("DATABASE_URL", "database", .connectionPoolString),
      .fromService("CACHE_URL", .keyvalue, "cache", .connectionString),
      .fromService("OWN_URL", .web, "api", variable: "RENDER_EXTERNAL_URL"),
      .fromGroup("shared"),
    ]
    server.autoDeploy = true
    server.autoDeployTrigger = .checksPass
    server.initialDeployHook = "seed"
    server.disk = .init(name: "data", mountPath: "/data", sizeGB: 20)
    server.buildFilter = .init(paths: ["api/**"], ignoredPaths: ["**/*.md"])
    server.previews = .init(generation: .automatic, plan: .`0.5c-512mb`, numInstances: 1)
    server.pullRequestPreviewsEnabled = true
    server.previewPlan = .starter
    server.maintenanceMode = .init(enabled: false, uri: "https://status.example.com")
    server.maxShutdownDelaySeconds = 60
    server.ipAllowList = [.init(source: "0.0.0.0/0")]
    server.renderSubdomainPolicy = .disabled
    return server
  }

  static var imageServer: Blueprint.ServerService {
    var server = Blueprint.ServerService(type: .pserv, name: "search", runtime: .image)
    server.image = .init(url: "docker.io/getmeili/meilisearch:v1", creds: .init("hub"))
    return server
  }

  static var builtServer: Blueprint.ServerService {
    var server = Blueprint.ServerService(type: .worker, name: "worker", runtime: nil)
    server.buildSource = "shared-build"
    return server
  }

  static var site: Blueprint.StaticService {
    var site = Blueprint.StaticService(name: "web", staticPublishPath: "dist")
    site.buildCommand = "npm run build"
    site.previews = .init(generation: .manual)
    site.pullRequestPreviewsEnabled = false
    site.buildFilter = .init(paths: ["web/**"])
    site.headers = [.init(path: "/*", name: "X-Frame-Options", value: "DENY")]
    site.routes = [
      .init(type: .redirect, source: "/old", destination: "/new"),
      .init(type: .rewrite, source: "/*", destination: "/index.html"),
    ]
    site.envVars = [.value("API", "https://api.example.com")]
    site.rootDir = "web"
    site.repo = "https://github.com/acme/shop"
    site.branch = "main"
    site.domain = "www.example.com"
    site.domains = ["www.example.com"]
    site.autoDeploy = false
    site.autoDeployTrigger = .off
    site.preDeployCommand = "check"
    site.ipAllowList = []
    site.renderSubdomainPolicy = .enabled
    return site
  }

  static var job: Blueprint.CronService {
    var job = Blueprint.CronService(name: "digest", runtime: .python, schedule: "0 3 * * *")
    job.region = .ohio
    job.plan = .`0.5c-512mb`
    job.buildCommand = "pip install -r requirements.txt"
    job.startCommand = "python digest.py"
    job.dockerCommand = "digest"
    job.dockerfilePath = "digest/Dockerfile"
    job.dockerContext = "digest"
    job.registryCredential = .init("ghcr")
    job.repo = "https://github.com/acme/shop"
    job.branch = "main"
    job.image = .init(url: "ghcr.io/acme/digest:1")
    job.envVars = [.value("LIMIT", 10)]
    job.buildFilter = .init(ignoredPaths: ["docs/**"])
    job.rootDir = "digest"
    job.autoDeploy = false
    job.autoDeployTrigger = .commit
    job.preDeployCommand = "check"
    return job
  }

  static var cache: Blueprint.KeyValueService {
    var cache = Blueprint.KeyValueService(name: "cache")
    cache.region = .ohio
    cache.ipAllowList = [.init(source: "203.0.113.4/30", description: "office")]
    cache.plan = .`1g`
    cache.previewPlan = .`256mb`
    cache.maxmemoryPolicy = .noeviction
    cache.persistenceMode = .off
    return cache
  }

  static var workflow: Blueprint.WorkflowService {
    var workflow = Blueprint.WorkflowService(
      name: "tasks",
      runtime: .node,
      region: .ohio,
      startCommand: "node tasks.js"
    )
    workflow.repo = "https://github.com/acme/shop"
    workflow.branch = "main"
    workflow.buildCommand = "npm ci"
    workflow.rootDir = "tasks"
    workflow.buildFilter = .init(paths: ["tasks/**"])
    workflow.autoDeployTrigger = .commit
    workflow.envVars = [.fromGroup("shared")]
    return workflow
  }

  static var build: Blueprint.GitBuild {
    var build = Blueprint.GitBuild(repo: "https://github.com/acme/shop", runtime: .docker)
    build.branch = "main"
    build.buildCommand = "make"
    build.buildFilter = .init(paths: ["api/**"])
    build.envVars = [.value("MODE", "release")]
    build.rootDir = "api"
    build.baseDir = "."
    build.region = .oregon
    build.dockerfilePath = "./Dockerfile"
    build.registryCredential = .init("ghcr")
    return build
  }

  static var project: Blueprint.Project {
    var environment = Blueprint.Environment(name: "production")
    environment.databases = [.init(name: "ledger")]
    environment.envVarGroups = [.init(name: "ledger-settings")]
    environment.services = [.keyValue(.init(name: "ledger-cache"))]
    environment.networking = .init(isolation: .enabled)
    environment.permissions = .init(protection: .enabled)
    var project = Blueprint.Project(name: "shop")
    project.environments = [environment]
    project.buildSources = [.init(name: "ledger-image", image: .init(url: "ghcr.io/acme/l:1"))]
    return project
  }

  static var ungrouped: Blueprint.Ungrouped {
    var ungrouped = Blueprint.Ungrouped()
    ungrouped.databases = [.init(name: "spare")]
    ungrouped.envVarGroups = [.init(name: "spare-settings")]
    ungrouped.services = [.keyValue(.init(name: "spare-cache"))]
    ungrouped.buildSources = [.init(name: "spare-image", image: .init(url: "ghcr.io/acme/s:1"))]
    return ungrouped
  }
}
