import InfraKit

extension RenderRules {
  /// A group asks nobody.
  enum GroupVariables: BlueprintRule {
    static let rule = Rule(
      "group-variables",
      .error,
      "A group holds values and generated ones; Render ignores prompts in it.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for group in file.groups {
        for variable in group.envVars where variable.sync == false {
          findings.report(
            rule,
            "group '\(group.name)' asks for '\(variable.key)', which Render ignores",
            help: "ask for it in each service that reads it",
            at: file.origin
          )
        }
      }
    }
  }
}
