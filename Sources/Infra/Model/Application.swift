public import InfraContract

/// The services, sites, jobs, databases and caches of one product, described once.
///
/// Secrets and shared variables belong to it by being used.
public struct Application: Sendable {
  /// The name: lower-case letters, digits and hyphens.
  public let name: String

  /// The processes that run all the time.
  public var services: [Service]

  /// The static sites.
  public var sites: [StaticSite]

  /// The commands that run on a schedule.
  public var jobs: [CronJob]

  /// The Postgres databases.
  public var databases: [Postgres]

  /// The key-value stores.
  public var caches: [KeyValue]

  /// Where it was declared.
  public let site: CallSite

  /// Gathers the resources of a product.
  public init(
    _ name: String,
    services: [Service] = [],
    sites: [StaticSite] = [],
    jobs: [CronJob] = [],
    databases: [Postgres] = [],
    caches: [KeyValue] = [],
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.services = services
    self.sites = sites
    self.jobs = jobs
    self.databases = databases
    self.caches = caches
    self.site = CallSite(file: file, line: line)
  }

  /// Every resource, by kind, in the author's order.
  package var resources: [any Resource] {
    services as [any Resource] + sites + jobs + databases + caches
  }

  /// Every resource that reads variables, in the author's order.
  package var configured: [any Configured] {
    services as [any Configured] + sites + jobs
  }

  /// How many resources are listed.
  package var count: Int {
    services.count + sites.count + jobs.count + databases.count + caches.count
  }

  /// Whether nothing is listed.
  package var isEmpty: Bool { count == 0 }
}
