import InfraKit

extension RenderRules {
  /// A build source replaces everything else that says what to build.
  enum BuildSourcesWhole: BlueprintRule {
    static let rule = Rule(
      "build-sources",
      .error,
      "A service has a runtime or a build source, and beside a build source nothing that builds.",
      RenderFacts.schema
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      let names = Set(file.buildSources.map(\.name))
      for case .server(let server) in file.services {
        guard let source = server.buildSource else {
          if server.runtime == nil {
            file.report(
              rule,
              server.name,
              "has neither a runtime nor a build source",
              help: "set one of the two",
              &findings
            )
          }
          continue
        }
        let fields = fields(of: server)
        if !fields.isEmpty {
          file.report(
            rule,
            server.name,
            "takes build source '\(source)' and also sets " + fields.joined(separator: ", "),
            help: "leave those to the build source",
            &findings
          )
        }
        if !names.contains(source) {
          file.report(
            rule,
            server.name,
            "takes build source '\(source)', which the Blueprint does not declare",
            help: "declare it in buildSources",
            &findings
          )
        }
      }
      for source in file.buildSources {
        guard let build = source.git, build.runtime != .docker,
          build.baseDir != nil || build.dockerfilePath != nil || build.registryCredential != nil
        else { continue }
        findings.report(
          rule,
          "build source '\(source.name)' has fields of Docker beside runtime "
            + "'\(build.runtime.rawValue)'",
          help: "remove baseDir, dockerfilePath and registryCredential",
          at: file.origin
        )
      }
    }

    private static func fields(of server: Blueprint.ServerService) -> [String] {
      let set: [(String, Bool)] = [
        ("runtime", server.runtime != nil), ("repo", server.repo != nil),
        ("branch", server.branch != nil), ("image", server.image != nil),
        ("registryCredential", server.registryCredential != nil),
        ("buildCommand", server.buildCommand != nil), ("buildFilter", server.buildFilter != nil),
        ("dockerContext", server.dockerContext != nil),
        ("dockerfilePath", server.dockerfilePath != nil), ("previews", server.previews != nil),
        ("pullRequestPreviewsEnabled", server.pullRequestPreviewsEnabled != nil),
        ("previewPlan", server.previewPlan != nil),
      ]
      return set.filter(\.1).map(\.0)
    }
  }
}
