/// The rules that an environment's author raised or silenced, and where.
struct Exceptions {
  private var byResource: [ResourceID: [RuleException]] = [:]
  private var byTarget: [(plan: Plan, target: Int, rules: [RuleException])] = []

  /// Gathers the exceptions of all resources and targets.
  init(_ output: EnvironmentOutput) {
    for application in output.environment.variants.map(\.application) {
      add(application.services)
      add(application.sites)
      add(application.jobs)
      add(application.databases)
      add(application.caches)
    }
    for plan in output.deployments.map(\.plan) {
      for (index, target) in plan.deployment.targets.enumerated() where !target.rules.isEmpty {
        byTarget.append((plan, index, target.rules))
      }
    }
  }

  private mutating func add(_ resources: [some Resource]) {
    for index in resources.indices where !resources[index].rules.isEmpty {
      byResource[resources[index].id, default: []] += resources[index].rules
    }
  }

  /// The findings as the author's exceptions leave them.
  func judge(
    _ diagnostics: [Diagnostic],
    in environment: String
  ) -> (diagnostics: [Diagnostic], silenced: [SilencedFinding]) {
    Self.judge(
      diagnostics.map { finding in
        var finding = finding
        finding.environments = [environment]
        return finding
      },
      by: exception(for:)
    )
  }

  /// The findings about several environments together, as the exceptions of each leave them.
  static func judge(
    _ diagnostics: [Diagnostic],
    of environments: [EnvironmentOutput]
  ) -> (diagnostics: [Diagnostic], silenced: [SilencedFinding]) {
    if diagnostics.isEmpty { return ([], []) }
    let exceptions = environments.map(Exceptions.init)
    return judge(diagnostics) { finding in
      exceptions.lazy.compactMap { $0.exception(forShared: finding) }.first
    }
  }

  private static func judge(
    _ diagnostics: [Diagnostic],
    by exception: (Diagnostic) -> RuleException?
  ) -> (diagnostics: [Diagnostic], silenced: [SilencedFinding]) {
    var kept: [Diagnostic] = []
    kept.reserveCapacity(diagnostics.count)
    var silenced: [SilencedFinding] = []
    for diagnostic in diagnostics {
      guard let exception = exception(diagnostic) else {
        kept.append(diagnostic)
        continue
      }
      switch exception.effect {
      case .raise:
        var raised = diagnostic
        raised.severity = .error
        kept.append(raised)
      case .silence where !diagnostic.rule.canBeSilenced:
        kept.append(diagnostic)
      case .silence:
        silenced.append(SilencedFinding(diagnostic: diagnostic, exception: exception))
      }
    }
    return (kept, silenced)
  }

  /// The exception that holds for a finding: that of its resource, else that of a target.
  ///
  /// A target speaks for what it hosts, and for findings that are about no resource.
  private func exception(for diagnostic: Diagnostic) -> RuleException? {
    let code = diagnostic.rule.code
    if let id = diagnostic.resource,
      let own = byResource[id]?.first(where: { $0.code == code })
    {
      return own
    }
    for (plan, target, rules) in byTarget {
      guard let exception = rules.first(where: { $0.code == code }) else { continue }
      guard let id = diagnostic.resource, let place = plan.place(id) else { return exception }
      if place.target == target { return exception }
    }
    return nil
  }

  /// The exception that holds for a finding about several environments: that of its resource, or of
  /// the target on whose line it is.
  private func exception(forShared diagnostic: Diagnostic) -> RuleException? {
    let code = diagnostic.rule.code
    if let id = diagnostic.resource,
      let own = byResource[id]?.first(where: { $0.code == code })
    {
      return own
    }
    for (plan, target, rules) in byTarget {
      let deployment = plan.deployment
      guard deployment.site(of: deployment.targets[target]) == diagnostic.site else { continue }
      if let exception = rules.first(where: { $0.code == code }) { return exception }
    }
    return nil
  }
}

/// A finding that an author silenced, with the reason.
package struct SilencedFinding: Sendable, Hashable {
  /// The finding.
  package let diagnostic: Diagnostic

  /// The exception that silenced it.
  package let exception: RuleException
}
