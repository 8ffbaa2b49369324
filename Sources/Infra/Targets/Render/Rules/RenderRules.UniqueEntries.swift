import InfraKit

extension RenderRules {
  /// A name is an identity at Render, so no two entries share one.
  enum UniqueEntries: BlueprintRule {
    static let rule = Rule(
      "unique-entries",
      .error,
      "Every resource of a Blueprint has a name of its own.",
      RenderFacts.reference
    )

    static func check(_ draft: BlueprintDraft, _ findings: inout Findings) {
      let databases = draft.blueprint.allDatabases
      let names =
        draft.blueprint.allServices.map(\.name) + databases.map(\.name)
        + databases.flatMap { $0.readReplicas ?? [] }.map(\.name)
      report(names, "resources", draft, &findings)
      report(draft.blueprint.allGroups.map(\.name), "groups of variables", draft, &findings)
      report(draft.blueprint.allBuildSources.map(\.name), "build sources", draft, &findings)
    }

    private static func report(
      _ names: [String],
      _ what: String,
      _ draft: BlueprintDraft,
      _ findings: inout Findings
    ) {
      var counts: [String: Int] = [:]
      for name in names {
        counts[name, default: 0] += 1
        guard counts[name] == 2 else { continue }
        findings.report(
          rule,
          "two \(what) of the Blueprint are called '\(name)'",
          help: "rename one, or choose another naming: for Render",
          at: draft.site(name),
          about: draft.origins[name]?.resource
        )
      }
    }
  }
}
