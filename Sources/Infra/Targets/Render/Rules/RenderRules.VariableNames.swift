import InfraKit

extension RenderRules {
  /// A variable is set once.
  enum VariableNames: BlueprintRule {
    static let rule = Rule(
      "variable-names",
      .error,
      "A service sets each variable once.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for service in file.services {
        let variables = service.envVars
        var seen = SeenNames(capacity: variables.count)
        for variable in variables {
          guard let key = variable.key, !seen.insert(key) else { continue }
          file.report(
            rule,
            service.name,
            "sets '\(key)' twice",
            help: "remove one of the two",
            &findings
          )
        }
      }
    }
  }
}
