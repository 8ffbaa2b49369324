import InfraContract
import InfraKit

extension RenderRules {
  /// A copy needs room, and a database that can feed it.
  enum ReplicaNeeds: BlueprintRule {
    static let rule = Rule(
      "replica-needs",
      .error,
      "A database with read replicas has at least 1 GB of memory and 10 GB of disk.",
      RenderFacts.replicas
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      let least = RenderFacts.replicaStorageGB.value
      for database in file.databases
      where !(database.readReplicas ?? []).isEmpty && database.plan != .free {
        if isSmall(database.plan) {
          file.report(
            rule,
            database.name,
            "has read replicas and plan '\(database.plan?.rawValue ?? "0.1c-256mb")' of less than "
              + "1 GB",
            help: "take '0.5c-1g' or larger",
            &findings
          )
        }
        if let size = database.diskSizeGB, size < least {
          file.report(
            rule,
            database.name,
            "has read replicas and diskSizeGB \(size)",
            help: "take \(least) or more",
            &findings
          )
        }
      }
    }

    private static func isSmall(_ plan: Blueprint.PostgresPlan?) -> Bool {
      guard let plan else { return true }
      if RenderFacts.olderPlansWithoutReplicas.contains(plan) { return true }
      let known = RenderFacts.postgresPlans.value.first { $0.id == plan.rawValue }
      return known.map { $0.memory < RenderFacts.replicaMemory.value } ?? false
    }
  }
}
