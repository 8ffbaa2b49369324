import InfraContract

/// What one environment comes to.
package struct EnvironmentOutput: Sendable {
  /// The environment.
  package let environment: Environment

  /// The deployments, in the author's order.
  package private(set) var deployments: [DeploymentOutput] = []

  /// The name of the environment.
  package var name: String { environment.name }

  /// The files of all deployments; two that agree on a path are one.
  package var files: [GeneratedFile] { deployments.flatMap(\.files) }

  init(_ environment: Environment, _ findings: inout Findings) {
    self.environment = environment
    let variants = environment.variants
    let described = variants.map(Self.describe)
    let isDescribed = described.allSatisfy(\.isSound)
    // Of a large description targets are asked before it is known whether its settings are sound;
    // what they answer is thrown away where those are not.
    let isLarge = isDescribed && environment.isLarge
    let deployed = isLarge ? Concurrent(if: true) { Self.deploy(environment, ask: true) } : nil
    let settings = variants.map { Self.checkSettings(of: $0.application) }
    for (first, second) in zip(described, settings) {
      findings.append(first.findings)
      findings.append(second.findings)
    }
    let isSound = isDescribed && settings.allSatisfy(\.isSound)
    let result = (isSound ? deployed?.value : nil) ?? Self.deploy(environment, ask: isSound)
    findings.append(result.findings)
    deployments = result.deployments
  }

  /// What rules found, and whether targets can be asked.
  private struct Verdict {
    var findings = Findings()
    var isSound = true
  }

  /// Runs the rules about a description.
  private static func describe(_ environment: Environment) -> Verdict {
    var verdict = Verdict()
    for rule in ModelRules.environment {
      var own = Findings()
      rule.check(environment, &own)
      if rule.isStructural && own.hasErrors { verdict.isSound = false }
      verdict.findings.append(own)
    }
    return verdict
  }

  /// Runs the rules about settings in one walk.
  private static func checkSettings(of application: Application) -> Verdict {
    var verdict = Verdict()
    var rules = ModelRules.setting.map { $0.init(application) }
    let areAboutLinks = ModelRules.setting.map { $0.isAboutLinks }
    application.eachSetting { setting in
      let isText = setting.value.literal != nil
      for index in rules.indices where !(isText && areAboutLinks[index]) {
        let count = verdict.findings.diagnostics.count
        rules[index].check(setting, &verdict.findings)
        if verdict.findings.diagnostics.count > count, type(of: rules[index]).isStructural {
          verdict.isSound = false
        }
      }
    }
    return verdict
  }

  /// Works out the deployments.
  private static func deploy(
    _ environment: Environment,
    ask isSound: Bool
  ) -> (deployments: [DeploymentOutput], findings: Findings) {
    var findings = Findings()
    let deployments = environment.deployments.map { deployment in
      let plan = Plan(environment, deployment)
      var isDeployable = isSound
      if isSound {
        for rule in ModelRules.deployment {
          var own = Findings()
          rule.check(plan, &own)
          if rule.isStructural && own.hasErrors { isDeployable = false }
          findings.append(own)
        }
      }
      return DeploymentOutput(plan, ask: isDeployable, &findings)
    }
    return (deployments, findings)
  }
}

extension EnvironmentOutput {
  /// Reports the files that must not be there and are.
  func reportRivals(where exists: (String) -> Bool, _ findings: inout Findings) {
    for rival in deployments.flatMap(\.rivals) where exists(rival.path) {
      findings.report(
        rival.rule,
        rival.message,
        help: rival.help,
        at: rival.site,
        about: rival.resource
      )
    }
  }
}
