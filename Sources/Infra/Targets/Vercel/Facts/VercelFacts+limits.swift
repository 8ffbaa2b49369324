import InfraKit

extension VercelFacts {
  private static func limit(_ name: String, _ value: Int, _ source: Source) -> Fact<Int> {
    Fact("limit", name, value, source)
  }

  // MARK: The file

  static let commandLength = limit("characters of a top-level command", 256, schema)
  static let serviceCommandLength = limit("characters of a service's command", 2_048, validation)
  static let outputDirectoryLength = limit("characters of an output directory", 256, schema)
  static let relatedProjects = limit("related projects", 10, schema)
  static let legacyVariables = limit("variables in the file", 1_000, schema)
  static let legacyBuilds = limit("builders", 128, schema)

  // MARK: Routing

  static let routesPerList = limit(
    "redirects, rewrites or header rules in one list",
    2_048,
    routing
  )
  static let pathLength = limit("characters of a source or destination", 4_096, routing)
  static let headersPerRule = limit("headers of one rule", 1_024, routing)
  static let headerValueLength = limit("characters of a header's value", 32_768, routing)
  static let conditionsPerRule = limit("conditions of one rule", 16, routing)
  static let variablesPerRoute = limit("variables that a destination may use", 64, routing)
  static let headersPerRoute = limit("headers of a low-level route", 100, routing)
  static let methodsPerRoute = limit("methods of a low-level route", 10, routing)
  static let proxiedSeconds = limit("seconds of a proxied request", 120, accountLimits)

  // MARK: Functions

  static let functionGlobs = limit("entries of functions", 50, schema)
  static let functionGlobLength = limit("characters of a function's glob", 256, schema)
  static let memoryAtLeast = limit("least megabytes of a function", 128, schema)
  static let memoryAtMost = limit("most megabytes of a function", 10_240, schema)
  static let failoverRegions = limit("failover regions", 4, schema)
  static let triggersPerFunction = limit("triggers of a function", 10, schema)
  static let bundleMegabytes = limit("megabytes of an unzipped function", 250, functions)
  static let defaultDuration = limit("seconds of a function unless asked otherwise", 300, functions)

  // MARK: Calls by time

  static let crons = limit("cron jobs of a project", 100, accountLimits)
  static let cronPathLength = limit("characters of a cron job's path", 512, schema)
  static let schedules = limit(
    "schedules of a project",
    100,
    Source("vercel.com/docs/schedules", "2026-10-26")
  )
  static let jitter = limit(
    "most minutes of a schedule's jitter",
    15,
    Source("vercel.com/docs/schedules", "2026-10-26")
  )

  // MARK: Services and variables

  static let serviceNameLength = limit("characters of a service's name", 64, validation)
  static let bindings = limit("bindings of a service", 100, validation)
  static let variableBytes = limit("bytes of all variables of a deployment", 65_536, variables)
  static let edgeVariableBytes = limit("bytes of a variable in the edge runtime", 5_120, variables)
  static let customEnvironmentName = limit(
    "characters of a custom environment's name",
    32,
    Source("vercel.com/docs/rest-api/environment", "2026-08-31")
  )

  // MARK: Images

  static let imageSizes = limit("sizes of images", 50, schema)
  static let localPatterns = limit("local patterns of images", 25, schema)
  static let remotePatterns = limit("remote patterns of images", 50, schema)

  /// The limits, as reports show them.
  static var limits: [FactRow] {
    [
      commandLength, serviceCommandLength, outputDirectoryLength, relatedProjects, legacyVariables,
      legacyBuilds, routesPerList, pathLength, headersPerRule, headerValueLength, conditionsPerRule,
      variablesPerRoute, headersPerRoute, methodsPerRoute, proxiedSeconds, functionGlobs,
      functionGlobLength, memoryAtLeast, memoryAtMost, failoverRegions, triggersPerFunction,
      bundleMegabytes, defaultDuration, crons, cronPathLength, schedules, jitter, serviceNameLength,
      bindings, variableBytes, edgeVariableBytes, customEnvironmentName, imageSizes, localPatterns,
      remotePatterns,
    ].map(\.row)
  }
}
