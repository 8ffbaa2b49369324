import InfraKit

extension RenderRules {
  /// A variable without a text may be refused.
  enum EmptyValues: BlueprintRule {
    static let rule = Rule(
      "empty-values",
      .warning,
      "A variable has a text that is not empty: empty ones are reported to be refused.",
      RenderFacts.emptyValues
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for service in file.services {
        for case .direct(let variable) in service.envVars where variable.value == .text("") {
          file.report(
            rule,
            service.name,
            "sets '\(variable.key)' to an empty text",
            help: "leave the variable out",
            &findings
          )
        }
      }
    }
  }
}
