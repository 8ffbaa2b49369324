import InfraContract
import InfraKit

/// What Docker Compose demands, and what it cannot do.
enum ComposeRules {
  /// Every rule, in the order of these files.
  static var catalog: [Rule] {
    ownRules + modelRules + manifestRules.map { $0.rule } + changes.map(\.rule)
  }

  /// Checks what the mapping and the author's edits have made.
  static func check(
    _ project: ComposeProject,
    _ part: HostedPart,
    _ findings: inout Findings
  ) {
    for rule in manifestRules { rule.check(project, part, &findings) }
  }

  /// The rules about the file itself, in the order in which they run.
  static let manifestRules: [any ComposeRule.Type] = [
    FilePath.self,
    ProjectName.self,
    HostNames.self,
    ImageOrBuild.self,
    OneDockerfile.self,
    DependenciesRun.self,
    HealthConditions.self,
    HealthTests.self,
    Durations.self,
    PartsDeclared.self,
    OneSource.self,
    LoopbackPorts.self,
    UniquePorts.self,
    SeveralInstances.self,
    NetworkModes.self,
    OneMountPerPath.self,
    ReadOnlySecrets.self,
    WatchRules.self,
    RestartPolicies.self,
    PostgresData.self,
    PostgresChecks.self,
    EnvironmentText.self,
    ReadableVariables.self,
    FileOwners.self,
    LimitsAgree.self,
    ProfileNames.self,
    BuiltPlatforms.self,
  ]

  static let ownRules = [hostedEdits, writable, serviceNames]

  static let hostedEdits = Rule(
    "compose/hosted-edits",
    .error,
    "An edit is about something that this target hosts."
  )

  static let writable = Rule(
    "compose/writable",
    .error,
    "Every value of the file can be written as YAML."
  )

  static let serviceNames = Rule(
    "compose/service-names",
    .error,
    "Every service, volume and variable of the file has a name of its own."
  )
}
