package import InfraKit

/// What Render states about itself, each with the page that says so and the day of that page.
package enum RenderFacts {
  /// Every fact, as reports show it.
  package static var rows: [FactRow] {
    words + plans + prices + limits + names + RetentionFacts.renderRows
  }

  // The sources that several facts share.
  static let reference = Source("render.com/docs/blueprint-spec", "2026-09-05")
  static let schema = Source("render.com/schema/render.yaml.json", "2026-11-23")
  static let scaling = Source("render.com/docs/scaling", "2026-08-18")
  static let disks = Source("render.com/docs/disks", "2026-09-07")
  static let postgres = Source("render.com/docs/postgresql-high-availability", "2026-09-12")
  static let replicas = Source("render.com/docs/postgresql-read-replicas", "2026-11-24")
  static let environment = Source("render.com/docs/environment-variables", "2026-08-18")
  static let free = Source("render.com/docs/free", "2026-06-02")
  static let docker = Source("render.com/docs/docker", "2026-08-18")
  static let cron = Source("render.com/docs/cronjobs", "2026-08-18")
  static let routing = Source("render.com/docs/redirects-rewrites", "2024-03-01")
  static let previews = Source("render.com/docs/preview-environments", "2026-09-09")
  static let maintenance = Source("render.com/docs/maintenance-mode", "2026-09-12")
  static let keyValue = Source("render.com/docs/key-value", "2026-09-12")
  static let legacy = Source(
    "github.com/brightbeanxyz/brightbean-studio/issues/14",
    "2026-04-01"
  )
  static let emptyValues = Source("github.com/Infisical/infisical/issues/4327", "2026-08-18")
  static let servicePreviews = Source("render.com/docs/service-previews", "2026-09-12")

  /// A page and the day of its text.
  struct Source: Sendable {
    let page: String
    let date: String

    init(_ page: String, _ date: String) {
      self.page = page
      self.date = date
    }
  }

  /// Where resources can run; the private network does not leave a region.
  static let regions = Fact<[Blueprint.Region]>(
    "names",
    "regions",
    [.oregon, .ohio, .virginia, .frankfurt, .singapore],
    reference
  )

  /// The region of a resource that names none.
  static let standardRegion = Fact<Blueprint.Region>(
    "default",
    "region",
    .oregon,
    reference
  )

  /// The languages that Render builds without a Dockerfile.
  static let nativeRuntimes = Fact<[Blueprint.Runtime]>(
    "names",
    "native runtimes",
    [.node, .python, .elixir, .go, .ruby, .rust],
    reference
  )
}

extension Fact {
  init(_ topic: String, _ name: String, _ value: Value, _ source: RenderFacts.Source) {
    self.init(topic, name, value, source: source.page, date: source.date)
  }
}
