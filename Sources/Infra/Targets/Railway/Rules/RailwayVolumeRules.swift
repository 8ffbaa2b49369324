import InfraContract
import InfraKit
import InfraSerialization

extension RailwayRules {
  /// One disk.
  static let oneVolume = rule(
    "one-volume",
    .error,
    "A service has \(RailwayFacts.volumesByService.value) volume at most.",
    page: "volumes/reference"
  )

  /// One instance beside a disk.
  static let volumeSingleInstance = rule(
    "volume-single-instance",
    .error,
    "A service with a volume has \(RailwayFacts.instancesWithVolume.value) instance.",
    page: "volumes/reference"
  )

  /// No disk before a deploy.
  static let volumeAtRelease = rule(
    "volume-at-release",
    .warning,
    "A release command uses no volume: it runs in a container without it.",
    page: "deployments/pre-deploy-command"
  )

  /// A stop at each deploy.
  static let volumeDowntime = rule(
    "volume-downtime",
    .note,
    "A service with a volume stops for a moment at every deploy.",
    page: "volumes/reference"
  )
}

/// Rules about disks.
enum RailwayVolumeRules: RailwayTopic {
  static let rules = [
    RailwayRules.oneVolume, RailwayRules.volumeSingleInstance, RailwayRules.volumeAtRelease,
    RailwayRules.volumeDowntime,
  ]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    for service in project.services {
      let count = service.volumeAttachments.count + service.volumeMounts.count
      if count == 0 { continue }
      let (id, site) = project.origin(service.address)
      func report(_ rule: Rule, _ message: String, _ help: String) {
        findings.report(
          rule,
          "service '\(service.name)' \(message)",
          help: help,
          at: site,
          about: id
        )
      }
      if count > RailwayFacts.volumesByService.value {
        report(
          RailwayRules.oneVolume,
          "has \(count) volumes, and Railway attaches \(RailwayFacts.volumesByService.value)",
          "keep both in folders of one volume"
        )
      }
      let instances = service.instances
      if instances > RailwayFacts.instancesWithVolume.value {
        report(
          RailwayRules.volumeSingleInstance,
          "has a volume and \(instances) instances, and Railway allows one with a volume",
          "run one instance, or keep the files elsewhere"
        )
      }
      if service.deploy?.preDeployCommand.isEmpty == false {
        report(
          RailwayRules.volumeAtRelease,
          "has a volume and a release command, which runs without the volume",
          "do in the start command what needs the files"
        )
      }
      report(
        RailwayRules.volumeDowntime,
        "has a volume, so every deploy stops it for a moment",
        "keep the files in object storage if it must not stop"
      )
    }
  }
}

extension RailwayGraph.Service {
  /// The number of instances in all regions.
  var instances: Int {
    guard let deploy else { return 1 }
    if deploy.multiRegionConfig.isEmpty { return deploy.numReplicas ?? 1 }
    return deploy.multiRegionConfig.values.reduce(0) { sum, region in
      sum + (region.value.map { $0.numReplicas ?? 1 } ?? 0)
    }
  }
}
