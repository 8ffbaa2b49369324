import InfraKit

extension RenderRules {
  /// Older spellings still work, until they do not.
  enum CurrentNames: BlueprintRule {
    static let rule = Rule(
      "current-names",
      .warning,
      "Fields and types are called as Render calls them now.",
      RenderFacts.schema
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      func see(_ isSet: Bool, _ old: String, _ new: String, _ name: String) {
        guard isSet else { return }
        file.report(rule, name, "uses '\(old)', which is now '\(new)'", &findings)
      }
      for service in file.services {
        switch service {
        case .server(let server):
          see(server.domain != nil, "domain", "domains", server.name)
          see(server.autoDeploy != nil, "autoDeploy", "autoDeployTrigger", server.name)
          see(server.previewPlan != nil, "previewPlan", "previews.plan", server.name)
          let previews = server.pullRequestPreviewsEnabled != nil
          see(previews, "pullRequestPreviewsEnabled", "previews.generation", server.name)
        case .site(let site):
          see(site.domain != nil, "domain", "domains", site.name)
          see(site.autoDeploy != nil, "autoDeploy", "autoDeployTrigger", site.name)
          let previews = site.pullRequestPreviewsEnabled != nil
          see(previews, "pullRequestPreviewsEnabled", "previews.generation", site.name)
        case .cron(let job):
          see(job.autoDeploy != nil, "autoDeploy", "autoDeployTrigger", job.name)
        case .keyValue(let cache):
          see(cache.type == .redis, "type: redis", "type: keyvalue", cache.name)
        case .workflow: break
        }
      }
      for (isSet, old, new) in [
        (file.blueprint.previewsEnabled != nil, "previewsEnabled", "previews.generation"),
        (
          file.blueprint.previewsExpireAfterDays != nil, "previewsExpireAfterDays",
          "previews.expireAfterDays"
        ),
      ] where isSet {
        findings.report(
          rule,
          "the Blueprint uses '\(old)', which is now '\(new)'",
          at: file.origin
        )
      }
    }
  }
}
