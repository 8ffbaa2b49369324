import InfraContract
import InfraKit

extension RailwayRules {
  /// nginx can say it.
  static let siteRouting = Rule(
    "railway/site-routing",
    .error,
    "nginx can serve every header, redirect and rewrite of a static site."
  )

  /// Everybody reaches what is public.
  static let openAddresses = Rule(
    "railway/open-addresses",
    .warning,
    "What is public can be reached from every address."
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
    RailwayRules.openAddresses,
  ]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    for service in project.part.services where !service.allowedAddresses.isEmpty {
      reportOpen(service, service.allowedAddresses, &findings)
    }
    for site in project.part.sites where !site.allowedAddresses.isEmpty {
      reportOpen(site, site.allowedAddresses, &findings)
    }
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

  private static func reportOpen(
    _ resource: some Resource,
    _ ranges: [AddressRange],
    _ findings: inout Findings
  ) {
    findings.report(
      RailwayRules.openAddresses,
      "\(resource.id.title) may be reached from \(ranges.map(\.cidr).joined(separator: ", ")) only, "
        + "and Railway lets every address in",
      help: "put a proxy that keeps others out before it, or let another target host it",
      at: resource.site,
      about: resource.id
    )
  }
}
