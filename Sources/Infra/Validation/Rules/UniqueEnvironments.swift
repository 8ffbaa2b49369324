/// Environments have names of their own.
///
/// Illegal names, such as those with capital letters, have a finding of their own.
enum UniqueEnvironments: WorkspaceRule {
  static let rule = Rule(
    "model/unique-environments",
    .error,
    "Every environment has a name of its own."
  )

  // Two of one name write the same files and keep secrets in the same places.
  static let isStructural = true

  static func check(_ environments: [EnvironmentOutput], _ findings: inout Findings) {
    var first: [String: Environment] = [:]
    for environment in environments.map(\.environment) {
      guard let earlier = first.updateValue(environment, forKey: environment.name) else { continue }
      first[environment.name] = earlier
      if !Label.isLegal(environment.name) { continue }
      findings.report(
        rule,
        "two environments are called '\(environment.name)'"
          + (earlier.site == environment.site ? "" : ", the first at \(earlier.site)"),
        help: "rename one of them, or list it once",
        at: environment.site
      )
    }
  }
}
