import InfraContract

/// A silenced rule has something to silence, in at least one environment.
///
/// What is left behind after a mistake was mended would hide the next one.
enum UsedExceptions {
  static let rule = Rule(
    "model/used-exceptions",
    .note,
    "Every silenced rule has a finding to silence, in at least one environment."
  )

  /// Reports the exceptions that silenced nothing, once everything else is known.
  static func check(
    _ environments: [EnvironmentOutput],
    used: Set<RuleException>,
    _ findings: inout Findings
  ) {
    let exceptions = environments.exceptions
    if exceptions.isEmpty { return }
    let catalog = RuleCatalog(environments)
    for (exception, resource) in exceptions {
      guard exception.effect == .silence, !used.contains(exception),
        KnownExceptions.fault(of: exception, catalog) == nil
      else { continue }
      // Findings that need more than the description are made elsewhere.
      if let rule = catalog[exception.code], rule.needs != .description { continue }
      findings.report(
        rule,
        "'\(exception.code)' is silenced here, and no environment has a finding of it",
        help: "remove it",
        at: exception.site,
        about: resource
      )
    }
  }
}
