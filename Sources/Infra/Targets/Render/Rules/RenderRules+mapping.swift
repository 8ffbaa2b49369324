import InfraKit

// What the mapping itself finds: wishes of the model that no Blueprint can express.
extension RenderRules {
  /// What the mapping can find.
  static let mapping: [Rule] = [
    editsHosted, writable, referencesSupported, valuesByHand, generatedBytes, lastStage,
    runtimeKnown, runtimeVersion, servedRouting, healthChecks, oneDisk, startOrder, planExists,
    knownHeaders, permanentRedirects, cronUTC, planIsLimit, buildSecretFiles,
  ]

  static let editsHosted = Rule(
    "render/edits-hosted",
    .error,
    "An edit is of a resource that this target hosts, in the kind of entry that it becomes."
  )
  static let writable = Rule(
    "render/writable",
    .error,
    "Every value of the file can be written as YAML that reads back the same."
  )
  static let referencesSupported = Rule(
    "references-supported",
    .error,
    "A variable asks for a property that Render can give.",
    RenderFacts.reference
  )
  static let valuesByHand = Rule(
    "values-by-hand",
    .note,
    "A value that Render cannot put together is set by hand.",
    RenderFacts.reference
  )
  static let generatedBytes = Rule(
    "generated-bytes",
    .warning,
    "A generated secret asks for no more than the 32 bytes that Render makes.",
    RenderFacts.reference
  )
  static let lastStage = Rule(
    "last-stage",
    .error,
    "A Dockerfile is built to its last stage.",
    RenderFacts.docker
  )
  static let runtimeKnown = Rule(
    "runtime-known",
    .error,
    "A directory is built by one of Render's native runtimes.",
    RenderFacts.reference
  )
  static let runtimeVersion = Rule(
    "runtime-version",
    .warning,
    "The version of a runtime can be chosen by a variable.",
    RenderFacts.environment
  )
  static let servedRouting = Rule(
    "served-routing",
    .warning,
    "Redirects, rewrites and headers belong to sites of plain files.",
    RenderFacts.routing
  )
  static let healthChecks = Rule(
    "health-checks",
    .warning,
    "A health check asks a path of a public service.",
    RenderFacts.reference
  )
  static let oneDisk = Rule("one-disk", .error, "A service has one disk.", RenderFacts.disks)
  static let startOrder = Rule(
    "start-order",
    .note,
    "Services start side by side, without waiting for one another.",
    RenderFacts.reference
  )
  static let planExists = Rule(
    "plan-exists",
    .error,
    "Some plan has the processor and memory that are asked for.",
    RenderFacts.reference
  )
  static let knownHeaders = Rule(
    "known-headers",
    .error,
    "A header's value is known when the file is written.",
    RenderFacts.reference
  )
  static let permanentRedirects = Rule(
    "permanent-redirects",
    .warning,
    "A static site redirects for good, with status 301.",
    RenderFacts.routing
  )
  static let planIsLimit = Rule(
    "plan-is-limit",
    .warning,
    "What an instance may use is what its plan gives it.",
    RenderFacts.reference
  )
  static let buildSecretFiles = Rule(
    "build-secret-files",
    .note,
    "The secrets of a build are secret files, which a person adds.",
    RenderFacts.docker
  )
  static let cronUTC = Rule(
    "cron-utc",
    .error,
    "A cron job's schedule is in UTC.",
    RenderFacts.cron
  )
}
