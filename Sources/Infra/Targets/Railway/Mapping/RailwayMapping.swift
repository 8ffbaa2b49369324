import InfraContract
import InfraKit
import InfraSerialization

/// Turns what Railway hosts into a project graph, and remembers what the graph cannot say.
struct RailwayMapping {
  let part: HostedPart
  let target: Railway

  /// The resources, in the author's order: services and their disks, sites, jobs, databases, caches.
  var resources: [RailwayGraph.Resource] = []
  /// The secrets, in order of first use, with the variables that keep them.
  var secrets = RailwaySecrets()
  /// The variables that a person sets once their values are known.
  var asked: [RailwayAsked] = []
  /// What is wrong with single variables, found on the way.
  var findings = Findings()
  /// The files of static sites.
  var siteFiles: [GeneratedFile] = []

  init(_ part: HostedPart, _ target: Railway) {
    self.part = part
    self.target = target
  }

  mutating func mapEverything() {
    for service in part.services { map(service) }
    for site in part.sites { map(site) }
    for job in part.jobs { map(job) }
    for database in part.databases { map(database) }
    for cache in part.caches { map(cache) }
  }

  /// The project after the author's changes.
  func finished() -> RailwayProject {
    var edits = RailwayEdits(RailwayGraph(part.application.name, resources: resources))
    target.edit(&edits)
    edits.graph.dropEmptyBlocks()
    return RailwayProject(self, edits)
  }

  /// The blocks that an author's change may fill, so that it never does nothing in silence.
  static func open(_ service: inout RailwayGraph.Service) {
    service.build = service.build ?? RailwayGraph.Build()
    service.deploy = service.deploy ?? RailwayGraph.Deploy()
    service.networking = service.networking ?? RailwayGraph.Networking()
  }

  /// The number of instances, and where they run.
  ///
  /// The default is never written: the command line would plan it anew at every apply
  /// (github.com/railwayapp/cli/issues/1184, 2026-09-09).
  func place(_ instances: Int, in deploy: inout RailwayGraph.Deploy) {
    if let region = target.region {
      let config = RailwayGraph.RegionConfig(numReplicas: instances)
      deploy.multiRegionConfig[region.rawValue] = .value(config)
    } else if instances != 1 {
      deploy.numReplicas = instances
    }
  }

  /// Which changed paths cause a deploy, as patterns from the repository's root.
  static func patterns(_ paths: WatchPaths, besides more: [String] = []) -> [String] {
    func anchored(_ path: String) -> String { "/" + RelativePath.normalized(path) }
    // A path that is taken out must have been taken in by an earlier pattern
    // (docs.railway.com/builds/build-configuration, 2026-08-21).
    let including = paths.including.isEmpty ? ["/**"] : paths.including.map(anchored)
    return including + more.map(anchored) + paths.ignoring.map { "!" + anchored($0) }
  }
}

extension RailwayGraph {
  /// Takes out the blocks that nobody filled.
  mutating func dropEmptyBlocks() {
    for index in resources.indices {
      switch resources[index] {
      case .service(var service):
        if service.build == Build() { service.build = nil }
        if service.deploy == Deploy() { service.deploy = nil }
        if service.networking == Networking() { service.networking = nil }
        resources[index] = .service(service)
      case .database(var database):
        if database.deploy == Deploy() { database.deploy = nil }
        if database.networking == Networking() { database.networking = nil }
        resources[index] = .database(database)
      case .volume, .bucket, .group: break
      }
    }
  }
}

extension Duration {
  /// The time in whole seconds, rounded up.
  var wholeSeconds: Int64 {
    components.seconds + (components.attoseconds > 0 ? 1 : 0)
  }
}
