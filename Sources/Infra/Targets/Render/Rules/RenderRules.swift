import InfraKit

/// A fact that a Blueprint must meet for Render to accept it, or to do what was asked.
protocol BlueprintRule: SendableMetatype {
  /// The code, severity and demand, with Render's page.
  static var rule: Rule { get }

  /// Reports every entry that does not meet the demand.
  static func check(_ file: RenderFile, _ findings: inout Findings)
}

/// The rules of Render.
enum RenderRules {
  /// The rules about the file as it will be written, in the order in which they run.
  static let blueprint: [any BlueprintRule.Type] = [
    UniqueEntries.self, KnownWords.self, CurrentNames.self, RuntimeSettings.self,
    BuildSourcesWhole.self, ImageOrRepository.self, StaticSites.self, WebOnlyFields.self,
    InstanceCounts.self, Disks.self, DiskDowntime.self, DiskAtRelease.self, FreePlans.self,
    PaidPreviews.self, ShutdownDelay.self,
    Maintenance.self, SubdomainNeedsDomain.self, CronSchedules.self, BuildFilters.self,
    BranchOrPreviews.self, DatabaseDisks.self, Standbys.self, ReplicaLimit.self,
    ReplicaNeeds.self, LegacyPlans.self, VariableSources.self, VariableNames.self, EmptyValues.self,
    GroupVariables.self, ReferencesListed.self, ReferencedProperties.self,
    ReferencedVariables.self, OneRegion.self, WorkspacePlans.self,
  ]

  /// What every rule of Render demands.
  static var catalog: [Rule] { mapping + blueprint.map { $0.rule } + changes.map(\.rule) }

  /// Checks the file.
  static func check(_ file: RenderFile, _ findings: inout Findings) {
    for rule in blueprint { rule.check(file, &findings) }
  }
}

extension Rule {
  init(
    _ code: String,
    _ severity: Severity,
    _ demand: String,
    _ source: RenderFacts.Source
  ) {
    self.init(
      "render/" + code,
      severity,
      demand,
      page: "https://" + source.page,
      checked: source.date
    )
  }
}
