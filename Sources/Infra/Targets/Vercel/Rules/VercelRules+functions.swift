import InfraKit
import InfraSerialization

extension VercelRules {
  static let functionRules = [
    functionsAlone, functionMemory, maxDuration, regionCount, knownRegions, failoverRegions,
  ]

  static let functionsAlone = VercelRule(
    "functions-alone",
    .error,
    "Settings of functions stand without builds and services.",
    VercelFacts.commandLineChecks
  ) { project, report in
    guard project.config.functions != nil else { return }
    if project.config.builds != nil {
      report(
        "'\(project.path)' has functions together with builds",
        "remove builds"
      )
    }
    if project.config.services != nil {
      report(
        "'\(project.path)' has functions together with services",
        "move them into the service"
      )
    }
  }

  static let functionMemory = VercelRule(
    "function-memory",
    .warning,
    "Memory of functions is a setting of the project, unless Fluid is off.",
    VercelFacts.configuration
  ) { project, report in
    if project.config.fluid?.value == false { return }
    for (glob, function) in project.config.functions?.entries ?? [] {
      guard let memory = function.memory else { continue }
      report(
        "functions '\(glob)' ask for \(Wording.number(memory)) MB, which has no effect under Fluid",
        "set it in the dashboard under Functions, or set fluid = false"
      )
    }
  }

  static let maxDuration = VercelRule(
    "max-duration",
    .error,
    "A function runs no longer than the plan allows.",
    VercelFacts.functions
  ) { project, report in
    guard let most = VercelFacts.facts(of: project.plan)?.maxDuration.value else { return }
    for (glob, function) in project.config.functions?.entries ?? [] {
      guard case .left(let seconds)? = function.maxDuration else { continue }
      if seconds > most {
        report(
          "functions '\(glob)' may run \(seconds) seconds, and plan '\(project.plan.rawValue)' "
            + "allows \(most)",
          "ask for at most \(most), or name another plan:"
        )
      } else if seconds < 1 {
        report("functions '\(glob)' may run \(seconds) seconds", "ask for at least 1")
      }
    }
  }

  static let regionCount = VercelRule(
    "region-count",
    .error,
    "Functions run in no more regions than the plan allows.",
    VercelFacts.configuration
  ) { project, report in
    guard let most = VercelFacts.facts(of: project.plan)?.functionRegions?.value else { return }
    for (place, regions) in project.config.regionLists where regions.count > most {
      report(
        "\(place) of '\(project.path)' names \(regions.count) regions, and plan "
          + "'\(project.plan.rawValue)' allows \(most)",
        "name \(most), or another plan:"
      )
    }
  }

  static let knownRegions = VercelRule(
    "known-regions",
    .warning,
    "A region is one that Vercel has.",
    VercelFacts.Source("vercel.com/docs/regions", "2026-09-22")
  ) { project, report in
    let failover = ("functionFailoverRegions", project.config.functionFailoverRegions ?? [])
    for (place, regions) in project.config.regionLists + [failover] {
      for region in regions where !VercelFacts.isKnown(region) {
        report(
          "\(place) of '\(project.path)' names region '\(region.rawValue)', which is not known here",
          "use one of " + VercelFacts.knownRegions.map(\.value.rawValue).joined(separator: ", ")
        )
      }
    }
  }

  static let failoverRegions = VercelRule(
    "failover-regions",
    .error,
    "Regions that take over are a matter of Enterprise, and at most four.",
    VercelFacts.configuration
  ) { project, report in
    let config = project.config
    let all =
      [config.functionFailoverRegions, config.passiveRegions]
      + (config.functions?.entries ?? []).map(\.value.functionFailoverRegions)
    for regions in all.compactMap(\.self) where !regions.isEmpty {
      if VercelFacts.facts(of: project.plan)?.failoverRegions.value == false {
        report(
          "'\(project.path)' names failover regions, which plan '\(project.plan.rawValue)' lacks",
          "remove them, or write plan: .enterprise"
        )
      } else if regions.count > VercelFacts.failoverRegions.value {
        report(
          "'\(project.path)' names \(regions.count) failover regions, and Vercel takes "
            + "\(VercelFacts.failoverRegions.value)",
          "name fewer"
        )
      }
    }
  }
}

extension VercelConfig {
  /// Every list of regions, with the key that holds it.
  fileprivate var regionLists: [(String, [VercelRegion])] {
    [("regions", regions ?? [])]
      + (functions?.entries ?? []).map { ("functions '\($0.key)'", $0.value.regions ?? []) }
  }
}
