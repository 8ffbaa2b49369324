import InfraKit

extension RenderRules {
  /// What is referred to is in the file, or already in the workspace.
  enum ReferencesListed: BlueprintRule {
    static let rule = Rule(
      "references-listed",
      .warning,
      "What a variable refers to is in the Blueprint: else it must be in the workspace already.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for service in file.services {
        for variable in service.envVars {
          let what: (kind: String, name: String)? =
            switch variable {
            case .direct: nil
            case .database(let variable):
              file.index.databases[variable.fromDatabase.name] == nil
                ? ("database", variable.fromDatabase.name) : nil
            case .service(let variable):
              file.index.services[variable.fromService.name] == nil
                ? ("service", variable.fromService.name) : nil
            case .group(let variables):
              file.index.groups.contains(variables.fromGroup) ? nil : ("group", variables.fromGroup)
            }
          guard let what else { continue }
          file.report(
            rule,
            service.name,
            "refers to \(what.kind) '\(what.name)', which is not in the Blueprint",
            help: "write its name as it is in the file; names differ from the description's",
            &findings
          )
        }
      }
    }
  }
}
