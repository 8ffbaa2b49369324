import InfraKit

extension RenderRules {
  /// A pull request is what a preview environment is for.
  enum BranchOrPreviews: BlueprintRule {
    static let rule = Rule(
      "branch-or-previews",
      .warning,
      "With preview environments, no service names a branch.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      guard let generation = file.blueprint.previews?.generation, generation != .off else {
        return
      }
      for service in file.services {
        let branch =
          switch service {
          case .server(let server): server.branch
          case .site(let site): site.branch
          case .cron(let job): job.branch
          case .keyValue: nil as String?
          case .workflow(let workflow): workflow.branch
          }
        guard let branch else { continue }
        file.report(
          rule,
          service.name,
          "names branch '\(branch)', which preview environments would build in place of the pull "
            + "request",
          help: "leave out branch:, or previews:",
          &findings
        )
      }
    }
  }
}
