import InfraKit

extension VercelRules {
  static let containerRules = [
    noWorkers, noSoleInstance, noReleaseCommand, noVolumes, noHealthChecks, ownScaling, ownSizes,
    shortShutdown, noStartOrder, containerSource, containerContext,
  ]

  private static func container(_ code: String, _ severity: Severity, _ demand: String) -> Rule {
    Rule(
      "vercel/\(code)",
      severity,
      demand,
      page: "https://vercel.com/docs/functions/container-images",
      checked: "2026-07-01"
    )
  }

  static let noWorkers = container(
    "public-services",
    .error,
    "A service on Vercel listens, and is public."
  )
  static let noSoleInstance = container(
    "sole-instance",
    .error,
    "A service on Vercel may run any number of times."
  )
  static let noReleaseCommand = container(
    "release-command",
    .error,
    "A service on Vercel has no release command."
  )
  static let noVolumes = container("volumes", .error, "A service on Vercel keeps no files.")
  static let noHealthChecks = container(
    "health-checks",
    .warning,
    "A service on Vercel does without health checks."
  )
  static let ownScaling = container(
    "scaling",
    .warning,
    "Vercel decides how many instances run."
  )
  static let ownSizes = container(
    "sizes",
    .note,
    "Processor and memory are settings of the project."
  )
  static let shortShutdown = container(
    "shutdown-grace",
    .warning,
    "A service on Vercel ends within half a second of SIGTERM."
  )
  static let noStartOrder = container(
    "start-order",
    .note,
    "A service on Vercel starts with the first request, in no order."
  )
  static let containerSource = container(
    "container-source",
    .error,
    "A service on Vercel is built from a Dockerfile."
  )
  static let containerContext = Rule(
    "vercel/container-context",
    .error,
    "A Dockerfile is built in its own directory, to its end and without arguments.",
    page: "https://github.com/vercel/vercel/blob/main/packages/container/src/index.ts",
    checked: "2026-08-22"
  )
}
