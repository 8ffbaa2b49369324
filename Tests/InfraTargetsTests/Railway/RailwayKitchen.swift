import InfraSerialization
import InfraTargets

extension RailwayGraph {
  /// A project that uses every field; `Oracles/railway_kitchen.py` writes the same by hand.
  static var kitchen: RailwayGraph {
    let uploads = uploads
    var graph = RailwayGraph(
      "kitchen",
      resources: [
        .group(backend), .service(api(with: uploads)), .service(worker), .database(database),
        .database(cache), .volume(uploads), .bucket(media), .group(odds), .service(seed),
        .service(Service("upload", source: .empty(rootDirectory: "tools/upload"))),
      ]
    )
    graph.environments = ["production", "staging"]
    return graph
  }

  private static var backend: Group {
    var group = Group("Backend")
    group.color = "blue"
    group.icon = "server"
    group.isCollapsed = false
    return group
  }

  private static var odds: Group {
    var group = Group("Odds")
    group.groupId = "Backend"
    return group
  }

  private static func api(with uploads: Volume) -> Service {
    var source = Source.github("acme/shop", branch: "release", rootDirectory: "api")
    source.commitSha = "0000000"
    source.upstreamUrl = "https://github.com/acme/seed"
    source.checkSuites = true
    var api = Service("api", source: source)
    api.build = build
    api.deploy = deploy
    api.networking = networking
    api.tracing = Tracing(enabled: true, autoInstrumentation: false)
    api.cdn = cdn
    api.variables = variables
    api.volumeMounts = ["c0ffee": .value(VolumeMount(mountPath: "/old", backupSchedules: [.daily]))]
    api.volumeAttachments = ["uploads": VolumeAttachment(uploads, at: "/uploads")]
    api.configFile = "/api/railway.json"
    api.parentServiceId = "parent"
    api.groupId = "Backend"
    api.clusterRole = .edge
    var growth = ReplicaConfig()
    growth.minReplicas = 1
    growth.maxReplicas = 5
    growth.step = 2
    growth.scalable = true
    api.replicaConfig = growth
    var look = ClusterDisplay()
    look.badge = "beta"
    look.badgeVariant = "muted"
    api.clusterDisplay = look
    return api
  }

  private static var worker: Service {
    var source = Source.image("nginx:1.30")
    let saturday = AutoUpdates.Window(day: 6, startHour: 2, endHour: 6)
    source.autoUpdates = AutoUpdates(.patch, schedule: [saturday], tagMode: "semver")
    var worker = Service("worker", source: source)
    worker.groupId = "Backend"
    return worker
  }

  private static var seed: Service {
    var seed = Service("seed", source: .template("umami"))
    seed.groupId = "Odds"
    return seed
  }

  private static var database: Database {
    var database = Database.postgres("database", major: 17).located(in: .europeWest)
    var networking = Networking()
    networking.tcpProxies["5432"] = .value(Present())
    database.networking = networking
    database.variables["PGTZ"] = .literal("UTC")
    database.groupId = "Backend"
    return database
  }

  private static var cache: Database {
    var cache = Database.redis("cache")
    cache.groupId = "Backend"
    return cache
  }

  private static var uploads: Volume {
    var config = VolumeConfig(sizeMB: 5000, region: .usWest)
    config.alerts = VolumeAlerts(usage: ["80": .value(Present())])
    config.allowOnlineResize = true
    config.forkFromBaseEnvironment = false
    var volume = Volume("uploads", config: config)
    volume.groupId = "Backend"
    return volume
  }

  private static var media: Bucket {
    var bucket = Bucket("media", region: "iad")
    bucket.groupId = "Backend"
    return bucket
  }
}

// MARK: - The service's blocks

extension RailwayGraph {
  private static var build: Build {
    var build = Build()
    build.builder = .dockerfile
    build.watchPatterns = ["api/**", "!api/docs/**"]
    build.buildCommand = "make"
    build.buildEnvironment = .v3
    build.dockerfilePath = "Dockerfile.prod"
    build.nixpacksConfigPath = "nixpacks.toml"
    build.nixpacksPlan = .kitchen
    build.nixpacksVersion = "1.41.0"
    build.railpackVersion = "0.7.0"
    return build
  }

  private static var deploy: Deploy {
    var deploy = Deploy()
    deploy.startCommand = "api serve"
    deploy.preDeployCommand = ["api migrate"]
    deploy.numReplicas = 3
    deploy.healthcheckPath = "/health"
    deploy.healthcheckTimeout = 30
    deploy.sleepApplication = false
    deploy.runtime = .v2
    var credentials = RailwayConfig.RegistryCredentials()
    credentials.username = "nobody"
    credentials.password = "nothing"
    deploy.registryCredentials = credentials
    deploy.restartPolicyType = .always
    deploy.restartPolicyMaxRetries = 3
    deploy.cronSchedule = "0 3 * * *"
    deploy.region = .usWest
    deploy.multiRegionConfig = [
      "us-west2": .value(RegionConfig(numReplicas: 2)),
      "europe-west4-drams3a": .value(
        RegionConfig(numReplicas: 1, stackerAssignment: "ALL_STACKERS")
      ),
    ]
    deploy.limitOverride = LimitOverride(
      containers: .init(cpu: 0.5, memoryBytes: 536_870_912, diskBytes: 1_073_741_824)
    )
    deploy.requiredMountPath = "/uploads"
    deploy.overlapSeconds = 10
    deploy.drainingSeconds = 30
    deploy.useLegacyStacker = false
    deploy.ipv6EgressEnabled = true
    return deploy
  }

  private static var networking: Networking {
    var networking = Networking()
    networking.serviceDomains = ["shop.up.railway.app": .value(DomainConfig(port: 3000))]
    networking.customDomains = [
      "api.example.com": .value(DomainConfig(port: 8080)),
      "www.example.com": .value(DomainConfig(port: 3000)),
    ]
    networking.tcpProxies = ["5432": .value(Present())]
    networking.privateNetworkEndpoint = "api"
    return networking
  }

  private static var cdn: ContentDelivery {
    var cdn = ContentDelivery(enabled: true)
    cdn.defaultTtlSeconds = 60
    cdn.htmlCaching = .force
    cdn.staleWhileRevalidate = false
    cdn.purgeOnDeploy = .all
    return cdn
  }

  private static var variables: OrderedMap<Variable> {
    var seed = VariableConfig()
    seed.generator = "secret(32)"
    seed.isOptional = true
    var label = VariableConfig(value: "blue")
    label.description = "Which one is live."
    label.defaultValue = "green"
    label.isSealed = false
    label.encryptedValue = "none"
    label.preserveExisting = true
    return [
      "LOG_LEVEL": .literal("info"),
      "QUOTES": .literal("${{cache.REDIS_URL}} \"'`\\ \u{2028} </script>"),
      "DATABASE_URL": .reference(resource: "database.database", output: "DATABASE_URL"),
      "SENTRY_DSN": .sharedReference("SENTRY_DSN"),
      "JWT_SECRET": .preserve,
      "SEED": .raw(seed),
      "LABEL": .literal(label),
    ]
  }
}

extension RailwayConfig.NixpacksPlan {
  static var kitchen: RailwayConfig.NixpacksPlan {
    var setup = Phase()
    setup.dependsOn = []
    setup.nixPkgs = ["jq"]
    var plan = RailwayConfig.NixpacksPlan()
    plan.providers = ["node"]
    plan.phases = ["setup": setup]
    plan.others = ["start": ["cmd": "run"]]
    return plan
  }
}
