import InfraSerialization

extension RailwayConfig {
  /// What a `railway.json` can say of a service: how it is built and run.
  ///
  /// The schema takes the generations of machines inside an environment's block only.
  init(of service: RailwayGraph.Service, in environment: String) {
    self.init()
    schema = "https://railway.com/railway.schema.json"
    build = service.build.map(Build.init(of:))
    deploy = service.deploy.map(Deploy.init(of:))
    var own = Environment()
    if let generation = service.build?.buildEnvironment {
      own.build = Build()
      own.build?.buildEnvironment = .value(generation)
    }
    if let isOld = service.deploy?.useLegacyStacker {
      own.deploy = Deploy()
      own.deploy?.useLegacyStacker = .value(isOld)
    }
    if own != Environment() { environments = [environment: own] }
  }
}

extension RailwayConfig.Build {
  fileprivate init(of build: RailwayGraph.Build) {
    self.init()
    builder = build.builder.map { .value($0) }
    watchPatterns = build.watchPatterns.isEmpty ? nil : .value(build.watchPatterns)
    buildCommand = build.buildCommand.map { .value($0) }
    dockerfilePath = build.dockerfilePath.map { .value($0) }
    nixpacksConfigPath = build.nixpacksConfigPath.map { .value($0) }
    nixpacksPlan = build.nixpacksPlan.map { .value($0) }
    nixpacksVersion = build.nixpacksVersion.map { .value($0) }
    railpackVersion = build.railpackVersion.map { .value($0) }
  }
}

extension RailwayConfig.Deploy {
  fileprivate init(of deploy: RailwayGraph.Deploy) {
    self.init()
    startCommand = deploy.startCommand.map { .value($0) }
    if !deploy.preDeployCommand.isEmpty {
      preDeployCommand = .value(.right(deploy.preDeployCommand))
    }
    numReplicas = deploy.numReplicas.map { .value($0) }
    healthcheckPath = deploy.healthcheckPath.map { .value($0) }
    healthcheckTimeout = deploy.healthcheckTimeout.map { .value($0) }
    sleepApplication = deploy.sleepApplication.map { .value($0) }
    runtime = deploy.runtime.map { .value($0) }
    registryCredentials = deploy.registryCredentials.map { .value($0) }
    restartPolicyType = deploy.restartPolicyType.map { .value($0) }
    restartPolicyMaxRetries = deploy.restartPolicyMaxRetries.map { .value($0) }
    cronSchedule = deploy.cronSchedule.map { .value($0) }
    region = deploy.region.map { .value($0) }
    multiRegionConfig = Self.regions(deploy.multiRegionConfig)
    limitOverride = Self.limits(deploy.limitOverride)
    requiredMountPath = deploy.requiredMountPath.map { .value($0) }
    overlapSeconds = deploy.overlapSeconds.map { .value($0) }
    drainingSeconds = deploy.drainingSeconds.map { .value($0) }
    ipv6EgressEnabled = deploy.ipv6EgressEnabled.map { .value($0) }
  }

  private static func regions(
    _ regions: OrderedMap<Nullable<RailwayGraph.RegionConfig>>
  ) -> Nullable<OrderedMap<Nullable<RailwayConfig.RegionConfig>>>? {
    if regions.isEmpty { return nil }
    return .value(
      OrderedMap(
        regions.entries.map { entry in
          guard let region = entry.value.value else { return (entry.key, .null) }
          var config = RailwayConfig.RegionConfig()
          config.numReplicas = region.numReplicas.map { .value($0) }
          config.stackerAssignment = region.stackerAssignment.map { .value($0) }
          return (entry.key, .value(config))
        }
      )
    )
  }

  private static func limits(
    _ limits: RailwayGraph.LimitOverride?
  ) -> Nullable<RailwayConfig.LimitOverride>? {
    guard let containers = limits?.containers else { return nil }
    var own = RailwayConfig.LimitOverride.Containers()
    own.cpu = containers.cpu.map { .value($0) }
    own.memoryBytes = containers.memoryBytes.map { .value($0) }
    own.diskBytes = containers.diskBytes.map { .value($0) }
    var config = RailwayConfig.LimitOverride()
    config.containers = .value(own)
    return .value(config)
  }
}
