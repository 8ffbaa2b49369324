import InfraContract

/// What environments come to: files and findings, and nothing written anywhere.
///
/// The commands are made of it; an owner's own tests can ask it too:
///
/// ```swift
/// let generation = Generation([.prod])
/// #expect(!generation.hasErrors)
/// #expect(generation.files.contains { $0.path == "render.yaml" })
/// ```
public struct Generation: Sendable {
  /// The environments, in the author's order.
  package let environments: [EnvironmentOutput]

  /// Every finding after the author's exceptions, each once, sorted by file and line.
  public let diagnostics: [Diagnostic]

  /// The findings that an author silenced, with the reason.
  package let silenced: [SilencedFinding]

  let findings: [Diagnostic]

  /// Every file, each path once; none where an error stopped a deployment's targets.
  public var files: [GeneratedFile] {
    var seen: Set<String> = []
    return environments.flatMap(\.files).filter { seen.insert($0.path).inserted }
  }

  /// Whether any finding is an error: then nothing may be written.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Works out every environment.
  ///
  /// Rules about all environments together hold only when all of them are given.
  public init(_ environments: [Environment]) { self.init(environments, since: nil) }

  /// Works out every environment, with what is known of its surroundings: the past, to compare with,
  /// and which files there are.
  ///
  /// The past is asked for once, when the first environment is there to be compared with it.
  package init(
    _ environments: [Environment],
    since past: @autoclosure () -> Past?,
    exists: (_ path: String) -> Bool = { _ in false }
  ) {
    var outputs: [EnvironmentOutput] = []
    var all: [Diagnostic] = []
    var silenced: [SilencedFinding] = []
    var used: Set<RuleException> = []
    var known: Past??
    for environment in environments {
      var findings = Findings()
      let output = EnvironmentOutput(environment, &findings)
      outputs.append(output)
      // With errors, entries may be missing that would then look as if they had been removed.
      if !findings.hasErrors {
        let earlier: Past? = if let known { known } else { past() }
        known = .some(earlier)
        if let earlier { output.compare(with: earlier, &findings) }
      }
      output.reportRivals(where: exists, &findings)
      let judged = Exceptions(output).judge(findings.diagnostics, in: environment.name)
      all += judged.diagnostics
      silenced += judged.silenced
      used.formUnion(judged.silenced.map(\.exception))
    }
    var findings = Findings()
    for rule in ModelRules.workspace {
      let count = findings.diagnostics.count
      rule.check(outputs, &findings)
      if rule.isStructural, findings.diagnostics.count > count { break }
    }
    let shared = Exceptions.judge(findings.diagnostics, of: outputs)
    all += shared.diagnostics
    silenced += shared.silenced
    used.formUnion(shared.silenced.map(\.exception))
    var unused = Findings()
    // With errors, targets may not have been asked, and what is unused cannot be told.
    if !all.contains(where: { $0.severity == .error }) {
      UsedExceptions.check(outputs, used: used, &unused)
    }
    self.init(
      environments: outputs,
      findings: all + unused.diagnostics,
      silenced: silenced
    )
  }

  init(
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
    var seen: [Diagnostic: Int] = [:]
    var kept: [(file: String, line: UInt, position: Int, diagnostic: Diagnostic)] = []
    for finding in findings {
      var anywhere = finding
      anywhere.environments = []
      if let first = seen[anywhere] {
        for name in finding.environments where !kept[first].diagnostic.environments.contains(name) {
          kept[first].diagnostic.environments.append(name)
        }
        continue
      }
      seen[anywhere] = kept.count
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

  /// The file with a developer's own values; nil where no target reads one.
  package private(set) var environmentFile: EnvironmentFile?

  /// The branch that each target deploys; nil where none does.
  let branches: [DeployedBranch?]

  /// The files that must not be there.
  private(set) var rivals: [RivalFile] = []

  /// What its manifests say that cannot simply be changed later.
  let record: RecordSheet

  /// The same as the text of its file; nil where there is nothing to remember.
  let recordText: String?

  init(_ plan: Plan, ask: Bool, _ findings: inout Findings) {
    self.plan = plan
    guard ask else {
      branches = plan.deployment.targets.map { _ in nil }
      record = RecordSheet()
      recordText = nil
      return
    }
    var branches: [DeployedBranch?] = []
    var record = RecordSheet()
    var emissions: [Emission] = []
    for (index, target) in plan.deployment.targets.enumerated() {
      let emission = target.emit(HostedPart(plan, target: index))
      steps += emission.steps
      stores += emission.stores
      environmentFile = environmentFile ?? emission.environmentFile
      rivals += emission.rivals
      record.add(emission.entries, of: target, at: index)
      branches.append(emission.branch)
      findings.append(emission.findings)
      emissions.append(emission)
    }
    self.record = record
    recordText = record.text
    self.branches = branches
    if let rotation = SetupStep.rotation(of: stores, in: plan.environment.name) {
      steps.append(rotation)
    }
    OneBranchPerDeployment.check(plan, branches, &findings)
    let sheet = SetupSheet(
      environment: plan.environment.name,
      deployment: plan.environment.deployments.count > 1 ? plan.deployment.name : nil,
      source: plan.environment.site.file.description,
      steps: steps
    )
    let own = [(SetupSheet.fileName, sheet.markdown), (RecordSheet.fileName, recordText)]
    for emission in emissions {
      files += emission.files
      guard let written = emission.writing?.value else { continue }
      files += written.files
      findings.append(written.findings)
    }
    FilesStayInside.check(files, &findings)
    for (name, text) in own {
      guard let text else { continue }
      let path = "\(plan.directory)/\(name)"
      files.append(GeneratedFile(path: path, contents: text, site: plan.deployment.site))
    }
  }
}

extension EnvironmentOutput {
  /// Reports the files that must not be there and are.
  fileprivate func reportRivals(where exists: (String) -> Bool, _ findings: inout Findings) {
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
