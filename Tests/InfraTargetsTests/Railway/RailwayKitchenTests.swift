import InfraContract
import InfraKit
import InfraTargets
import TestSupport
import Testing

extension Kitchen {
  /// The application without what Railway refuses.
  static var onRailway: Kitchen {
    var kitchen = Kitchen()
    kitchen.database.replicas = []
    kitchen.api.variables["READER_URL"] = nil
    kitchen.media.source = .dockerfile("media/Dockerfile", arguments: ["CODEC": "av1"])
    kitchen.digest.timeZone = nil
    return kitchen
  }
}

@Suite("Railway: the kitchen sink")
struct RailwayKitchenTests {
  static var output: DeploymentOutput {
    let environment = Environment(
      "prod",
      Kitchen.onRailway.application,
      on: .railway(region: .europeWest, legacyFiles: true)
    )
    return Generation([environment]).environments[0].deployments[0]
  }

  @Test("every file reads well")
  func files() throws {
    for file in Self.output.files {
      try expectGolden(file.contents, "kitchen/railway/\(file.path)")
    }
  }

  @Test("everything that Railway does not take as it is described is reported")
  func findings() throws {
    let environment = Environment("prod", Kitchen().application, on: .railway(legacyFiles: true))
    let lines = Generation([environment]).diagnostics.map { finding in
      "\(finding.severity): \(finding.message) "
        + "[\(finding.rule.code)]\n  help: \(finding.help ?? "-")\n"
    }
    try expectGolden(lines.joined(), "kitchen/railway/findings.txt")
  }
}
