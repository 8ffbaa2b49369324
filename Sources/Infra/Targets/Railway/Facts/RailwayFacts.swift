/// What Railway's documents say in numbers and dates; every row names its page and that page's day.
///
/// All pages were last read on `checked`. A row without a day comes from a page whose stored copy
/// bears none.
package enum RailwayFacts {
  /// The day on which the pages below were last read.
  package static let checked = "2026-11-23"

  /// Where a fact stands.
  package struct Source: Sendable, Hashable {
    /// The page, file or thread.
    package let page: String
    /// The day that it is from, if known.
    package let dated: String?

    init(_ page: String, _ dated: String? = nil) {
      self.page = page
      self.dated = dated
    }
  }

  /// A region that services run in.
  package struct Region: Sendable, Hashable {
    /// Its identifier.
    package let region: RailwayRegion
    /// Where it is.
    package let location: String
  }

  /// The documented regions; public files name more.
  package static let regions: [Region] = [
    Region(region: .usWest, location: "California, USA"),
    Region(region: .usEast, location: "Virginia, USA"),
    Region(region: .europeWest, location: "Amsterdam, Netherlands"),
    Region(region: .asiaSoutheast, location: "Singapore"),
  ]

  /// Where the regions stand.
  package static let regionsSource = Source("docs.railway.com/deployments/regions", "2026-08-21")

  /// A day from which something no longer works.
  package struct Deadline: Sendable, Hashable {
    /// What no longer works.
    package let subject: String
    /// The first day on which it does not.
    package let day: String
    /// Where it stands.
    package let source: Source
  }

  /// When `railway.json` and `railway.toml` stop being read at all.
  package static let configFileCutoff = Deadline(
    subject: "railway.json and railway.toml are read",
    day: "2026-12-01",
    source: Source("docs.railway.com/config-as-code", "2026-08-21")
  )

  /// Since when new services can no longer use one.
  ///
  /// The page bears that day; the API was seen to refuse it on 2026-09-01
  /// (github.com/boardsesh/boardsesh/issues/5041).
  package static let configFileClosed = Deadline(
    subject: "railway.json is open to new services",
    day: "2026-08-21",
    source: Source("docs.railway.com/config-as-code", "2026-08-21")
  )
}

// MARK: - Runtimes

extension RailwayFacts {
  /// A language that Railpack builds.
  package struct Runtime: Sendable, Hashable {
    /// Its name.
    package let name: String
    /// The variable that chooses its version; nil where only the language's own files do.
    package let versionVariable: String?
  }

  /// The languages.
  package static let runtimes: [Runtime] = [
    Runtime(name: "node", versionVariable: "RAILPACK_NODE_VERSION"),
    Runtime(name: "python", versionVariable: "RAILPACK_PYTHON_VERSION"),
    Runtime(name: "ruby", versionVariable: "RAILPACK_RUBY_VERSION"),
    Runtime(name: "go", versionVariable: "RAILPACK_GO_VERSION"),
    Runtime(name: "rust", versionVariable: "RAILPACK_RUST_VERSION"),
    Runtime(name: "elixir", versionVariable: "RAILPACK_ELIXIR_VERSION"),
    Runtime(name: "deno", versionVariable: "RAILPACK_DENO_VERSION"),
    Runtime(name: "php", versionVariable: nil),
    Runtime(name: "java", versionVariable: nil),
    Runtime(name: "dotnet", versionVariable: nil),
    Runtime(name: "gleam", versionVariable: nil),
    Runtime(name: "cpp", versionVariable: nil),
    Runtime(name: "shell", versionVariable: nil),
  ]

  /// Where the languages stand; each has a page of its own beside it.
  package static let runtimesSource = Source("railpack.com/getting-started")
}

// MARK: - Limits

extension RailwayFacts {
  /// A number that Railway does not let anyone pass, or assumes where nothing is said.
  package struct Limit: Sendable, Hashable {
    /// What it limits.
    package let subject: String
    /// The number.
    package let value: Int
    /// Where it stands.
    package let source: Source

    init(_ subject: String, _ value: Int, _ source: Source) {
      self.subject = subject
      self.value = value
      self.source = source
    }
  }

