import InfraContract
import InfraKit

/// Rules of one topic, which look at a project as it will be written.
protocol RailwayTopic: SendableMetatype {
  /// The rules of the topic.
  static var rules: [Rule] { get }

  /// Reports every place where the project does not meet a demand.
  static func check(_ project: RailwayProject, _ findings: inout Findings)
}

/// The rules of Railway.
enum RailwayRules {
  /// The topics, in the order in which they are checked.
  static let topics: [any RailwayTopic.Type] = [
    RailwayFileRules.self,
    RailwayVariableRules.self,
    RailwayBuildRules.self,
    RailwaySiteRules.self,
    RailwayStartRules.self,
    RailwayInstanceRules.self,
    RailwayHealthRules.self,
    RailwayVolumeRules.self,
    RailwayEnvironmentRules.self,
    RailwayScheduleRules.self,
    RailwayPostgresRules.self,
    RailwayCacheRules.self,
    RailwayGraphRules.self,
  ]

  /// What every rule demands.
  static var catalog: [Rule] { topics.flatMap { $0.rules } + changes.map(\.rule) }

  /// Declares a rule that a page of Railway's documentation states.
  static func rule(
    _ name: String,
    _ severity: Severity,
    _ demand: String,
    page: String
  ) -> Rule {
    Rule(
      "railway/\(name)",
      severity,
      demand,
      page: page.hasPrefix("https://") ? page : "https://docs.railway.com/\(page)",
      checked: RailwayFacts.checked
    )
  }

  /// Words as a sentence lists them: `a`, `a and b`, `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
