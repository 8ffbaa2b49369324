import InfraContract

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
