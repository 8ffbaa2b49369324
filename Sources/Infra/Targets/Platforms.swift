package import InfraKit

/// The platforms that come with `infra`, with what each can say about itself.
package enum Platforms {
  /// A platform and what is known of it.
  package struct Known: Sendable {
    /// The platform.
    package let platform: Platform
    /// Every rule that its findings can come from.
    package let catalog: [Rule]
    /// What people are told about the rules, by code.
    package let explanations: [String: RuleExplanation]
    /// What it states about itself.
    package let facts: [FactRow]
  }

  /// The platforms: a new one is a line here.
  package static var all: [Known] {
    [
      known(Render.self, Render.platform, RenderRules.explanations, RenderFacts.rows),
      known(Railway.self, Railway.platform, RailwayRules.explanations, RailwayFacts.rows),
      known(Vercel.self, Vercel.platform, VercelRules.explanations, VercelFacts.rows),
      known(Compose.self, Compose.platform, ComposeRules.explanations, ComposeFacts.rows),
    ]
  }

  private static func known(
    _ target: any Target.Type,
    _ platform: Platform,
    _ explanations: [String: RuleExplanation],
    _ facts: [FactRow]
  ) -> Known {
    Known(
      platform: platform,
      catalog: target.catalog,
      explanations: explanations,
      facts: facts
    )
  }
}
