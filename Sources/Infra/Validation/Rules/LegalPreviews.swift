/// A preview is kept for a day at least.
enum LegalPreviews: EnvironmentRule {
  static let rule = Rule(
    "model/legal-previews",
    .error,
    "Previews are kept for one day or more."
  )

  static func check(_ environment: Environment, _ findings: inout Findings) {
    guard let days = environment.previews?.daysKept, days < 1 else { return }
    findings.report(
      rule,
      "previews of '\(environment.name)' are kept for \(days) days",
      help: "keep them for 1 day or more, or leave keptFor: out: they go with their pull request",
      at: environment.site
    )
  }
}
