import InfraKit

extension RenderRules {
  /// A disk belongs to one running instance.
  enum Disks: BlueprintRule {
    static let rule = Rule(
      "disk-single-instance",
      .error,
      "A service with a disk has one instance, and mounts it where Render allows.",
      RenderFacts.disks
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for case .server(let server) in file.services {
        guard let disk = server.disk else { continue }
        func report(_ message: String, _ help: String) {
          file.report(rule, server.name, message, help: help, &findings)
        }
        if server.scaling != nil {
          report("has a disk and scales", "remove the disk or the scaling")
        } else if let count = server.numInstances, count > 1 {
          report("has a disk and \(count) instances", "run one instance, or remove the disk")
        }
        let path = disk.mountPath
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        if !path.hasPrefix("/") {
          report("mounts its disk at '\(path)', which is not absolute", "write the whole path")
        } else if RenderFacts.forbiddenMountPaths.value.contains(trimmed) {
          report(
            "mounts its disk at '\(path)', where Render allows none",
            "mount it below, such as '\(trimmed == "/" ? "" : trimmed)/data'"
          )
        }
        if let size = disk.sizeGB, size < 1 {
          report("has a disk of \(size) GB", "take at least 1 GB")
        }
      }
    }
  }
}
