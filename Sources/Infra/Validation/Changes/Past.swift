/// The records of an earlier revision, by path.
package struct Past: Sendable {
  private let texts: [String: String]

  /// Takes the texts of the files that the revision has.
  package init(_ texts: [String: String]) {
    self.texts = texts
  }

  /// The paths that may hold what concerns some environments.
  package static func paths(of environments: [Environment]) -> [String] {
    environments.flatMap { environment in
      environment.deployments.flatMap { candidates(environment, $0) }
    }
  }

  /// The record of a deployment: at its own place, else where it lay while the environment had
  /// another number of deployments.
  func text(_ environment: Environment, _ deployment: Deployment) -> String? {
    Self.candidates(environment, deployment).lazy.compactMap { texts[$0] }.first
  }

  private static func candidates(_ environment: Environment, _ deployment: Deployment) -> [String] {
    let alone = "generated/\(environment.name)/\(RecordSheet.fileName)"
    let among = "generated/\(environment.name)/\(deployment.name)/\(RecordSheet.fileName)"
    return environment.deployments.count == 1 ? [alone, among] : [among, alone]
  }
}

extension EnvironmentOutput {
  /// Reports what changed since an earlier revision.
  func compare(with past: Past, _ findings: inout Findings) {
    for deployment in deployments {
      let plan = deployment.plan.deployment
      guard let before = past.text(environment, plan),
        before != deployment.recordText
      else { continue }
      for part in deployment.record.parts {
        let target = plan.targets[part.target]
        ChangeComparison(target, at: plan.site(of: target)).check(
          RecordSheet.entries(of: part.platform, in: before),
          part.entries,
          &findings
        )
      }
    }
  }
}
