import InfraContract
import InfraKit
import InfraSerialization

extension RailwayRules {
  /// Names are unique.
  static let uniqueNames = rule(
    "unique-names",
    .error,
    "Services and databases share one space of names; so do volumes, buckets and groups, each kind "
      + "its own.",
    page: "infrastructure-as-code/reference"
  )

  /// Nothing that Railway makes up.
  static let noIdentifiers = rule(
    "no-identifiers",
    .error,
    "A file holds no identifier and no domain that Railway generates: another project has others.",
    page: "infrastructure-as-code/reference"
  )
}

extension RailwayRules {
  /// Defaults are left out.
  static let noDefaults = rule(
    "no-defaults",
    .warning,
    "What is Railway's default is not written: it would be planned anew, and deployed, at every "
      + "apply.",
    page: "https://github.com/railwayapp/cli/issues/1184"
  )
}

/// Rules about the project as a whole, most of which only an edit can break.
enum RailwayGraphRules: RailwayTopic {
  static let rules = [
    RailwayRules.uniqueNames, RailwayRules.noIdentifiers, RailwayRules.noDefaults,
  ]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    var seen: Set<String> = []
    for resource in project.graph.resources {
      // On Railway a database is a service.
      let kind =
        switch resource {
        case .service, .database: "service"
        case .volume: "volume"
        case .bucket: "bucket"
        case .group: "group"
        }
      if !seen.insert("\(kind).\(resource.name)").inserted {
        let (id, site) = project.origin(resource.address)
        findings.report(
          RailwayRules.uniqueNames,
          "the project has two \(kind)s called '\(resource.name)'",
          help: "give one of them another name",
          at: site,
          about: id
        )
      }
    }
    for service in project.services {
      let (id, site) = project.origin(service.address)
      let usual = defaults(in: service)
      if !usual.isEmpty {
        findings.report(
          RailwayRules.noDefaults,
          "service '\(service.name)' says \(RailwayRules.list(usual)), which Railway does anyway",
          help: "leave it out",
          at: site,
          about: id
        )
      }
      for found in generated(in: service) {
        findings.report(
          RailwayRules.noIdentifiers,
          "service '\(service.name)' holds \(found), which is Railway's and not yours to write",
          help: "remove it: Railway knows it",
          at: site,
          about: id
        )
      }
    }
  }

  private static func defaults(in service: RailwayGraph.Service) -> [String] {
    var found: [String] = []
    let deploy = service.deploy
    // A ready image has no builder at all, and a rule that says so.
    if service.build?.builder == .railpack, service.kind != .dockerImage {
      found.append("the builder RAILPACK")
    }
    if deploy?.restartPolicyType == .onFailure { found.append("the restart policy ON_FAILURE") }
    if deploy?.restartPolicyMaxRetries == Double(RailwayFacts.restarts.value) {
      found.append("\(RailwayFacts.restarts.value) restarts")
    }
    if deploy?.healthcheckTimeout == Double(RailwayFacts.healthcheckSeconds.value) {
      found.append("\(RailwayFacts.healthcheckSeconds.value) s for a health check")
    }
    if deploy?.numReplicas == 1 { found.append("1 instance") }
    if deploy?.sleepApplication == false { found.append("that it does not sleep") }
    return found
  }

  private static func generated(in service: RailwayGraph.Service) -> [String] {
    var found: [String] = []
    if let name = service.networking?.serviceDomains.keys.first {
      found.append("the generated domain '\(name)'")
    }
    if let name = service.networking?.customDomains.keys.first(where: {
      $0.hasSuffix(".up.railway.app") || $0.hasSuffix(".railway.internal")
    }) {
      found.append("the generated domain '\(name)'")
    }
    if let id = service.volumeMounts.keys.first { found.append("the volume identifier '\(id)'") }
    if let id = service.parentServiceId { found.append("the service identifier '\(id)'") }
    return found
  }
}
