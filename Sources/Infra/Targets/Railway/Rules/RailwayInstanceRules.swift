import InfraContract
import InfraKit
import InfraSerialization

extension RailwayRules {
  /// Instances have a range.
  static let instanceRange = rule(
    "instance-range",
    .error,
    "A service has 1...\(RailwayFacts.instancesByRegion.value) instances in each region that it "
      + "names, and \(RailwayFacts.instances.value) in all.",
    page: "cli/scale"
  )

  /// Nothing follows the load.
  static let fixedInstances = rule(
    "fixed-instances",
    .warning,
    "The number of instances is fixed: Railway follows no load with it.",
    page: "deployments/scaling"
  )

  /// A plan is large enough.
  static let largeEnoughPlan = rule(
    "large-enough-plan",
    .error,
    "One of Railway's plans allows what a service needs.",
    page: "pricing/plans"
  )
}

/// Rules about instances and what they need.
enum RailwayInstanceRules: RailwayTopic {
  static let rules = [
    RailwayRules.instanceRange, RailwayRules.fixedInstances, RailwayRules.largeEnoughPlan,
  ]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    for service in project.part.services {
      guard let scaling = service.scaling else { continue }
      findings.report(
        RailwayRules.fixedInstances,
        "\(service.id.title) scales from \(scaling.minimum) to \(scaling.maximum), and on Railway "
          + "\(service.fixedInstances) run all the time",
        help: "set instances: to what the load needs at most, or change it by hand",
        at: service.site,
        about: service.id
      )
    }
    for service in project.services { check(service, project, &findings) }
    for need in RailwayNeed.all(of: project) where RailwayFacts.plan(for: [need]) == nil {
      findings.report(
        RailwayRules.largeEnoughPlan,
        "\(need.reason), which no plan of Railway's allows",
        help: "ask for less",
        at: need.site,
        about: need.resource
      )
    }
  }

  private static func check(
    _ service: RailwayGraph.Service,
    _ project: RailwayProject,
    _ findings: inout Findings
  ) {
    guard let deploy = service.deploy else { return }
    let (id, site) = project.origin(service.address)
    let range = 1...RailwayFacts.instancesByRegion.value
    var counts = deploy.numReplicas.map { [("", $0)] } ?? []
    for (region, config) in deploy.multiRegionConfig.entries {
      if let count = config.value?.numReplicas { counts.append((" in '\(region)'", count)) }
    }
    for (place, count) in counts where !range.contains(count) {
      findings.report(
        RailwayRules.instanceRange,
        "service '\(service.name)' has \(count) instances\(place), and Railway allows "
          + "\(range.lowerBound)...\(range.upperBound)",
        help: count < 1 ? "take the region out instead" : "ask for fewer",
        at: site,
        about: id
      )
      return
    }
    let total = counts.reduce(0) { $0 + $1.1 }
    if total > RailwayFacts.instances.value {
      findings.report(
        RailwayRules.instanceRange,
        "service '\(service.name)' has \(total) instances, and Railway allows "
          + "\(RailwayFacts.instances.value) in all",
        help: "ask for fewer",
        at: site,
        about: id
      )
    }
  }
}
