import InfraKit

extension RenderRules {
  /// A disk is in one place at a time, also while a new version starts.
  enum DiskDowntime: BlueprintRule {
    static let rule = Rule(
      "disk-downtime",
      .note,
      "A service with a disk stops for a moment at every deploy.",
      RenderFacts.disks
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for case .server(let server) in file.services where server.disk != nil {
        file.report(
          rule,
          server.name,
          "has a disk, so every deploy stops it for a moment",
          help: "keep the files in object storage if it must not stop",
          &findings
        )
      }
    }
  }

  /// What runs before a deploy runs without the disk.
  enum DiskAtRelease: BlueprintRule {
    static let rule = Rule(
      "disk-at-release",
      .warning,
      "A release command uses no disk: it runs on a machine without it.",
      RenderFacts.disks
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for case .server(let server) in file.services
      where server.disk != nil && server.preDeployCommand != nil {
        file.report(
          rule,
          server.name,
          "has a disk and a release command, which runs without the disk",
          help: "do in the start command what needs the files",
          &findings
        )
      }
    }
  }
}
