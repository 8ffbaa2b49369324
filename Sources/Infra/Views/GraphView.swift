import InfraContract
package import InfraGraph
package import InfraKit

/// The resources of a deployment with their references, platforms and entry points.
package struct GraphView: Sendable {
  /// What the graph is of, such as `helpdesk, prod`.
  package let title: String

  /// The resources and references.
  package let graph: ResourceGraph

  /// The platform of each resource, in the order of the graph; nil for one that nothing hosts.
  package let platforms: [String?]

  /// Draws up a deployment.
  package init(_ plan: Plan) {
    let environment = plan.environment
    let resources = environment.application.resources
    let isAlone = environment.deployments.count == 1
    title =
      "\(environment.application.name), \(environment.name)"
      + (isAlone ? "" : ", \(plan.deployment.name)")
    let targets = resources.map { resource in
      plan.place(resource.id)?.target.map { plan.deployment.targets[$0] }
    }
    platforms = targets.map { $0?.platform.title }
    let nodes = zip(resources, targets).map { resource, target in
      ResourceGraph.Node(
        resource.id.name,
        Self.kind(of: resource),
        caption: Self.caption(of: resource) + " · " + (target?.platform.title ?? "hosted nowhere"),
        entry: Self.entry(of: resource, on: target)
      )
    }
    graph = ResourceGraph(nodes: nodes, edges: Self.edges(of: environment.application))
  }

  private static func kind(of resource: any Resource) -> ResourceGraph.Kind {
    switch resource.id.kind {
    case .service: (resource as? Service)?.isWorker == true ? .worker : .service
    case .site: .site
    case .job: .job
    case .postgres: .database
    case .keyValue: .cache
    }
  }

  private static func caption(of resource: any Resource) -> String {
    switch resource {
    case let service as Service where service.isWorker: "worker"
    case let service as Service where !service.isPublic: "private service"
    case let service as Service: service.instances > 1 ? "service ×\(service.instances)" : "service"
    case is StaticSite: "site"
    case let job as CronJob: "cron job, \(job.schedule)"
    case let database as Postgres: "Postgres \(database.version.rawValue)"
    default: resource.id.kind.title
    }
  }

  /// Where the public comes in.
  private static func entry(of resource: any Resource, on target: (any Target)?) -> String? {
    let domains: [Domain]
    switch resource {
    case let service as Service where service.isPublic: domains = service.domains
    case let site as StaticSite: domains = site.domains
    default: return nil
    }
    guard let target else { return nil }
    if !target.servesDomains { return "on localhost" }
    guard let first = domains.first else { return "public address of \(target.platform.title)" }
    return first.origin + (domains.count > 1 ? " and \(domains.count - 1) more" : "")
  }

  private static func edges(of application: Application) -> [ResourceGraph.Edge] {
    let resources = application.resources
    var positions: [ResourceID: Int] = [:]
    for (index, resource) in resources.enumerated() where positions[resource.id] == nil {
      positions[resource.id] = index
    }
    var replicas: [String: ResourceID] = [:]
    for database in application.databases {
      for replica in database.replicas { replicas[replica.name] = database.id }
    }
    var edges = EdgeList()
    application.eachSetting { setting in
      guard let reader = positions[setting.reader] else { return }
      for reference in setting.value.references {
        guard let id = reference.owner ?? replicas[reference.name], let target = positions[id]
        else { continue }
        edges.add(reader, target, reference.property.rawValue)
      }
    }
    // A shared set is visited once, with its first reader: the others read it too.
    for resource in application.configured {
      guard let reader = positions[resource.id] else { continue }
      for reference in resource.shared.flatMap(\.variables.entries).flatMap(\.value.references) {
        guard let id = reference.owner ?? replicas[reference.name], let target = positions[id]
        else { continue }
        edges.add(reader, target, reference.property.rawValue)
      }
    }
    for (conditions, id) in application.services.map({ ($0.startsAfter, $0.id) })
      + application.jobs.map({ ($0.startsAfter, $0.id) })
    {
      guard let waiter = positions[id] else { continue }
      for condition in conditions {
        if let target = positions[condition.resource] { edges.wait(waiter, target) }
      }
    }
    return edges.all
  }
}

/// Edges in the making: one for each pair of resources, with all that is asked for.
private struct EdgeList {
  private struct Pair: Hashable {
    let source: Int
    let target: Int
  }

  private var positions: [Pair: Int] = [:]
  private var edges: [(pair: Pair, labels: [String])] = []

  mutating func add(_ source: Int, _ target: Int, _ label: String) {
    let position = position(of: Pair(source: source, target: target))
    if !edges[position].labels.contains(label) { edges[position].labels.append(label) }
  }

  mutating func wait(_ source: Int, _ target: Int) {
    _ = position(of: Pair(source: source, target: target))
  }

  private mutating func position(of pair: Pair) -> Int {
    if let known = positions[pair] { return known }
    positions[pair] = edges.count
    edges.append((pair, []))
    return edges.count - 1
  }

  var all: [ResourceGraph.Edge] {
    edges.map { edge in
      ResourceGraph.Edge(
        from: edge.pair.source,
        to: edge.pair.target,
        edge.labels.joined(separator: ", "),
        isWait: edge.labels.isEmpty
      )
    }
  }
}

extension Reference {
  /// The resource that it points at; nil for a read replica, which is part of another.
  fileprivate var owner: ResourceID? {
    switch kind {
    case .service: ResourceID(.service, name)
    case .site: ResourceID(.site, name)
    case .postgres: ResourceID(.postgres, name)
    case .keyValue: ResourceID(.keyValue, name)
    case .replica: nil
    }
  }
}
