import InfraKit

extension RenderRules {
  /// A variable comes from one place.
  enum VariableSources: BlueprintRule {
    static let rule = Rule(
      "variable-sources",
      .error,
      "A variable is written, generated, asked for or referred to, exactly one of these.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for service in file.services {
        for case .direct(let variable) in service.envVars {
          guard let fault = fault(of: variable) else { continue }
          file.report(
            rule,
            service.name,
            "sets '\(variable.key)' \(fault)",
            help: "use .value, .generated or .secret",
            &findings
          )
        }
      }
      for group in file.groups {
        for variable in group.envVars where variable.sync != false {
          guard let fault = fault(of: variable) else { continue }
          findings.report(
            rule,
            "group '\(group.name)' sets '\(variable.key)' \(fault)",
            help: "use .value or .generated",
            at: file.origin
          )
        }
      }
    }

    private static func fault(of variable: Blueprint.DirectVariable) -> String? {
      switch (variable.value, variable.generateValue, variable.sync) {
      case (_?, nil, nil), (nil, true?, nil), (nil, nil, false?): return nil
      default: break
      }
      let sources = [
        variable.value != nil ? "a value" : nil,
        variable.generateValue == true ? "a generated value" : nil,
        variable.sync == false ? "a prompt" : nil,
      ].compactMap(\.self)
      if sources.count == 1 { return nil }
      return sources.isEmpty ? "to nothing" : "to " + sources.joined(separator: " and ")
    }
  }
}
