import InfraContract
import InfraKit

extension RailwayRules {
  /// nginx can say it.
  static let siteRouting = Rule(
    "railway/site-routing",
    .error,
    "nginx can serve every header, redirect and rewrite of a static site."
  )

  /// The image can be built.
  static let siteBuilds = rule(
    "site-builds",
    .error,
    "A static site says where its files lie, and is built with a runtime that has an image.",
    page: "builds/dockerfiles"
  )
}

/// Rules about static sites, which are found while their files are made.
enum RailwaySiteRules: RailwayTopic {
  static let rules = [RailwayRules.siteRouting, RailwayRules.siteBuilds]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {}
}
