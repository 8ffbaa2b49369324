/// The rules that an environment's author raised or silenced, and where.
struct Exceptions {
  private var byResource: [ResourceID: [RuleException]] = [:]
  private var byTarget: [RuleException] = []

  /// Gathers the exceptions of all resources and targets.
  init(_ environment: Environment) {
    for resource in environment.application.resources where !resource.rules.isEmpty {
      byResource[resource.id] = resource.rules
    }
    byTarget = environment.deployments.flatMap(\.targets).flatMap(\.rules)
  }

  /// The findings as the author's exceptions leave them.
  func judge(
    _ diagnostics: [Diagnostic],
    in environment: String
  ) -> (diagnostics: [Diagnostic], silenced: [SilencedFinding]) {
    var kept: [Diagnostic] = []
    var silenced: [SilencedFinding] = []
    for diagnostic in diagnostics {
      var diagnostic = diagnostic
      diagnostic.environment = environment
      let own = diagnostic.resource.flatMap { byResource[$0] } ?? []
      guard let exception = (own + byTarget).first(where: { $0.code == diagnostic.rule.code })
      else {
        kept.append(diagnostic)
        continue
      }
      switch exception.effect {
      case .raise:
        diagnostic.severity = .error
        kept.append(diagnostic)
      case .silence where diagnostic.severity == .error:
        kept.append(diagnostic)
      case .silence:
        silenced.append(SilencedFinding(diagnostic: diagnostic, exception: exception))
      }
    }
    return (kept, silenced)
  }
}

/// A finding that an author silenced, with the reason.
package struct SilencedFinding: Sendable, Hashable {
  /// The finding.
  package let diagnostic: Diagnostic

  /// The exception that silenced it.
  package let exception: RuleException
}
