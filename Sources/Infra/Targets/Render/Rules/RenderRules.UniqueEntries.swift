import InfraKit

extension RenderRules {
  /// A name is an identity at Render, so no two entries share one.
  enum UniqueEntries: BlueprintRule {
    static let rule = Rule(
      "unique-entries",
      .error,
      "Every resource of a Blueprint has a name of its own.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      let databases = file.databases
      let names =
        file.services.map(\.name) + databases.map(\.name)
        + databases.flatMap { $0.readReplicas ?? [] }.map(\.name)
      report(names, "resources", file, &findings)
      report(file.groups.map(\.name), "groups of variables", file, &findings)
      report(file.buildSources.map(\.name), "build sources", file, &findings)
    }

    private static func report(
      _ names: [String],
      _ what: String,
      _ file: RenderFile,
      _ findings: inout Findings
    ) {
      var counts: [String: Int] = [:]
      counts.reserveCapacity(names.count)
      for name in names {
        counts[name, default: 0] += 1
        guard counts[name] == 2 else { continue }
        findings.report(
          rule,
          "two \(what) of the Blueprint are called '\(name)'",
          help: "rename one, or choose another naming: for Render",
          at: file.site(name),
          about: file.origins[name]?.resource
        )
      }
    }
  }
}
