import InfraKit
import InfraSerialization

extension ComposeRules {
  /// Every service has something to run; the schema does not ask for it.
  enum ImageOrBuild: ComposeRule {
    static let rule = Rule.compose(
      "image-or-build",
      .error,
      "Every service has an image, a build or a provider.",
      ComposePages.consistency
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries
      where service.image == nil && service.build == nil && service.provider == nil
        && service.extends == nil && !part.lacksRuntime(project.owners[name]?.id)
      {
        project.report(
          rule,
          name,
          "has neither an image nor a build",
          help: "give it one of them",
          &findings
        )
      }
    }
  }

  /// A Dockerfile is a file or a text.
  enum OneDockerfile: ComposeRule {
    static let rule = Rule.compose(
      "one-dockerfile",
      .error,
      "A build names a Dockerfile or holds its text, and not both.",
      ComposePages.consistency
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        guard let build = service.build?.right, build.dockerfile != nil,
          build.dockerfileInline != nil
        else { continue }
        project.report(
          rule,
          name,
          "has 'dockerfile' and 'dockerfile_inline'",
          help: "set dockerfile to nil where the text is given",
          &findings
        )
      }
    }
  }
}

extension HostedPart {
  /// Whether the mapping has already said why a resource has no image.
  fileprivate func lacksRuntime(_ id: ResourceID?) -> Bool {
    func lacks(_ runtime: Runtime) -> Bool { ComposeRuntime(runtime) == nil }
    func lacks(_ source: Source) -> Bool {
      if case .directory(let source) = source { lacks(source.runtime) } else { false }
    }
    return services.contains { $0.id == id && lacks($0.source) }
      || jobs.contains { $0.id == id && lacks($0.source) }
      || sites.contains {
        $0.id == id && (lacks($0.runtime) || ($0.serve == nil && $0.output == nil))
      }
  }
}
