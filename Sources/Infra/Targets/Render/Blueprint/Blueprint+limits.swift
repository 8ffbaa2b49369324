public import InfraSerialization

// Ranges and exclusions of Render's schema (render.com/schema/render.yaml.json, 2026-09).

extension Blueprint: Constrained {
  /// The numbers that are out of range, and a version that is not known.
  public var faults: [String] {
    var faults = [FormatLimits.least("previewsExpireAfterDays", previewsExpireAfterDays, 1)]
    if let version, version != "1" { faults.append("'version' is '\(version)', and '1' is known") }
    return faults.compactMap(\.self)
  }
}

extension Blueprint.Previews: Constrained {
  /// The numbers that are out of range.
  public var faults: [String] {
    [FormatLimits.least("expireAfterDays", expireAfterDays, 1)].compactMap(\.self)
  }
}

extension Blueprint.Disk: Constrained {
  /// The numbers that are out of range.
  public var faults: [String] { [FormatLimits.least("sizeGB", sizeGB, 1)].compactMap(\.self) }
}

extension Blueprint.Database: Constrained {
  /// The numbers that are out of range.
  public var faults: [String] {
    [FormatLimits.least("diskSizeGB", diskSizeGB, 1)].compactMap(\.self)
  }
}

extension Blueprint.Scaling: Constrained {
  /// The numbers that are out of range.
  public var faults: [String] {
    [
      FormatLimits.least("minInstances", minInstances, 1),
      FormatLimits.least("maxInstances", maxInstances, 1),
      FormatLimits.range("targetMemoryPercent", targetMemoryPercent, 1...90),
      FormatLimits.range("targetCPUPercent", targetCPUPercent, 1...90),
    ].compactMap(\.self)
  }
}

extension Blueprint.ServicePreviews: Constrained {
  /// The numbers that are out of range.
  public var faults: [String] {
    [FormatLimits.least("numInstances", numInstances, 1)].compactMap(\.self)
  }
}

extension Blueprint.ServerService: Constrained {
  /// The numbers that are out of range, and what a shared build source leaves no room for.
  public var faults: [String] {
    let ranges = [
      FormatLimits.least("numInstances", numInstances, 1),
      FormatLimits.range("maxShutdownDelaySeconds", maxShutdownDelaySeconds, 1...300),
    ].compactMap(\.self)
    guard buildSource != nil else {
      return ranges + (runtime == nil ? ["'runtime' is missing"] : [])
    }
    return ranges
      + FormatLimits.excludes(
        "buildSource",
        true,
        [
          ("runtime", runtime != nil), ("repo", repo != nil), ("branch", branch != nil),
          ("image", image != nil), ("registryCredential", registryCredential != nil),
          ("buildCommand", buildCommand != nil), ("buildFilter", buildFilter != nil),
          ("dockerContext", dockerContext != nil), ("dockerfilePath", dockerfilePath != nil),
          ("previews", previews != nil),
          ("pullRequestPreviewsEnabled", pullRequestPreviewsEnabled != nil),
          ("previewPlan", previewPlan != nil),
        ]
      )
  }
}

extension Blueprint.BuildSource: Constrained {
  /// That it has neither of its two kinds, or both.
  public var faults: [String] {
    if git == nil && image == nil { return ["one of 'git' and 'image' is needed"] }
    return FormatLimits.excludes("git", git != nil, [("image", image != nil)])
  }
}

extension Blueprint.GitBuild: Constrained {
  /// That it has a field of Docker builds with another runtime.
  public var faults: [String] {
    guard runtime != .docker else { return [] }
    return [
      ("baseDir", baseDir != nil), ("dockerfilePath", dockerfilePath != nil),
      ("registryCredential", registryCredential != nil),
    ]
    .filter(\.1).map { "'\($0.0)' needs the runtime 'docker', found '\(runtime.rawValue)'" }
  }
}

extension Blueprint.WorkflowService: Constrained {
  /// A runtime that workflows do not have.
  public var faults: [String] {
    [.node, .python].contains(runtime)
      ? [] : ["'runtime' is '\(runtime.rawValue)', and workflows run on node or python"]
  }
}

extension Blueprint.Service: Constrained {
  /// What is wrong with the service that it is.
  public var faults: [String] {
    switch self {
    case .server(let service): service.faults
    case .workflow(let service): service.faults
    case .site, .cron, .keyValue: []
    }
  }
}
