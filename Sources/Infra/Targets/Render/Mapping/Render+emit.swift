public import InfraKit
import InfraSerialization

extension Render {
  /// The Blueprint, its steps and its findings for what Render hosts.
  public func emit(_ part: HostedPart) -> Emission {
    var draft = BlueprintDraft(part, self)
    draft.map()
    draft.apply(edits)
    draft.group()
    let written = RenderFile(draft.blueprint, origins: draft.origins, origin: part.site)
    RenderRules.check(written, &draft.findings)

    var emission = Emission()
    if part.isBuilt, autoDeploy != .off {
      emission.branch = branch.map(DeployedBranch.named) ?? .standard
    }
    emission.entries = written.entries
    emission.findings = draft.findings
    emission.stores = draft.stores
    if draft.blueprint == Blueprint() { return emission }
    do {
      let text = try YAML.encode(
        draft.blueprint,
        header: part.header.joined(separator: "\n")
      )
      emission.files = [
        GeneratedFile(
          path: file(of: part),
          contents: text,
          site: part.site,
          reader: "the Blueprint's path at Render"
        )
      ]
      emission.steps = draft.steps(file: file(of: part))
    } catch {
      emission.findings.report(
        RenderRules.writable,
        "render.yaml of '\(part.environment)' cannot be written: \(error)",
        at: part.site
      )
    }
    return emission
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
