public import InfraKit
import InfraSerialization

extension Render {
  /// The Blueprint, its steps and its findings for what Render hosts.
  public func emit(_ part: HostedPart) -> Emission {
    var draft = BlueprintDraft(part, self)
    draft.map()
    draft.apply(edits)
    draft.group()
    let blueprint = draft.blueprint
    // Texts take longest, and neither the rules nor the setup sheet wait for them.
    let writing = Concurrent(if: part.plan.environment.isLarge) { write(blueprint, of: part) }
    let file = RenderFile(blueprint, origins: draft.origins, origin: part.site)
    RenderRules.check(file, &draft.findings)

    var emission = Emission()
    if part.isBuilt, autoDeploy != .off {
      emission.branch = branch.map(DeployedBranch.named) ?? .standard
    }
    emission.entries = file.entries
    emission.findings = draft.findings
    emission.stores = draft.stores
    if blueprint == Blueprint() { return emission }
    emission.writing = writing
    emission.steps = draft.steps(file: self.file(of: part))
    return emission
  }

  private func write(_ blueprint: Blueprint, of part: HostedPart) -> Emission.Written {
    var written = Emission.Written()
    do {
      written.files = [
        GeneratedFile(
          path: file(of: part),
          contents: try YAML.encode(
            blueprint,
            header: part.header.joined(separator: "\n"),
            // A service with a handful of variables.
            size: 1024 * blueprint.services.count
          ),
          site: part.site,
          reader: "the Blueprint's path at Render"
        )
      ]
    } catch {
      written.findings.report(
        RenderRules.writable,
        "render.yaml of '\(part.environment)' cannot be written: \(error)",
        at: part.site
      )
    }
    return written
  }

  /// The path of the file.
  func file(of part: HostedPart) -> String {
    path.map(RelativePath.place) ?? "\(part.directory)/render.yaml"
  }
}

extension BlueprintDraft {
  /// Maps everything that Render hosts.
  mutating func map() {
    planGroups()
    for service in part.services { map(service) }
    for site in part.sites { map(site) }
    for job in part.jobs { map(job) }
    for cache in part.caches { map(cache) }
    for database in part.databases { map(database) }
    mapGroups()
    blueprint.previews = options.previews ?? part.plan.environment.previews.map(Self.previews)
  }
}
