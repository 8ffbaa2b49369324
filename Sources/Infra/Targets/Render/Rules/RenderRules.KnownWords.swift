import InfraKit

extension RenderRules {
  /// Words that Render's schema knows; others are taken for new ones.
  enum KnownWords: BlueprintRule {
    static let rule = Rule(
      "known-words",
      .warning,
      "Plans, regions, runtimes and other words are ones that Render's schema knows.",
      RenderFacts.schema
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      func see(_ word: String?, _ field: String, _ known: [String], _ name: String) {
        guard let word, !known.contains(word) else { return }
        file.report(
          rule,
          name,
          "has the \(field) '\(word)', which Render's schema does not know",
          help: "take one of " + known.joined(separator: ", "),
          &findings
        )
      }
      let regions = RenderFacts.regions.value.map(\.rawValue)
      let servers = ids(RenderFacts.serverPlans.value) + older
      for service in file.services {
        see(service.region?.rawValue, "region", regions, service.name)
        switch service {
        case .server(let server):
          see(server.plan?.rawValue, "plan", servers, server.name)
          see(server.runtime?.rawValue, "runtime", runtimes, server.name)
          see(server.autoDeployTrigger?.rawValue, "autoDeployTrigger", triggers, server.name)
          see(server.previews?.plan?.rawValue, "preview plan", servers, server.name)
        case .site(let site):
          see(site.autoDeployTrigger?.rawValue, "autoDeployTrigger", triggers, site.name)
        case .cron(let job):
          let plans = ids(RenderFacts.cronPlans.value) + older.prefix(4)
          see(job.plan?.rawValue, "plan", plans, job.name)
          see(job.runtime.rawValue, "runtime", runtimes, job.name)
          see(job.autoDeployTrigger?.rawValue, "autoDeployTrigger", triggers, job.name)
        case .keyValue(let cache):
          let plans = ids(RenderFacts.keyValuePlans.value) + older
          see(cache.plan?.rawValue, "plan", plans, cache.name)
          see(cache.previewPlan?.rawValue, "previewPlan", plans, cache.name)
          see(cache.maxmemoryPolicy?.rawValue, "maxmemoryPolicy", policies, cache.name)
          see(cache.persistenceMode?.rawValue, "persistenceMode", modes, cache.name)
        case .workflow(let workflow):
          see(workflow.runtime.rawValue, "runtime", ["node", "python"], workflow.name)
        }
      }
      for database in file.databases {
        see(database.region?.rawValue, "region", regions, database.name)
        see(database.plan?.rawValue, "plan", databasePlans, database.name)
        see(database.previewPlan?.rawValue, "previewPlan", databasePlans, database.name)
        see(database.postgresMajorVersion?.rawValue, "version", versions, database.name)
      }
    }

    private static func ids(_ plans: [RenderPlan]) -> [String] { plans.map(\.id) }

    private static let older = ["starter", "standard", "pro", "pro plus", "pro max", "pro ultra"]
    private static let runtimes =
      RenderFacts.nativeRuntimes.value.map(\.rawValue) + ["docker", "image", "static"]
    private static let triggers = ["off", "commit", "checksPass"]
    private static let policies = [
      "allkeys-lru", "volatile-lru", "allkeys-lfu", "volatile-lfu", "allkeys-random",
      "volatile-random", "volatile-ttl", "noeviction",
    ]
    private static let modes = ["journal-snapshot", "snapshot", "off"]
    private static let versions = RenderFacts.postgresVersions.value.map { String($0) }
    private static let databasePlans: [String] =
      ids(RenderFacts.postgresPlans.value) + RenderFacts.legacyPostgresPlans.value.map(\.rawValue)
      + ["basic-256mb", "basic-1gb", "basic-4gb"]
      + [4, 8, 16, 32, 64, 128, 192, 256, 384, 512].map { "pro-\($0)gb" }
      + [16, 32, 64, 128, 256, 384, 512, 768, 1024].map { "accelerated-\($0)gb" }
  }
}
