import InfraKit

extension RenderRules {
  /// A database has a handful of copies.
  enum ReplicaLimit: BlueprintRule {
    static let rule = Rule(
      "replica-limit",
      .error,
      "A database has at most five read replicas.",
      RenderFacts.reference
    )

    static func check(_ draft: BlueprintDraft, _ findings: inout Findings) {
      let most = RenderFacts.readReplicas.value
      for database in draft.blueprint.allDatabases {
        guard let count = database.readReplicas?.count, count > most else { continue }
        draft.report(
          rule,
          database.name,
          "has \(count) read replicas, and Render allows \(most)",
          help: "keep \(most)",
          &findings
        )
      }
    }
  }
}
