import InfraKit

extension RenderRules {
  /// Instances and their scaling have bounds.
  enum InstanceCounts: BlueprintRule {
    static let rule = Rule(
      "instance-counts",
      .error,
      "A service has 1 to 100 instances; scaling has a range and a target of 1 to 90 percent.",
      RenderFacts.scaling
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      let bounds = RenderFacts.instances.value
      let targets = RenderFacts.scalingTarget.value
      for case .server(let server) in file.services {
        func report(_ message: String, _ help: String) {
          file.report(rule, server.name, message, help: help, &findings)
        }
        if let count = server.numInstances, !bounds.contains(count) {
          report(
            "has \(count) instances, and Render runs \(bounds.lowerBound) to \(bounds.upperBound)",
            "take a number in between"
          )
        }
        guard let scaling = server.scaling else { continue }
        guard let least = scaling.minInstances, let most = scaling.maxInstances else {
          report("scales without minInstances and maxInstances", "set both")
          continue
        }
        if least > most || !bounds.contains(least) || !bounds.contains(most) {
          report(
            "scales from \(least) to \(most) instances",
            "take a range within \(bounds.lowerBound) to \(bounds.upperBound)"
          )
        }
        let percents = [scaling.targetCPUPercent, scaling.targetMemoryPercent].compactMap(\.self)
        if percents.isEmpty {
          report("scales by nothing", "set a target for processor or memory")
        }
        for percent in percents where !targets.contains(percent) {
          report(
            "scales at \(percent) percent",
            "aim at \(targets.lowerBound) to \(targets.upperBound) percent"
          )
        }
      }
    }
  }
}
