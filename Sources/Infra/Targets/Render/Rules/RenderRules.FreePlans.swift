import InfraKit

extension RenderRules {
  /// What is free has limits.
  enum FreePlans: BlueprintRule {
    static let rule = Rule(
      "free-plan",
      .error,
      "The free plan is for web services, databases and caches, without what only paid plans have.",
      RenderFacts.free
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      func report(_ name: String, _ fields: [(String, Bool)]) {
        let set = fields.filter(\.1).map(\.0)
        if set.isEmpty { return }
        file.report(
          rule,
          name,
          "is on the free plan, which has no " + set.joined(separator: ", no "),
          help: "take a paid plan, or do without",
          &findings
        )
      }
      for case .server(let server) in file.services where server.plan == .free {
        if server.type != .web {
          file.report(
            rule,
            server.name,
            "is a '\(server.type.rawValue)' on the free plan, which only web services have",
            help: "take '\(RenderFacts.serverPlans.value[1].id)'",
            &findings
          )
          continue
        }
        report(
          server.name,
          [
            ("disk", server.disk != nil), ("scaling", server.scaling != nil),
            ("second instance", (server.numInstances ?? 1) > 1),
            ("maintenance mode", server.maintenanceMode != nil),
            ("pre-deploy command", server.preDeployCommand != nil),
          ]
        )
      }
      for job in file.jobs where job.plan?.rawValue == "free" {
        report(job.name, [("cron jobs", true)])
      }
      for cache in file.caches where cache.plan == .free {
        let persists = cache.persistenceMode.map { $0 != .off } ?? false
        report(cache.name, [("persistence", persists)])
      }
      for database in file.databases where database.plan == .free {
        report(
          database.name,
          [
            ("standby", database.highAvailability?.enabled == true),
            ("read replicas", !(database.readReplicas ?? []).isEmpty),
            ("connection pool", database.connectionPool.map { $0 != .none } ?? false),
          ]
        )
      }
    }
  }
}
