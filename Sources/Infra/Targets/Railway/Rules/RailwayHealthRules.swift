import InfraContract
import InfraKit

extension RailwayRules {
  /// Health is asked over HTTP.
  static let healthByHTTP = rule(
    "health-by-http",
    .warning,
    "A health check is a request for a path: Railway runs no command.",
    page: "deployments/healthchecks"
  )

  /// Health has one time.
  static let healthTimes = rule(
    "health-times",
    .warning,
    "A health check's interval, timeout and tries are Railway's own: it asks while it deploys only, "
      + "for as long as the grace says.",
    page: "deployments/healthchecks"
  )

  /// A path starts with a slash.
  static let healthPaths = rule(
    "health-paths",
    .error,
    "The path of a health check starts with '/'.",
    page: "deployments/healthchecks"
  )
}

/// Rules about health checks.
enum RailwayHealthRules: RailwayTopic {
  static let rules = [
    RailwayRules.healthByHTTP, RailwayRules.healthTimes, RailwayRules.healthPaths,
  ]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    for service in project.part.services {
      guard let health = service.health else { continue }
      if case .command(let command) = health.probe {
        findings.report(
          RailwayRules.healthByHTTP,
          "\(service.id.title) is checked by the command '\(command.shellText)', which Railway does "
            + "not run: every new version takes over at once",
          help: service.isWorker ? "watch it from outside" : "check a path with .http(…)",
          at: service.site,
          about: service.id
        )
        continue
      }
      let settings = unknownSettings(of: health)
      if settings.isEmpty { continue }
      findings.report(
        RailwayRules.healthTimes,
        "the health check of \(service.id.title) has \(RailwayRules.list(settings)), which "
          + "Railway does not know",
        help: "set grace:, which is how long a new version may take to answer",
        at: service.site,
        about: service.id
      )
    }
    for service in project.services {
      guard let path = service.deploy?.healthcheckPath, !path.hasPrefix("/") else { continue }
      let (id, site) = project.origin(service.address)
      findings.report(
        RailwayRules.healthPaths,
        "service '\(service.name)' is checked at '\(path)', which does not start with '/'",
        help: "write '/\(path)'",
        at: site,
        about: id
      )
    }
  }

  /// The settings that differ from the model's own and that Railway has no field for.
  private static func unknownSettings(of health: HealthCheck) -> [String] {
    let usual = HealthCheck.http("/")
    var settings: [String] = []
    if health.interval != usual.interval {
      settings.append("an interval of \(seconds(health.interval))")
    }
    if health.timeout != usual.timeout {
      settings.append("a timeout of \(seconds(health.timeout))")
    }
    if health.retries != usual.retries { settings.append("\(health.retries) tries") }
    return settings
  }

  private static func seconds(_ time: Duration) -> String {
    time.components.attoseconds == 0 ? "\(time.components.seconds) s" : "\(time)"
  }
}
