import InfraKit

extension RenderRules {
  /// A variable of another service is one that this has.
  enum ReferencedVariables: BlueprintRule {
    static let rule = Rule(
      "referenced-variables",
      .error,
      "A variable of another service is set there, or by Render.",
      RenderFacts.reference
    )

    static func check(_ draft: BlueprintDraft, _ findings: inout Findings) {
      let index = BlueprintIndex(draft.blueprint)
      let injected = Set(RenderFacts.injectedVariables.value)
      for service in draft.blueprint.allServices {
        for case .service(let variable) in service.envVars {
          let reference = variable.fromService
          guard let wanted = reference.envVarKey, !injected.contains(wanted),
            let keys = index.keys[reference.name], !keys.contains(wanted)
          else { continue }
          draft.report(
            rule,
            service.name,
            "reads '\(variable.key)' from variable '\(wanted)' of '\(reference.name)', which does "
              + "not set it",
            help: "set it there",
            &findings
          )
        }
      }
    }
  }
}
