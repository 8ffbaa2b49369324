/// What Render offers and allows, as data; each table names its page and the day it was read.
package enum RenderFacts {
  /// Where a fact comes from.
  package struct Source: Sendable, Hashable {
    /// The vendor's page.
    package let page: String

    /// The day on which it was last read, as `2026-09-05`.
    package let checked: String
  }

  /// The reference of the format.
  package static let reference = Source(
    page: "https://render.com/docs/blueprint-spec",
    checked: "2026-09-05"
  )

  /// The schema of the format.
  package static let schema = Source(
    page: "https://render.com/schema/render.yaml.json",
    checked: "2026-11-23"
  )
}

// MARK: - Regions

extension RenderFacts {
  /// Where resources can run; the private network does not leave a region.
  package static let regions: [Blueprint.Region] = [
    .oregon, .ohio, .virginia, .frankfurt, .singapore,
  ]

  /// Where the list of regions comes from.
  package static let regionsSource = reference

  /// The region of a resource that names none.
  package static let standardRegion = Blueprint.Region.oregon
}

// MARK: - Runtimes

extension RenderFacts {
  /// The languages that Render builds without a Dockerfile, by the name of their runtime.
  package static let nativeRuntimes: [Blueprint.Runtime] = [
    .node, .python, .elixir, .go, .ruby, .rust,
  ]

  /// Where the list of runtimes comes from.
  package static let runtimesSource = reference
}
