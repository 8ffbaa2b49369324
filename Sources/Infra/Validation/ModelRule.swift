/// A rule about an environment as it is described, whatever it is deployed to.
package protocol EnvironmentRule: SendableMetatype {
  /// The code, severity and demand.
  static var rule: Rule { get }

  /// Whether a finding makes a deployment impossible to work out, so that targets are not asked.
  static var isStructural: Bool { get }

  /// Reports every place where the environment does not meet the demand.
  static func check(_ environment: Environment, _ findings: inout Findings)
}

/// A rule about one variable, header or build argument, wherever it stands.
///
/// All rules of this kind share one walk over the application, which is the longest of all: it makes
/// one value of each rule and shows it every setting, so that a rule can remember what it saw.
protocol SettingRule: SendableMetatype {
  /// The code, severity and demand.
  static var rule: Rule { get }

  /// Whether a finding makes a deployment impossible to work out, so that targets are not asked.
  static var isStructural: Bool { get }

  /// Whether it looks at references and secrets only, and need not be shown what is only text.
  static var isAboutLinks: Bool { get }

  /// Prepares for the settings of an application.
  init(_ application: Application)

  /// Reports where the setting does not meet the demand.
  mutating func check(_ setting: Setting, _ findings: inout Findings)
}

/// A rule about a deployment, once it is worked out which target hosts what.
package protocol DeploymentRule: SendableMetatype {
  /// The code, severity and demand.
  static var rule: Rule { get }

  /// Whether a finding makes it impossible to ask the targets for files.
  static var isStructural: Bool { get }

  /// Reports every place where the deployment does not meet the demand.
  static func check(_ plan: Plan, _ findings: inout Findings)
}

/// A rule about all environments together.
package protocol WorkspaceRule: SendableMetatype {
  /// The code, severity and demand.
  static var rule: Rule { get }

  /// Whether rules that come later would only report the same again.
  static var isStructural: Bool { get }

  /// Reports every place where the environments do not meet the demand.
  static func check(_ environments: [EnvironmentOutput], _ findings: inout Findings)
}

extension EnvironmentRule {
  /// Most findings leave a deployment that can be worked out.
  package static var isStructural: Bool { false }
}

extension SettingRule {
  /// Most findings leave a deployment that can be worked out.
  static var isStructural: Bool { false }

  /// Text can be wrong too.
  static var isAboutLinks: Bool { false }
}

extension WorkspaceRule {
  /// Most findings are of no other rule's concern.
  package static var isStructural: Bool { false }
}

extension DeploymentRule {
  /// Most findings leave targets that can be asked.
  package static var isStructural: Bool { false }
}

/// The rules of the model, in the order in which they run.
package enum ModelRules {
  /// Rules about an environment.
  package static let environment: [any EnvironmentRule.Type] = [
    SomethingToDeploy.self,
    LegalNames.self,
    UniqueNames.self,
    UniqueDeployments.self,
    ReferencesResolve.self,
    AcyclicStart.self,
    StartConditionsHappen.self,
    LegalSources.self,
    PinnedImages.self,
    PathsStayInside.self,
    LegalCommands.self,
    LegalPorts.self,
    PortIsGiven.self,
    LegalDomains.self,
    UniqueDomains.self,
    OnlyListenersAnswer.self,
    LegalHealthChecks.self,
    LegalInstances.self,
    SoleInstance.self,
    CompanionsRun.self,
    LegalPreviews.self,
    LegalSizes.self,
    LegalVolumes.self,
    LegalShutdownGrace.self,
    LegalRouting.self,
    LegalSchedules.self,
    EvenSchedules.self,
    LegalDatabaseNames.self,
    LegalAddressRanges.self,
    UniqueVariables.self,
    OneContentPerSharedSet.self,
    ContractFilled.self,
    ContractsApplied.self,
    ReadVariables.self,
    PublicSecrets.self,
    LiteralCredentials.self,
  ]

  /// Rules about a variable, a header or a build argument.
  static let setting: [any SettingRule.Type] = [
    ReferencesResolve.self,
    ProvidedProperties.self,
    LegalVariableNames.self,
    LegalValues.self,
    LegalSecrets.self,
    OneOriginPerSecret.self,
    PublicSecrets.self,
    PublicAddresses.self,
    LiteralCredentials.self,
  ]

  /// Rules about a deployment.
  package static let deployment: [any DeploymentRule.Type] = [
    HostedOnce.self,
    ReachableReferences.self,
  ]

  /// Rules about all environments together.
  package static let workspace: [any WorkspaceRule.Type] = [
    UniqueEnvironments.self,
    KnownExceptions.self,
    DomainsOfOneEnvironment.self,
    OneFileOneContent.self,
    SeparateSecretStores.self,
    DeclaredSecrets.self,
    BranchOfOneEnvironment.self,
  ]

  /// What every rule of the model demands, each rule once.
  package static var catalog: [Rule] {
    var known: Set<String> = []
    let all =
      environment.map { $0.rule } + setting.map { $0.rule } + deployment.map { $0.rule }
      + workspace.map { $0.rule } + [
        OneBranchPerDeployment.rule, FilesStayInside.rule, UsedExceptions.rule,
      ]
    return all.filter { known.insert($0.code).inserted }
  }
}
