package import InfraKit

/// What Vercel states about itself, each with the page that says so and the day of that page.
///
/// `uncertain` in a name marks what sources contradict each other about.
package enum VercelFacts {
  /// Every fact, as reports show it.
  package static var rows: [FactRow] {
    limits + plans + regions + names + RetentionFacts.vercelRows
  }

  // The sources that several facts share.
  static let schema = Source("openapi.vercel.sh/vercel.json", "2026-05-06")
  static let routing = Source("vercel/vercel packages/routing-utils/src/schemas.ts", "2026-08-03")
  static let validation = Source(
    "vercel/vercel packages/cli/src/util/validate-config.ts",
    "2026-08-03"
  )
  static let frameworks = Source("vercel/vercel packages/frameworks", "2026-08-03")
  static let detectors = Source("vercel/vercel packages/fs-detectors", "2026-08-03")
  static let variables = Source("vercel.com/docs/environment-variables", "2026-09-17")
  static let accountLimits = Source("vercel.com/docs/limits", "2026-03-02")
  static let functions = Source("vercel.com/docs/functions/limitations", "2025-12-18")
  static let services = Source("vercel.com/docs/services/config-reference", "2026-06-30")

  /// A page and the day of its text.
  struct Source: Sendable {
    let page: String
    let date: String

    init(_ page: String, _ date: String) {
      self.page = page
      self.date = date
    }
  }
}

extension Fact {
  init(_ topic: String, _ name: String, _ value: Value, _ source: VercelFacts.Source) {
    self.init(topic, name, value, source: source.page, date: source.date)
  }
}
