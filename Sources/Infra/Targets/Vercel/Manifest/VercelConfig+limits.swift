import InfraKit
public import InfraSerialization

// What validateConfig() and the schemas of routing-utils refuse
// (github.com/vercel/vercel, packages/cli and packages/routing-utils, 2026-08-03).

extension VercelConfig: Constrained {
  /// Fields that exclude each other, and lists and texts that are too short or too long.
  public var faults: [String] { exclusions + counts + lengths + words }

  /// A project's framework is one of a closed list; a service's may be any word.
  private var words: [String] {
    guard let framework = framework?.value, !VercelFramework.ofProjects.contains(framework) else {
      return []
    }
    let allowed = VercelFramework.ofProjects.map(\.rawValue).joined(separator: ", ")
    return ["framework: '\(framework.rawValue)' is not one of \(allowed)"]
  }

  private var exclusions: [String] {
    let isBuilding: [(name: String, isThere: Bool)] = [
      ("functions", functions != nil), ("builds", builds != nil),
    ]
    var faults = FormatLimits.excludes("functions", functions != nil, [("builds", builds != nil)])
    faults += FormatLimits.excludes("proxy", proxy != nil, [("builds", builds != nil)])
    faults += FormatLimits.excludes(
      "experimentalServices",
      experimentalServices != nil,
      isBuilding
    )
    faults += FormatLimits.excludes(
      "services",
      services != nil,
      isBuilding + [
        ("experimentalServicesV2", experimentalServicesV2 != nil),
        ("experimentalServices", experimentalServices != nil),
      ] + ofProjects
    )
    faults += FormatLimits.excludes(
      "experimentalServicesV2",
      experimentalServicesV2 != nil,
      isBuilding + [("experimentalServices", experimentalServices != nil)] + ofProjects
    )
    faults += FormatLimits.excludes(
      "routes",
      routes != nil,
      [
        ("rewrites", rewrites != nil), ("redirects", redirects != nil),
        ("headers", headers != nil), ("cleanUrls", cleanUrls != nil),
        ("trailingSlash", trailingSlash != nil),
      ]
    )
    if experimentalServiceGroups != nil, experimentalServices == nil {
      faults.append("'experimentalServiceGroups' needs 'experimentalServices'")
    }
    return faults
  }

  /// The settings of a project with one build, which services have each for themselves; null is no
  /// setting.
  private var ofProjects: [(name: String, isThere: Bool)] {
    [
      ("framework", framework?.value != nil), ("buildCommand", buildCommand?.value != nil),
      ("installCommand", installCommand?.value != nil), ("devCommand", devCommand?.value != nil),
      ("ignoreCommand", ignoreCommand?.value != nil),
      ("outputDirectory", outputDirectory?.value != nil),
    ]
  }

  private var counts: [String] {
    [
      FormatLimits.count("builds", builds?.count, 0...128),
      FormatLimits.count("crons", crons?.count, 0...100),
      FormatLimits.count("env", env?.count, 0...1000),
      FormatLimits.count("functionFailoverRegions", functionFailoverRegions?.count, 1...4),
      FormatLimits.count("functions", functions?.count, 1...50),
      FormatLimits.count("headers", headers?.count, 0...2048),
      FormatLimits.count("passiveRegions", passiveRegions?.count, 1...4),
      FormatLimits.count("redirects", redirects?.count, 0...2048),
      FormatLimits.count("regions", regions?.count, 1...1000),
      FormatLimits.count("relatedProjects", relatedProjects?.count, 0...10),
      FormatLimits.count("rewrites", rewrites?.count, 0...2048),
      FormatLimits.count("schedules", schedules?.count, 0...100),
      FormatLimits.count("services", services?.count, 1...Int.max),
      FormatLimits.count("wildcard", wildcard?.count, 1...25),
      FormatLimits.range("version", version, 2...2),
    ].compactMap(\.self)
  }

  private var lengths: [String] {
    let short = 0...VercelFacts.commandLength.value
    return [
      FormatLimits.length("buildCommand", buildCommand?.value, short),
      FormatLimits.length("devCommand", devCommand?.value, short),
      FormatLimits.length("ignoreCommand", ignoreCommand?.value, short),
      FormatLimits.length("installCommand", installCommand?.value, short),
      FormatLimits.length("outputDirectory", outputDirectory?.value, short),
      FormatLimits.length("bulkRedirectsPath", bulkRedirectsPath?.value, 0...256),
    ].compactMap(\.self)
  }
}

