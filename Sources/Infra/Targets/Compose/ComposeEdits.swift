import InfraContract
public import InfraKit
import InfraSerialization

/// What an author changes by hand in a Compose file, addressed by the description's own values.
///
/// Changes are made in the order in which they are written, before Compose's rules are checked.
public struct ComposeEdits {
  private var project: ComposeProject
  private var findings = Findings()

  init(_ project: ComposeProject) { self.project = project }

  /// Changes a service.
  public mutating func edit(
    _ service: Service,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout ComposeFile.Service) -> Void
  ) { edit(service.id, service.name, CallSite(file: file, line: line), change) }

  /// Changes what serves a site.
  public mutating func edit(
    _ site: StaticSite,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout ComposeFile.Service) -> Void
  ) { edit(site.id, site.name, CallSite(file: file, line: line), change) }

  /// Changes what runs a cron job.
  public mutating func edit(
    _ job: CronJob,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout ComposeFile.Service) -> Void
  ) { edit(job.id, job.name, CallSite(file: file, line: line), change) }

  /// Changes what runs a database.
  public mutating func edit(
    _ database: Postgres,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout ComposeFile.Service) -> Void
  ) { edit(database.id, database.name, CallSite(file: file, line: line), change) }

  /// Changes what runs a cache.
  public mutating func edit(
    _ cache: KeyValue,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout ComposeFile.Service) -> Void
  ) { edit(cache.id, cache.name, CallSite(file: file, line: line), change) }

  /// Changes what runs a service's release command.
  public mutating func editRelease(
    of service: Service,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout ComposeFile.Service) -> Void
  ) {
    let name = ComposeNames.release(of: service)
    edit(service.id, name, CallSite(file: file, line: line), change)
  }

  /// Changes the file as a whole, such as its networks.
  public mutating func editFile(
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout ComposeFile) -> Void
  ) {
    change(&project.file)
    project.site = CallSite(file: file, line: line)
  }

  private mutating func edit(
    _ id: ResourceID,
    _ name: String,
    _ site: CallSite,
    _ change: (inout ComposeFile.Service) -> Void
  ) {
    guard project.owners[name]?.id == id, var service = project.file.services[name] else {
      findings.report(
        ComposeRules.hostedEdits,
        project.owners.values.contains { $0.id == id }
          ? "\(id.title) is edited as '\(name)', which the Compose file does not have"
          : "\(id.title) is edited for Docker Compose, which does not host it in this deployment",
        help: "remove the edit, or let this target host it",
        at: site,
        about: id
      )
      return
    }
    service.open()
    change(&service)
    service.close()
    project.file.services[name] = service
    project.owners[name] = ComposeProject.Owner(id: id, site: site)
  }

  /// The file as the author's changes leave it, and what is wrong with the changes.
  var result: (project: ComposeProject, findings: Findings) { (project, findings) }
}

extension ComposeFile.Service {
  /// Makes nested fields that are absent empty, so that a change of one never does nothing.
  fileprivate mutating func open() {
    if build == nil { build = .right(.init()) }
    if healthcheck == nil { healthcheck = .init() }
    if develop == nil { develop = .init() }
    if environment == nil { environment = [:] }
    if labels == nil { labels = [:] }
    if dependsOn == nil { dependsOn = .left([:]) }
    if logging == nil { logging = .init() }
    var deploy = deploy ?? .init()
    var resources = deploy.resources ?? .init()
    if resources.limits == nil { resources.limits = .init() }
    if resources.reservations == nil { resources.reservations = .init() }
    deploy.resources = resources
    self.deploy = deploy
  }

  /// Drops nested fields that are still empty.
  fileprivate mutating func close() {
    if build == .right(.init()) { build = nil }
    if healthcheck == .init() { healthcheck = nil }
    if develop == .init() { develop = nil }
    if environment == [:] { environment = nil }
    if labels == [:] { labels = nil }
    if dependsOn == .left([:]) { dependsOn = nil }
    if logging == .init() { logging = nil }
    guard var deploy else { return }
    if var resources = deploy.resources {
      if resources.limits == .init() { resources.limits = nil }
      if resources.reservations == .init() { resources.reservations = nil }
      deploy.resources = resources == .init() ? nil : resources
    }
    self.deploy = deploy == .init() ? nil : deploy
  }
}
