import InfraContract
import InfraKit

extension BlueprintDraft {
  /// Writes a service: public, private or a worker.
  mutating func map(_ service: Service) {
    checkSize(service.size, among: RenderFacts.serverPlans.value, of: service)
    let type: Blueprint.ServiceType =
      service.isWorker ? .worker : service.isPublic ? .web : .pserv
    let settings = settings(
      service.source,
      command: service.command,
      release: service.release,
      of: service
    )
    var entry = server(type, name(service.name), settings, size: service.size, of: service)
    entry.numInstances = service.scaling == nil ? service.instances : nil
    entry.scaling = service.scaling.map(Self.scaling)
    entry.healthCheckPath = healthCheckPath(of: service)
    entry.domains = service.domains.isEmpty ? nil : service.domains.map(\.name)
    entry.envVars = variables(of: service, type, port: service.port, extra: settings.extra)
    entry.disk = disk(of: service)
    entry.buildFilter = settings.isFromGit ? service.watching.map(Self.filter) : nil
    entry.ipAllowList = addresses(service.allowedAddresses)
    noteLimit(
      service.limit,
      plan: entry.plan?.rawValue,
      among: RenderFacts.serverPlans.value,
      of: service
    )
    entry.maxShutdownDelaySeconds = service.shutdownGrace.map(Self.seconds)
    noteOrder(service.startsAfter, of: service)
    append(.server(entry), from: service)
  }

  /// Writes a site that a process serves, which is a web service to Render.
  mutating func map(_ site: StaticSite, servedBy server: SiteServer) {
    var settings = settings(
      .directory(site.directory, runtime: site.runtime, build: site.build),
      command: server.command,
      release: nil,
      of: site
    )
    // Without a build there is nothing to do, and Render insists on a command.
    if settings.buildCommand == nil { settings.buildCommand = "true" }
    var entry = self.server(.web, name(site.name), settings, size: nil, of: site)
    entry.numInstances = 1
    entry.domains = site.domains.isEmpty ? nil : site.domains.map(\.name)
    entry.envVars = variables(of: site, .web, port: server.port, extra: settings.extra)
    entry.buildFilter = site.watching.map(Self.filter)
    entry.ipAllowList = addresses(site.allowedAddresses)
    if !site.redirects.isEmpty || !site.rewrites.isEmpty || !site.headers.isEmpty {
      report(
        RenderRules.servedRouting,
        "\(site.id.title) is served by a process, for which Render applies no redirects, rewrites "
          + "or headers",
        help: "let the process send them, or leave out serve: where files are enough",
        about: site
      )
    }
    append(.server(entry), from: site)
  }

  private func server(
    _ type: Blueprint.ServiceType,
    _ name: String,
    _ settings: BuildSettings,
    size: Size?,
    of resource: some Resource
  ) -> Blueprint.ServerService {
    var entry = Blueprint.ServerService(type: type, name: name, runtime: settings.runtime)
    entry.region = options.region
    entry.plan = .init(rawValue: plan(for: size, among: RenderFacts.serverPlans.value))
    entry.image = settings.image
    entry.rootDir = settings.rootDir
    entry.dockerCommand = settings.dockerCommand
    entry.dockerContext = settings.dockerContext
    entry.dockerfilePath = settings.dockerfilePath
    entry.buildCommand = settings.buildCommand
    entry.startCommand = settings.startCommand
    entry.preDeployCommand = settings.preDeployCommand
    if settings.isFromGit {
      entry.branch = options.branch
      entry.autoDeployTrigger = options.autoDeploy
    }
    return entry
  }

  private mutating func healthCheckPath(of service: Service) -> String? {
    guard let health = service.health else { return nil }
    guard case .http(let path) = health.probe, service.isPublic else {
      report(
        RenderRules.healthChecks,
        "\(service.id.title) has a health check that Render never makes: it only asks paths of "
          + "public services",
        help: "leave it out here, or make it .http of a public service",
        about: service
      )
      return nil
    }
    return path
  }

  private mutating func disk(of service: Service) -> Blueprint.Disk? {
    if service.volumes.count > 1 {
      report(
        RenderRules.oneDisk,
        "\(service.id.title) has \(service.volumes.count) volumes, and Render gives a service one "
          + "disk",
        help: "keep the files below one path, or split the service",
        about: service
      )
    }
    return service.volumes.first.map { volume in
      Blueprint.Disk(
        name: volume.name,
        mountPath: volume.path,
        sizeGB: volume.size?.gigabytes ?? RenderFacts.standardDiskGB.value
      )
    }
  }

  mutating func noteOrder(_ conditions: [StartCondition], of resource: some Resource) {
    guard !conditions.isEmpty else { return }
    report(
      RenderRules.startOrder,
      "\(resource.id.title) starts without waiting for "
        + conditions.map(\.resource.title).joined(separator: ", ")
        + ": Render starts services side by side and restarts those that exit",
      about: resource
    )
  }

  private static func scaling(_ scaling: Scaling) -> Blueprint.Scaling {
    Blueprint.Scaling(
      minInstances: scaling.minimum,
      maxInstances: scaling.maximum,
      targetMemoryPercent: scaling.memoryPercent,
      targetCPUPercent: scaling.cpuPercent
    )
  }

  static func filter(_ paths: WatchPaths) -> Blueprint.BuildFilter {
    Blueprint.BuildFilter(
      paths: paths.including.isEmpty ? nil : paths.including,
      ignoredPaths: paths.ignoring.isEmpty ? nil : paths.ignoring
    )
  }

  private static func seconds(_ duration: Duration) -> Int {
    let (seconds, rest) = duration.components
    return Int(clamping: seconds) + (rest > 0 ? 1 : 0)
  }
}
