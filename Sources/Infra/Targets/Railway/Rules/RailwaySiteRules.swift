import InfraContract
import InfraKit

extension RailwayRules {
  /// nginx can say it.
  static let siteRouting = Rule(
    "railway/site-routing",
    .error,
    "nginx can serve every header, redirect and rewrite of a static site."
  )

  /// A process sends its own headers.
  static let serveRouting = Rule(
    "railway/serve-routing",
    .warning,
    "A site that a process serves sends its headers, redirects and rewrites by itself."
  )

  /// The image can be built.
  static let siteBuilds = rule(
    "site-builds",
    .error,
    "A static site says where its files lie, and is built with a runtime that has an image.",
    page: "builds/dockerfiles"
  )
}

/// Rules about static sites; the others are found while their files are made.
enum RailwaySiteRules: RailwayTopic {
  static let rules = [
    RailwayRules.siteRouting, RailwayRules.serveRouting, RailwayRules.siteBuilds,
  ]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    for site in project.part.sites where site.serve != nil {
      let lists = [
        ("headers", site.headers.isEmpty), ("redirects", site.redirects.isEmpty),
        ("rewrites", site.rewrites.isEmpty),
      ]
      let lost = lists.filter { !$0.1 }.map(\.0)
      if lost.isEmpty { continue }
      findings.report(
        RailwayRules.serveRouting,
        "\(site.id.title) has \(RailwayRules.list(lost)), and on Railway its own process answers "
          + "every request",
        help: "set them in the framework's configuration, or leave serve out for plain files",
        at: site.site,
        about: site.id
      )
    }
  }
}
