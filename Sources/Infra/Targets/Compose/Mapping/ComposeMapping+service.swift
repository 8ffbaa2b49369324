import InfraContract
import InfraKit
import InfraSerialization

extension ComposeMapping {
  /// A service, and another one that runs its release command once before it.
  mutating func map(_ service: Service) {
    let build = build(of: service, service.source, command: service.command)
    let environment = environment(of: service, port: service.port)
    let waits = dependencies(part.plan.waits(of: service), of: service)
    let volumes = service.volumes.map {
      mount(ComposeNames.volume($0, of: service), at: $0.path)
    }

    if let command = service.release {
      var release = ComposeFile.Service()
      apply(build, to: &release)
      release.command = words(command)
      release.environment = environment.map { Self.environment($0, of: service.releaseContract) }
      release.dependsOn = waits.isEmpty ? nil : .left(waits)
      release.initProcess = true
      add(ComposeNames.release(of: service), release, for: service)
    }

    var own = ComposeFile.Service()
    apply(build, to: &own)
    own.command = service.command.map(words)
    own.environment = environment
    var all = waits
    if service.release != nil {
      all[ComposeNames.release(of: service)] = .init(.completedSuccessfully)
    }
    own.dependsOn = all.isEmpty ? nil : .left(all)
    own.deploy = kept(service.size, limit: service.limit)
    // What cannot be built has a finding of its own.
    if own.build != nil { own.develop = develop(of: service.source, watching: service.watching) }
    own.healthcheck = health(of: service)
    own.initProcess = true
    if let port = service.port { own.ports = published(service.id, target: port.number) }
    own.stopGracePeriod = service.shutdownGrace.map(Self.text)
    own.volumes = volumes.isEmpty ? nil : volumes
    mapInstances(of: service, &own)
    add(service.name, own, for: service)
    reportWishes(of: service)
  }

  /// The variables that a release command reads: all, or those of its contract.
  private static func environment(
    _ pairs: ComposePairs,
    of contract: FilledContract?
  ) -> ComposePairs {
    guard let contract, case .map(let all) = pairs else { return pairs }
    var own: OrderedMap<ComposeScalar> = [:]
    for field in contract.fields { if let value = all[field.name] { own[field.name] = value } }
    return .map(own)
  }

  /// A cron job as a service behind a profile: nothing runs it but a person.
  mutating func map(_ job: CronJob) {
    var service = ComposeFile.Service()
    apply(build(of: job, job.source, command: job.command), to: &service)
    service.command = job.command.map(words)
    let waits = dependencies(part.plan.waits(of: job), of: job)
    service.dependsOn = waits.isEmpty ? nil : .left(waits)
    service.deploy = kept(job.size, limit: job.limit)
    service.environment = environment(of: job)
    service.initProcess = true
    service.profiles = [ComposeText(Self.jobProfile)]
    add(job.name, service, for: job)
    report(
      ComposeRules.jobsByHand,
      job,
      "is due at '\(job.schedule)', and Compose has no clock: a person runs it",
      help: "run it with: \(project.command) run --rm \(job.name)"
    )
  }

  /// The profile of cron jobs, which is never active.
  static let jobProfile = "jobs"

  private mutating func mapInstances(of service: Service, _ own: inout ComposeFile.Service) {
    let wanted = service.scaling?.minimum ?? service.instances
    guard wanted > 1 else { return }
    guard project.port(of: service.id) == nil else {
      report(
        ComposeRules.oneBehindAPort,
        service,
        "asks for \(wanted) instances, and a port of this machine leads to one: one is run",
        help: "set instances to 1 in this environment"
      )
      return
    }
    var deploy = own.deploy ?? .init()
    deploy.replicas = .value(wanted)
    own.deploy = deploy
  }

  private mutating func reportWishes(of service: Service) {
    var wishes: [String] = []
    if !service.domains.isEmpty {
      wishes.append("domains (\(service.domains.map(\.name).joined(separator: ", ")))")
    }
    if !service.allowedAddresses.isEmpty { wishes.append("addresses that may connect") }
    if let scaling = service.scaling {
      wishes.append("scaling from \(scaling.minimum) to \(scaling.maximum) instances")
    }
    for volume in service.volumes {
      if let size = volume.size { wishes.append("\(size) for volume '\(volume.name)'") }
    }
    reportWishes(wishes, of: service)
  }

  /// What a resource waits for, as Compose says it.
  private mutating func dependencies(
    _ waits: [StartOrder.Wait],
    of resource: some Resource
  ) -> OrderedMap<ComposeFile.Dependency> {
    var result: OrderedMap<ComposeFile.Dependency> = [:]
    for wait in waits {
      guard hosts(wait.resource) else {
        // What runs elsewhere is named by its address, and was started there.
        continue
      }
      switch wait.event {
      case .released:
        let service = service(wait.resource)
        if let service, service.release != nil {
          result[ComposeNames.release(of: service)] = .init(.completedSuccessfully)
        }
      case .healthy:
        let service = service(wait.resource)
        if let service, service.health == nil {
          report(
            ComposeRules.HealthConditions.rule,
            resource,
            "waits until \(service.id.title) is healthy, which has no health check",
            help: "give it one: health: .http(\"/health\")"
          )
          result[wait.resource.name] = .init(.started)
        } else {
          result[wait.resource.name] = .init(.healthy)
        }
      }
    }
    return result
  }

  private func hosts(_ id: ResourceID) -> Bool {
    part.plan.place(id)?.target == part.target
  }

  private func service(_ id: ResourceID) -> Service? {
    guard id.kind == .service, let place = part.plan.place(id) else { return nil }
    return part.application.services[place.position]
  }

  /// A command as a program with arguments; a line for a shell goes to one.
  func words(_ command: Command) -> ComposeFile.Command {
    .arguments(command.arguments.map { ComposeText($0) })
  }

  /// A duration as Compose writes it.
  static func text(_ duration: Duration) -> ComposeText {
    let (seconds, attoseconds) = duration.components
    let milliseconds = attoseconds / 1_000_000_000_000_000
    if milliseconds == 0 { return ComposeText(String(seconds) + "s") }
    return ComposeText(String(seconds * 1000 + milliseconds) + "ms")
  }
}
