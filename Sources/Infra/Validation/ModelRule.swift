/// A rule about an environment as it is described, whatever it is deployed to.
package protocol EnvironmentRule: SendableMetatype {
  /// The code, severity and demand.
  static var rule: Rule { get }

  /// Whether a finding makes a deployment impossible to work out, so that targets are not asked.
  static var isStructural: Bool { get }

  /// Reports every place where the environment does not meet the demand.
  static func check(_ environment: Environment, _ findings: inout Findings)
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

  /// Reports every place where the environments do not meet the demand.
  static func check(_ environments: [EnvironmentOutput], _ findings: inout Findings)
}

extension EnvironmentRule {
  /// Most findings leave a deployment that can be worked out.
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
    UniqueNames.self,
    ReferencesResolve.self,
    AcyclicStart.self,
  ]

  /// Rules about a deployment.
  package static let deployment: [any DeploymentRule.Type] = [
    HostedOnce.self
  ]

  /// Rules about all environments together.
  package static let workspace: [any WorkspaceRule.Type] = [
    OneFileOneContent.self
  ]

  /// What every rule of the model demands.
  package static var catalog: [Rule] {
    environment.map { $0.rule } + deployment.map { $0.rule } + workspace.map { $0.rule }
  }
}
