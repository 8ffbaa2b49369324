import InfraContract

/// What all environments come to: files, steps and findings, and nothing written anywhere.
package struct Generation: Sendable {
  /// The environments, in the author's order.
  package let environments: [EnvironmentOutput]

  /// Every finding after the author's exceptions, each once, sorted by file and line.
  package let diagnostics: [Diagnostic]

  /// The findings that an author silenced, with the reason.
  package let silenced: [SilencedFinding]

  private let findings: [Diagnostic]

  /// Whether any finding is an error: then nothing may be written.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Works out every environment.
  package init(_ environments: [Environment]) {
    var outputs: [EnvironmentOutput] = []
    var all: [Diagnostic] = []
    var silenced: [SilencedFinding] = []
    for environment in environments {
      var findings = Findings()
      let output = EnvironmentOutput(environment, &findings)
      outputs.append(output)
      let judged = Exceptions(environment).judge(findings.diagnostics, in: environment.name)
      all += judged.diagnostics
      silenced += judged.silenced
    }
    var findings = Findings()
    for rule in ModelRules.workspace { rule.check(outputs, &findings) }
    self.init(
      environments: outputs,
      findings: all + findings.diagnostics,
      silenced: silenced
    )
  }

  private init(
    environments: [EnvironmentOutput],
    findings: [Diagnostic],
    silenced: [SilencedFinding]
  ) {
    self.environments = environments
    self.findings = findings
    self.silenced = silenced
    self.diagnostics = Self.sorted(findings)
  }

  /// The findings in order of file and line, each once: environments that share a resource share
  /// its mistakes.
  private static func sorted(_ findings: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    var kept: [(file: String, line: UInt, position: Int, diagnostic: Diagnostic)] = []
    for finding in findings {
      var anywhere = finding
      anywhere.environment = nil
      guard seen.insert(anywhere).inserted else { continue }
      let file = finding.site?.file.description ?? ""
      kept.append((file, finding.site?.line ?? 0, kept.count, finding))
    }
    return kept.sorted { ($0.file, $0.line, $0.position) < ($1.file, $1.line, $1.position) }
      .map(\.diagnostic)
  }
}

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
    var isSound = true
    for rule in ModelRules.environment {
      var own = Findings()
      rule.check(environment, &own)
      if rule.isStructural && own.hasErrors { isSound = false }
      findings.append(own)
    }
    for deployment in environment.deployments {
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
      deployments.append(DeploymentOutput(plan, ask: isDeployable, &findings))
    }
  }
}

/// What one deployment comes to.
package struct DeploymentOutput: Sendable {
  /// The deployment, worked out.
  package let plan: Plan

  /// The files of its targets, and the setup sheet.
  package private(set) var files: [GeneratedFile] = []

  /// The steps of its targets.
  package private(set) var steps: [SetupStep] = []

  /// Where its secrets are kept.
  package private(set) var stores: [SecretStore] = []

  init(_ plan: Plan, ask: Bool, _ findings: inout Findings) {
    self.plan = plan
    guard ask else { return }
    for (index, target) in plan.deployment.targets.enumerated() {
      let emission = target.emit(HostedPart(plan, target: index))
      files += emission.files
      steps += emission.steps
      stores += emission.stores
      findings.append(emission.findings)
    }
    let isAmongSeveral = plan.environment.deployments.count > 1
    let sheet = SetupSheet(
      environment: plan.environment.name,
      deployment: isAmongSeveral ? plan.deployment.name : nil,
      source: plan.environment.site.file.description,
      steps: steps
    )
    files.append(
      GeneratedFile(
        path: plan.directory + "/SETUP.md",
        contents: sheet.markdown,
        site: plan.deployment.site
      )
    )
  }
}

extension Generation {
  /// The same for some environments only.
  ///
  /// A finding that concerns several environments stays: it may be theirs.
  package func selecting(_ names: [String]) -> Generation {
    Generation(
      environments: environments.filter { names.contains($0.name) },
      findings: findings.filter { $0.environment.map(names.contains) ?? true },
      silenced: silenced.filter { $0.diagnostic.environment.map(names.contains) ?? true }
    )
  }
}
