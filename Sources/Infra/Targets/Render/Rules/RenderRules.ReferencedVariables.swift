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

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      let injected = Set(RenderFacts.injectedVariables.value)
      var known: [String: Set<String>] = [:]
      for service in file.services {
        for case .service(let variable) in service.envVars {
          let reference = variable.fromService
          guard let wanted = reference.envVarKey, !injected.contains(wanted),
            let keys = known[reference.name] ?? file.index.keys(of: reference.name)
          else { continue }
          known[reference.name] = keys
          if keys.contains(wanted) { continue }
          file.report(
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
