import InfraContract
import InfraKit
@testable import InfraTargets
import Testing

/// What a rule of Railway's says of an application, as `line: severity: message`.
///
/// The model's own rules are not asked: some of them would stop what a platform's rule is about.
func railwayFindings(
  _ code: String,
  services: [Service] = [],
  sites: [StaticSite] = [],
  jobs: [CronJob] = [],
  databases: [Postgres] = [],
  caches: [KeyValue] = [],
  on target: Railway = .railway()
) -> [String] {
  let application = Application(
    "shop",
    services: services,
    sites: sites,
    jobs: jobs,
    databases: databases,
    caches: caches
  )
  let environment = Environment("prod", application, on: target)
  expectOneCause("railway/" + code, in: Generation([environment]).diagnostics)
  let part = HostedPart(Plan(environment, environment.deployments[0]), target: 0)
  return target.emit(part).findings.diagnostics
    .filter { $0.rule.code == "railway/\(code)" }
    .map { "\($0.site?.line ?? 0): \($0.severity): \($0.message)" }
}

/// The project that an application becomes.
func railwayGraph(_ application: Application, on target: Railway = .railway()) -> RailwayGraph {
  let environment = Environment("prod", application, on: target)
  return railwayGraph(Plan(environment, environment.deployments[0]), target)
}

/// The project that the first target of a deployment becomes.
func railwayGraph(_ plan: Plan, _ target: Railway) -> RailwayGraph {
  var mapping = RailwayMapping(HostedPart(plan, target: 0), target)
  mapping.mapEverything()
  return mapping.finished().graph
}
