import InfraContract
public import InfraKit
import InfraSerialization

/// What an author changes by hand in a Railway project, addressed by the description's own values.
///
/// Changes are made in the order in which they are written, before Railway's rules are checked.
public struct RailwayEdits {
  var graph: RailwayGraph
  /// The last line that changed a resource, by address; rules about the manifest point there.
  var sites: [String: CallSite] = [:]
  var projectSite: CallSite?
  var legacy: [LegacyEdit] = []
  var findings = Findings()
  private var positions: [String: Int]

  init(_ graph: RailwayGraph) {
    self.graph = graph
    positions = Self.positions(in: graph)
  }

  /// Changes how a service is built, deployed and reached.
  public mutating func edit(
    _ service: Service,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout RailwayGraph.Service) -> Void
  ) { edit(service.id, CallSite(file: file, line: line), change) }

  /// Changes how a static site is built, deployed and reached.
  public mutating func edit(
    _ site: StaticSite,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout RailwayGraph.Service) -> Void
  ) { edit(site.id, CallSite(file: file, line: line), change) }

  /// Changes how a cron job is built and run.
  public mutating func edit(
    _ job: CronJob,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout RailwayGraph.Service) -> Void
  ) { edit(job.id, CallSite(file: file, line: line), change) }

  /// Changes a Postgres database.
  public mutating func edit(
    _ database: Postgres,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout RailwayGraph.Database) -> Void
  ) { edit(database.id, CallSite(file: file, line: line), change) }

  /// Changes a key-value store.
  public mutating func edit(
    _ cache: KeyValue,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout RailwayGraph.Database) -> Void
  ) { edit(cache.id, CallSite(file: file, line: line), change) }

  /// Changes a disk of a service.
  public mutating func edit(
    _ volume: Volume,
    of service: Service,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout RailwayGraph.Volume) -> Void
  ) {
    let site = CallSite(file: file, line: line)
    let address = "volume.\(RailwayMapping.name(of: volume, of: service.name))"
    guard let position = positions[address], case .volume(var own) = graph.resources[position]
    else {
      return refuse("volume '\(volume.name)' of \(service.id.title)", at: site)
    }
    change(&own)
    graph.resources[position] = .volume(own)
    sites[address] = site
  }

  /// Changes the project itself: buckets, groups, and whatever the description has no words for.
  public mutating func editProject(
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout RailwayGraph) -> Void
  ) {
    change(&graph)
    projectSite = CallSite(file: file, line: line)
    positions = Self.positions(in: graph)
  }

  /// Changes a service's `railway.json`, after it has followed the changes to the service itself.
  public mutating func editLegacyFile(
    of service: some Configured,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: @escaping (inout RailwayConfig) -> Void
  ) {
    legacy.append(
      LegacyEdit(
        address: Self.address(of: service.id),
        title: service.id.title,
        site: CallSite(file: file, line: line),
        change: change
      )
    )
  }
}

extension RailwayEdits {
  /// A change to a `railway.json`, which waits until the service itself is done.
  struct LegacyEdit {
    let address: String
    let title: String
    let site: CallSite
    let change: (inout RailwayConfig) -> Void
  }

  /// What others call a resource in the graph.
  static func address(of id: ResourceID) -> String {
    switch id.kind {
    case .service, .site, .job: "service.\(id.name)"
    case .postgres, .keyValue: "database.\(id.name)"
    }
  }

  private mutating func edit(
    _ id: ResourceID,
    _ site: CallSite,
    _ change: (inout RailwayGraph.Service) -> Void
  ) {
    let address = Self.address(of: id)
    guard let position = positions[address], case .service(var service) = graph.resources[position]
    else { return refuse(id.title, at: site) }
    change(&service)
    graph.resources[position] = .service(service)
    sites[address] = site
  }

  private mutating func edit(
    _ id: ResourceID,
    _ site: CallSite,
    _ change: (inout RailwayGraph.Database) -> Void
  ) {
    let address = Self.address(of: id)
    guard let position = positions[address],
      case .database(var database) = graph.resources[position]
    else { return refuse(id.title, at: site) }
    change(&database)
    graph.resources[position] = .database(database)
    sites[address] = site
  }

  /// Reports a change to something that is not there.
  private mutating func refuse(_ what: String, at site: CallSite) {
    findings.report(
      RailwayRules.hostedEdits,
      "\(what) is edited for Railway, which does not host it in this deployment",
      help: "remove the edit, or let this target host it",
      at: site
    )
  }

  private static func positions(in graph: RailwayGraph) -> [String: Int] {
    var positions: [String: Int] = [:]
    positions.reserveCapacity(graph.resources.count)
    for (position, resource) in graph.resources.enumerated() {
      positions[resource.address] = position
    }
    return positions
  }
}

extension RailwayGraph.Resource {
  /// What others call it.
  var address: String {
    switch self {
    case .service(let service): service.address
    case .database(let database): database.address
    case .volume(let volume): volume.address
    case .bucket(let bucket): bucket.address
    case .group(let group): group.address
    }
  }

  /// Its name.
  var name: String {
    switch self {
    case .service(let service): service.name
    case .database(let database): database.name
    case .volume(let volume): volume.name
    case .bucket(let bucket): bucket.name
    case .group(let group): group.name
    }
  }
}
