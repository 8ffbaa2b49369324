import InfraContract
import InfraKit

extension RailwayRules {
  /// What is edited is hosted here.
  static let hostedEdits = Rule(
    "railway/hosted-edits",
    .error,
    "What an edit names is hosted by Railway in that deployment."
  )

  /// `at:` stays inside the repository.
  static let insidePaths = Rule(
    "railway/inside-paths",
    .error,
    "The place of railway.ts lies inside the repository and has an extension that Railway reads."
  )

  /// A file can hold all values.
  static let writableValues = Rule(
    "railway/writable-values",
    .error,
    "Every value of a manifest has a form that its file can hold."
  )

  /// `railway.json` has an end.
  static let configDeprecated = rule(
    "config-deprecated",
    .warning,
    "A railway.json is for services that have one already, and until "
      + "\(RailwayFacts.configFileCutoff.day) only.",
    page: "config-as-code"
  )

  /// A service has one owner.
  static let soleOwner = rule(
    "sole-owner",
    .error,
    "A service in railway.ts names no railway.json of its own.",
    page: "infrastructure-as-code"
  )
}

/// Rules about the files that are written.
enum RailwayFileRules: RailwayTopic {
  static let rules = [
    RailwayRules.hostedEdits, RailwayRules.insidePaths, RailwayRules.writableValues,
    RailwayRules.configDeprecated, RailwayRules.soleOwner,
  ]

  /// The extensions that the command line evaluates as TypeScript or JavaScript.
  private static let extensions = [".ts", ".mts", ".js", ".mjs"]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    let target = project.target
    if let path = target.path {
      if let fault = RelativePath.fault(path) {
        findings.report(
          RailwayRules.insidePaths,
          "the path '\(path)' of railway.ts \(fault)",
          help: "write a path from the root, such as '.railway/railway.ts'",
          at: project.part.site
        )
      } else if !extensions.contains(where: project.path.hasSuffix) {
        findings.report(
          RailwayRules.insidePaths,
          "'\(path)' does not end in \(extensions.joined(separator: ", ")), and Railway tells a "
            + "project's language by that",
          help: "call it '.railway/railway.ts'",
          at: project.part.site
        )
      }
    }
    if target.legacyFiles {
      findings.report(
        RailwayRules.configDeprecated,
        "railway.json is closed to new services since \(RailwayFacts.configFileClosed.day), and "
          + "no longer read from \(RailwayFacts.configFileCutoff.day) on",
        help: "leave legacyFiles out: railway.ts says the same and more",
        at: project.part.site
      )
    }
    for service in project.services {
      guard let file = service.configFile else { continue }
      let (id, site) = project.origin(service.address)
      findings.report(
        RailwayRules.soleOwner,
        "service '\(service.name)' names the config file '\(file)', and Railway refuses to manage "
          + "such a service from railway.ts",
        help: "remove configFile",
        at: site,
        about: id
      )
    }
  }
}