extension VercelConfig.Redirect: Constrained {
  /// Two ways to say the status, or a status that is none.
  public var faults: [String] {
    FormatLimits.excludes("permanent", permanent != nil, [("statusCode", statusCode != nil)])
      + [
        FormatLimits.range("statusCode", statusCode, 100...999),
        FormatLimits.length("source", source, 0...4096),
        FormatLimits.length("destination", destination, 0...4096),
        FormatLimits.count("has", has?.count, 0...16),
        FormatLimits.count("missing", missing?.count, 0...16),
      ].compactMap(\.self)
  }
}

extension VercelConfig.Rewrite: Constrained {
  /// A status that is none, and what is too long.
  public var faults: [String] {
    [
      FormatLimits.range("statusCode", statusCode, 100...999),
      FormatLimits.length("source", source, 0...4096),
      FormatLimits.length("destination", destination.left, 0...4096),
      FormatLimits.count("has", has?.count, 0...16),
      FormatLimits.count("missing", missing?.count, 0...16),
    ].compactMap(\.self)
  }
}

extension VercelConfig.HeaderRule: Constrained {
  /// What is too long.
  public var faults: [String] {
    [
      FormatLimits.length("source", source, 0...4096),
      FormatLimits.count("headers", headers?.count, 0...1024),
      FormatLimits.count("has", has?.count, 0...16),
      FormatLimits.count("missing", missing?.count, 0...16),
    ].compactMap(\.self)
  }
}

extension VercelConfig.Header: Constrained {
  /// What is too long.
  public var faults: [String] {
    [
      FormatLimits.length("key", key, 0...4096),
      FormatLimits.length("value", value, 0...32_768),
    ].compactMap(\.self)
  }
}

extension VercelConfig.Route: Constrained {
  /// Two spellings of one thing, and a status that is none.
  public var faults: [String] {
    FormatLimits.excludes("src", src != nil, [("source", source != nil)])
      + FormatLimits.excludes("dest", dest != nil, [("destination", destination != nil)])
      + FormatLimits.excludes("status", status != nil, [("statusCode", statusCode != nil)])
      + [
        FormatLimits.range("status", status, 100...999),
        FormatLimits.range("statusCode", statusCode, 100...999),
        FormatLimits.count("headers", headers?.count, 1...100),
        FormatLimits.count("methods", methods?.count, 0...10),
        FormatLimits.count("has", has?.count, 0...16),
        FormatLimits.count("missing", missing?.count, 0...16),
      ].compactMap(\.self)
  }
}

extension VercelConfig.Cron: Constrained {
  /// A schedule or a path that cannot be one.
  public var faults: [String] {
    [
      FormatLimits.length("schedule", schedule, 9...256),
      FormatLimits.length("path", path, 1...512),
      path.utf8.first == UInt8(ascii: "/") ? nil : "'path' does not start with '/'",
    ].compactMap(\.self)
  }
}

extension VercelConfig.Function: Constrained {
  /// Numbers that are out of range, and what is too long.
  public var faults: [String] {
    [
      FormatLimits.range("memory", memory, 128...10_240),
      FormatLimits.range("maxDuration", maxDuration?.left, 1...1800),
      FormatLimits.least("maxConcurrency", maxConcurrency, 1),
      FormatLimits.length("includeFiles", includeFiles, 0...256),
      FormatLimits.length("excludeFiles", excludeFiles, 0...256),
      FormatLimits.length("runtime", runtime, 0...256),
      FormatLimits.count("regions", regions?.count, 1...1000),
      FormatLimits.count("functionFailoverRegions", functionFailoverRegions?.count, 0...4),
    ].compactMap(\.self)
  }
}

extension VercelConfig.Images: Constrained {
  /// Numbers that are out of range, and lists that are too short or too long.
  public var faults: [String] {
    [
      FormatLimits.count("sizes", sizes.count, 1...50),
      FormatLimits.count("domains", domains?.count, 0...50),
      FormatLimits.count("formats", formats?.count, 1...4),
      FormatLimits.count("localPatterns", localPatterns?.count, 0...25),
      FormatLimits.count("remotePatterns", remotePatterns?.count, 0...50),
      FormatLimits.count("qualities", qualities?.count, 1...20),
      FormatLimits.range("minimumCacheTTL", minimumCacheTTL, 1...315_360_000),
      FormatLimits.length("contentSecurityPolicy", contentSecurityPolicy, 1...256),
    ].compactMap(\.self)
      + (qualities ?? []).compactMap { FormatLimits.range("qualities", $0, 1...100) }
  }
}
