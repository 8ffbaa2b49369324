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

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      let most = RenderFacts.readReplicas.value
      for database in file.databases {
        guard let count = database.readReplicas?.count, count > most else { continue }
        file.report(
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
