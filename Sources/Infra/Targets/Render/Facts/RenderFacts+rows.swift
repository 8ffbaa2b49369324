import InfraKit

extension RenderFacts {
  /// The plans, as reports show them: a row each.
  static var plans: [FactRow] {
    [serverPlans, cronPlans, keyValuePlans, postgresPlans].flatMap { fact in
      fact.value.map { plan in
        FactRow(
          topic: "plan of \(fact.name)",
          name: plan.id,
          value: plan.description,
          source: fact.source,
          date: fact.date
        )
      }
    } + [list(legacyPostgresPlans, legacyPostgresPlans.value.map(\.rawValue))]
  }

  /// The words that Render knows, as reports show them.
  static var words: [FactRow] {
    [
      list(regions, regions.value.map(\.rawValue)),
      list(standardRegion, [standardRegion.value.rawValue]),
      list(nativeRuntimes, nativeRuntimes.value.map(\.rawValue)),
    ]
  }

  /// The names that Render keeps to itself, as reports show them.
  static var names: [FactRow] {
    [
      list(forbiddenMountPaths, forbiddenMountPaths.value),
      list(injectedVariables, injectedVariables.value),
    ]
  }

  private static func list(_ fact: Fact<some Sendable>, _ words: [String]) -> FactRow {
    FactRow(
      topic: fact.topic,
      name: fact.name,
      value: words.joined(separator: ", "),
      source: fact.source,
      date: fact.date
    )
  }
}