  private static let schema = Source("railway.com/railway.schema.json", "2026-02-20")
  private static let scaling = Source("docs.railway.com/cli/scale", "2026-08-21")
  private static let volumes = Source("docs.railway.com/volumes/reference", "2026-08-21")
  private static let cron = Source("docs.railway.com/cron-jobs", "2026-08-21")
  private static let configuration = Source(
    "docs.railway.com/config-as-code/reference",
    "2026-08-21"
  )

  /// The most instances of a service in one region.
  package static let instancesByRegion = Limit("instances of a service by region", 200, schema)

  /// The most instances of a service that the command line sets.
  package static let instances = Limit("instances of a service in all", 50, scaling)

  /// The most commands before a deploy; a second one fails it.
  package static let preDeployCommands = Limit("pre-deploy commands", 1, schema)

  /// The most disks of a service.
  package static let volumesByService = Limit("volumes of a service", 1, volumes)

  /// The most instances of a service with a disk.
  package static let instancesWithVolume = Limit("instances of a service with a volume", 1, volumes)

  /// The fewest minutes between two runs of a cron job.
  package static let cronMinutes = Limit("minutes between runs of a cron job", 5, cron)

  /// The seconds that a health check may take where nothing is said.
  package static let healthcheckSeconds = Limit("seconds of a health check", 300, configuration)

  /// The restarts after failures where nothing is said.
  package static let restarts = Limit("restarts after failures", 10, configuration)

  /// All limits, for a table.
  package static let limits = [
    instancesByRegion, instances, preDeployCommands, volumesByService, instancesWithVolume,
    cronMinutes, healthcheckSeconds, restarts,
  ]
}

// MARK: - Plans

extension RailwayFacts {
  /// What a plan of Railway's allows.
  ///
  /// Compute is billed by use; the figures are ceilings over all instances of a service.
  package struct Plan: Sendable, Hashable {
    /// The name.
    package let name: String
    /// The price in dollars a month, which is credited against use; nil where it is agreed upon.
    package let dollarsByMonth: Int?
    /// The most instances of a service; 0 where a service has one and no replica.
    package let replicas: Int
    /// The most memory of a service, in gigabytes.
    package let memoryGB: Double
    /// The most processors of a service.
    package let processors: Int
    /// The size of a new disk, in gigabytes.
    package let volumeGB: Double
    /// The size to which a disk can grow, in gigabytes.
    package let largestVolumeGB: Double
    /// The most disks of a project; nil where no page says so.
    package let volumesByProject: Int?
    /// The most own domains of a service; nil where no page says so.
    ///
    /// On the trial it is the whole account's.
    package let domainsByService: Int?
  }

  /// The plans.
  package static let plans: [Plan] = [
    Plan(
      name: "Trial",
      dollarsByMonth: 0,
      replicas: 0,
      memoryGB: 1,
      processors: 2,
      volumeGB: 0.5,
      largestVolumeGB: 0.5,
      volumesByProject: 3,
      domainsByService: 1
    ),
    Plan(
      name: "Free",
      dollarsByMonth: 0,
      replicas: 0,
      memoryGB: 0.5,
      processors: 1,
      volumeGB: 0.5,
      largestVolumeGB: 0.5,
      volumesByProject: 1,
      domainsByService: nil
    ),
    Plan(
      name: "Hobby",
      dollarsByMonth: 5,
      replicas: 6,
      memoryGB: 48,
      processors: 48,
      volumeGB: 5,
      largestVolumeGB: 5,
      volumesByProject: 10,
      domainsByService: 2
    ),
    Plan(
      name: "Pro",
      dollarsByMonth: 20,
      replicas: 42,
      memoryGB: 1000,
      processors: 1000,
      volumeGB: 50,
      largestVolumeGB: 1000,
      volumesByProject: 20,
      domainsByService: 20
    ),
    Plan(
      name: "Enterprise",
      dollarsByMonth: nil,
      replicas: 50,
      memoryGB: 2400,
      processors: 2400,
      volumeGB: 50,
      largestVolumeGB: 1000,
      volumesByProject: nil,
      domainsByService: nil
    ),
  ]

  /// Where the plans stand.
  package static let plansSources = [
    Source("docs.railway.com/pricing/plans"),
    Source("docs.railway.com/volumes/reference", "2026-08-21"),
    Source("docs.railway.com/networking/domains/working-with-domains", "2026-08-21"),
  ]
}
