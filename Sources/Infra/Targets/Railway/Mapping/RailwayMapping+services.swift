import InfraContract
import InfraKit
import InfraSerialization

extension RailwayMapping {
  mutating func map(_ service: Service) {
    var own = RailwayGraph.Service(service.name)
    Self.open(&own)
    apply(service.source, watching: service.watching, to: &own)
    let shell = service.source.hasShell
    own.deploy?.startCommand = service.command.map { Self.line($0, shell: shell) }
    if let release = service.release {
      own.deploy?.preDeployCommand = [Self.line(release, shell: shell)]
    }
    if var deploy = own.deploy {
      place(service.fixedInstances, in: &deploy)
      if let health = service.health { Self.apply(health, to: &deploy) }
      deploy.limitOverride = Self.limits(service.size, service.limit)
      if let grace = service.shutdownGrace, grace > .zero {
        deploy.drainingSeconds = Double(grace.wholeSeconds)
      }
      own.deploy = deploy
    }
    connect(service.domains, port: service.port?.number, to: &own)
    own.variables = variables(
      of: service,
      port: service.port?.number,
      more: Self.buildVariables(of: service.source)
    )
    var disks: [RailwayGraph.Volume] = []
    for volume in service.volumes {
      let disk = disk(volume, of: service.name)
      disks.append(disk)
      own.volumeAttachments[disk.name] = RailwayGraph.VolumeAttachment(disk, at: volume.path)
    }
    resources.append(.service(own))
    for disk in disks { resources.append(.volume(disk)) }
  }

  mutating func map(_ job: CronJob) {
    var own = RailwayGraph.Service(job.name)
    Self.open(&own)
    apply(job.source, watching: job.watching, to: &own)
    if var deploy = own.deploy {
      deploy.startCommand = job.command.map { Self.line($0, shell: job.source.hasShell) }
      deploy.cronSchedule = job.schedule.crontab
      place(1, in: &deploy)
      deploy.limitOverride = Self.limits(job.size, job.limit)
      own.deploy = deploy
    }
    own.variables = variables(of: job, port: nil, more: Self.buildVariables(of: job.source))
    resources.append(.service(own))
  }

  /// The domains of a service, which must be registered before the first plan.
  func connect(_ domains: [Domain], port: Int?, to own: inout RailwayGraph.Service) {
    for domain in domains {
      own.networking?.customDomains[domain.name] = .value(RailwayGraph.DomainConfig(port: port))
    }
  }

  /// A disk; two services may both have one called `data`, and a project's disks share a name space.
  static func name(of volume: Volume, of service: String) -> String {
    "\(service)-\(volume.name)"
  }

  private func disk(_ volume: Volume, of service: String) -> RailwayGraph.Volume {
    RailwayGraph.Volume(
      Self.name(of: volume, of: service),
      config: RailwayGraph.VolumeConfig(sizeMB: volume.size?.megabytes, region: target.region)
    )
  }

  private static func apply(_ health: HealthCheck, to deploy: inout RailwayGraph.Deploy) {
    guard case .http(let path) = health.probe else { return }
    deploy.healthcheckPath = path
    // Railway's timeout is how long a version may take to answer at all, which is our grace.
    let seconds = max(1, Int(health.grace.wholeSeconds))
    if health.grace != HealthCheck.http(path).grace,
      seconds != RailwayFacts.healthcheckSeconds.value
    {
      deploy.healthcheckTimeout = Double(seconds)
    }
  }

  /// What an instance may use: what it needs, where nothing else is said.
  private static func limits(_ size: Size?, _ limit: Size?) -> RailwayGraph.LimitOverride? {
    guard size != nil || limit != nil else { return nil }
    let memory = limit?.memory ?? size?.memory
    return RailwayGraph.LimitOverride(
      containers: .init(
        cpu: limit?.cpu ?? size?.cpu,
        memoryBytes: memory.map { Double($0.bytes) }
      )
    )
  }
}

extension Service {
  /// The number of instances where nothing scales them.
  var fixedInstances: Int { max(instances, scaling?.minimum ?? 1) }
}
