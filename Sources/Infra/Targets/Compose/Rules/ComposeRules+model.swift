import InfraKit

extension ComposeRules {
  /// What Compose cannot make of a description.
  static let modelRules = [
    variableNames, knownReferences, askedValues, healthPath, startCommand,
    knownRuntime, noSecretsInBuilds, siteOutput, siteRouting, nginxRouting, registryLogin,
    jobsByHand,
    oneBehindAPort, oneMachine,
  ]

  static let variableNames = Rule.compose(
    "variable-names",
    .error,
    "Names of variables and secrets are letters, digits and underscores.",
    ComposePages.interpolation
  )

  static let knownReferences = Rule(
    "compose/known-references",
    .error,
    "A variable asks for a property that Compose, or a person, can give it."
  )

  static let askedValues = Rule(
    "compose/asked-values",
    .note,
    "A value from another platform is put into .env by a person."
  )

  static let healthPath = Rule(
    "compose/health-path",
    .error,
    "A check by HTTP has a port, and a path that a shell can be given."
  )

  static let startCommand = Rule(
    "compose/start-command",
    .error,
    "A directory of source code comes with the command that starts it."
  )

  static let knownRuntime = Rule(
    "compose/known-runtime",
    .error,
    "A directory of source code needs a runtime that there is an official image for."
  )

  static let noSecretsInBuilds = Rule.compose(
    "no-secrets-in-builds",
    .error,
    "No secret of a site's process is a build argument: anybody can read it in the image.",
    ComposePages.build
  )

  static let siteOutput = Rule(
    "compose/site-output",
    .error,
    "A site names the directory of its built files, or a process that serves it."
  )

  static let siteRouting = Rule(
    "compose/site-routing",
    .warning,
    "A site that serves itself sends its own headers, redirects and rewrites."
  )

  static let nginxRouting = Rule(
    "compose/nginx-routing",
    .error,
    "Every header, redirect and rewrite of a site of plain files can be written for nginx."
  )

  static let registryLogin = Rule.compose(
    "registry-login",
    .note,
    "Docker keeps the credentials of registries, by docker login.",
    ComposePages.login
  )

  static let jobsByHand = Rule(
    "compose/jobs-by-hand",
    .note,
    "Compose has no schedule: cron jobs are run by hand."
  )

  static let oneBehindAPort = Rule(
    "compose/one-behind-a-port",
    .warning,
    "A service that this machine publishes a port of runs once."
  )

  static let oneMachine = Rule(
    "compose/one-machine",
    .note,
    "One machine has no domains, standbys, poolers, scaling or sizes of disks."
  )
}
