import InfraContract
import InfraKit

/// Something that not every plan of Railway's allows.
struct RailwayNeed {
  /// What is needed, as the start of a sentence.
  let reason: String
  /// The line that asks for it.
  let site: CallSite?
  /// The resource that it is about.
  let resource: ResourceID?
  /// Whether a plan allows it.
  let isMet: @Sendable (RailwayFacts.Plan) -> Bool

  /// Everything that a project needs of a plan.
  static func all(of project: RailwayProject) -> [RailwayNeed] {
    let part = project.part
    var needs: [RailwayNeed] = []
    for service in part.services {
      needs += instances(of: service)
      needs += size(of: service, service.size, times: service.fixedInstances)
      needs += domains(service.domains, of: service)
      for volume in service.volumes { needs += storage(volume.size, of: service) }
    }
    for site in part.sites { needs += domains(site.domains, of: site) }
    for job in part.jobs { needs += size(of: job, job.size, times: 1) }
    for database in part.databases {
      needs += size(of: database, database.size, times: 1)
      needs += storage(database.storage, of: database)
    }
    for cache in part.caches {
      needs += size(of: cache, cache.memory.map { Size(memory: $0) }, times: 1)
    }
    let volumes =
      part.services.reduce(0) { $0 + $1.volumes.count } + part.databases.count
      + part.caches.count
    if volumes > 0 {
      needs.append(
        RailwayNeed(
          reason: "the project has \(volumes) volume\(volumes == 1 ? "" : "s")",
          site: part.site,
          resource: nil
        ) { $0.volumesByProject.map { volumes <= $0 } ?? true }
      )
    }
    return needs
  }

  private static func instances(of service: Service) -> [RailwayNeed] {
    let count = service.fixedInstances
    // More than any plan has is reported as out of range.
    guard count > 1, count <= RailwayFacts.instances.value else { return [] }
    return [
      RailwayNeed(
        reason: "\(service.id.title) has \(count) instances",
        site: service.site,
        resource: service.id
      ) { count <= $0.replicas }
    ]
  }

  private static func size(
    of resource: some Resource,
    _ size: Size?,
    times count: Int
  ) -> [RailwayNeed] {
    var needs: [RailwayNeed] = []
    if let cpu = size?.cpu {
      needs.append(
        RailwayNeed(
          reason:
            "\(resource.id.title) needs \(cpu) processors\(count > 1 ? " \(count) times" : "")",
          site: resource.site,
          resource: resource.id
        ) { cpu * Double(count) <= Double($0.processors) }
      )
    }
    if let memory = size?.memory {
      let gigabytes = Double(memory.bytes) / Double(1 << 30) * Double(count)
      needs.append(
        RailwayNeed(
          reason: "\(resource.id.title) needs \(memory) of memory"
            + (count > 1 ? " \(count) times" : ""),
          site: resource.site,
          resource: resource.id
        ) { gigabytes <= $0.memoryGB }
      )
    }
    return needs
  }

  private static func storage(_ size: ByteCount?, of resource: some Resource) -> [RailwayNeed] {
    guard let size else { return [] }
    let gigabytes = Double(size.bytes) / Double(1 << 30)
    return [
      RailwayNeed(
        reason: "\(resource.id.title) needs \(size) of storage",
        site: resource.site,
        resource: resource.id
      ) { gigabytes <= $0.largestVolumeGB }
    ]
  }

  private static func domains(_ domains: [Domain], of resource: some Resource) -> [RailwayNeed] {
    let count = domains.count
    if count == 0 { return [] }
    return [
      RailwayNeed(
        reason: "\(resource.id.title) has \(count) domain\(count == 1 ? "" : "s")",
        site: resource.site,
        resource: resource.id
      ) { $0.domainsByService.map { count <= $0 } ?? true }
    ]
  }
}

extension RailwayFacts {
  /// The smallest paid plan that meets all needs; nil where none does.
  ///
  /// The free ones are left out: what they credit lasts no process a month.
  static func plan(for needs: [RailwayNeed]) -> Plan? {
    plans.first { plan in
      (plan.dollarsByMonth ?? 1) > 0 && needs.allSatisfy { $0.isMet(plan) }
    }
  }
}
