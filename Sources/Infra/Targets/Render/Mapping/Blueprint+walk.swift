import InfraKit

// Resources may stand in the file itself, in an environment of a project, or outside of all: rules
// look at them wherever they are.
extension Blueprint {
  /// Every service.
  var allServices: [Service] {
    if projects.isEmpty && ungrouped == nil { return services }
    return services + allEnvironments.flatMap(\.services) + (ungrouped?.services ?? [])
  }

  /// Every database.
  var allDatabases: [Database] {
    if projects.isEmpty && ungrouped == nil { return databases }
    return databases + allEnvironments.flatMap(\.databases) + (ungrouped?.databases ?? [])
  }

  /// Every group.
  var allGroups: [VariableGroup] {
    if projects.isEmpty && ungrouped == nil { return envVarGroups }
    return envVarGroups + allEnvironments.flatMap(\.envVarGroups)
      + (ungrouped?.envVarGroups ?? [])
  }

  /// Every build source.
  var allBuildSources: [BuildSource] {
    buildSources + projects.flatMap(\.buildSources) + (ungrouped?.buildSources ?? [])
  }

  /// Every environment of every project.
  var allEnvironments: [Environment] { projects.flatMap(\.environments) }

  /// Every static site.
  var allSites: [StaticService] {
    allServices.compactMap { if case .site(let site) = $0 { site } else { nil } }
  }

  /// Every cron job.
  var allJobs: [CronService] {
    allServices.compactMap { if case .cron(let job) = $0 { job } else { nil } }
  }

  /// Every Key Value instance.
  var allCaches: [KeyValueService] {
    allServices.compactMap { if case .keyValue(let cache) = $0 { cache } else { nil } }
  }
}

extension Blueprint.Service {
  /// The variables; a Key Value instance has none.
  var envVars: [Blueprint.Variable] {
    switch self {
    case .server(let service): service.envVars
    case .site(let service): service.envVars
    case .cron(let service): service.envVars
    case .keyValue: []
    case .workflow(let service): service.envVars
    }
  }

  /// The region; nil for a static site, which is everywhere.
  var region: Blueprint.Region? {
    let standard = RenderFacts.standardRegion.value
    return switch self {
    case .server(let service): service.region ?? standard
    case .site: nil
    case .cron(let service): service.region ?? standard
    case .keyValue(let service): service.region ?? standard
    case .workflow(let service): service.region
    }
  }
}
