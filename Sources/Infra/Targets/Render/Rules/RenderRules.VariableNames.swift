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
        var seen: Set<String> = []
        for key in service.envVars.compactMap(\.key) where !seen.insert(key).inserted {
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
