import InfraContract
import InfraKit

/// A finished Blueprint as rules look at it: every entry wherever it stands, and what it comes from.
struct RenderFile {
  /// What an entry was made from.
  struct Origin {
    let resource: ResourceID
    let site: CallSite
  }

  let blueprint: Blueprint
  let services: [Blueprint.Service]
  let sites: [Blueprint.StaticService]
  let jobs: [Blueprint.CronService]
  let caches: [Blueprint.KeyValueService]
  let databases: [Blueprint.Database]
  let groups: [Blueprint.VariableGroup]
  let buildSources: [Blueprint.BuildSource]

  /// The entries by name.
  let index: BlueprintIndex

  /// What entries were made from, by their name in the file.
  let origins: [String: Origin]

  /// The line that asked for the file.
  let origin: CallSite

  init(_ blueprint: Blueprint, origins: [String: Origin], origin: CallSite) {
    self.blueprint = blueprint
    services = blueprint.allServices
    sites = blueprint.allSites
    jobs = blueprint.allJobs
    caches = blueprint.allCaches
    databases = blueprint.allDatabases
    groups = blueprint.allGroups
    buildSources = blueprint.allBuildSources
    index = BlueprintIndex(blueprint)
    self.origins = origins
    self.origin = origin
  }

  /// An entry as sentences name it: by the resource that it was made from, if any.
  func title(_ name: String) -> String { origins[name]?.resource.title ?? "entry '\(name)'" }

  /// The line that an entry comes from.
  func site(_ name: String) -> CallSite { origins[name]?.site ?? origin }

  /// Reports something about an entry.
  func report(
    _ rule: Rule,
    _ name: String,
    _ message: String,
    help: String? = nil,
    _ findings: inout Findings
  ) {
    findings.report(
      rule,
      "\(title(name)) \(message)",
      help: help,
      at: site(name),
      about: origins[name]?.resource
    )
  }
}
