import InfraKit

extension RenderRules {
  /// A filter of changed paths that says nothing is refused.
  enum BuildFilters: BlueprintRule {
    static let rule = Rule(
      "build-filters",
      .error,
      "A build filter has paths, ignored paths, or both.",
      RenderFacts.schema
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for service in file.services {
        let filter =
          switch service {
          case .server(let server): server.buildFilter
          case .site(let site): site.buildFilter
          case .cron(let job): job.buildFilter
          case .keyValue: nil as Blueprint.BuildFilter?
          case .workflow(let workflow): workflow.buildFilter
          }
        guard let filter, filter.paths == nil, filter.ignoredPaths == nil else { continue }
        file.report(
          rule,
          service.name,
          "has a build filter without any path",
          help: "name paths, or leave watching: out",
          &findings
        )
      }
    }
  }
}
