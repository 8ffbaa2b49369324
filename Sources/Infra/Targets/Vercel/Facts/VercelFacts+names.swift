import InfraKit

extension VercelFacts {
  /// The prefixes by which frameworks put a variable's value into what browsers load.
  static let publicPrefixes = Fact(
    "names",
    "prefixes of variables that end up in public files",
    [
      "NEXT_PUBLIC_", "VITE_", "PUBLIC_", "NUXT_PUBLIC_", "NUXT_ENV_", "REACT_APP_", "GATSBY_",
      "VUE_APP_", "REDWOOD_ENV_", "SANITY_STUDIO_", "STORYBOOK_",
    ],
    frameworks
  )

  /// The variables that a project cannot set.
  static let reservedVariables = Fact(
    "names",
    "variables that a project cannot set",
    [
      "AWS_SECRET_KEY", "AWS_EXECUTION_ENV", "AWS_LAMBDA_LOG_GROUP_NAME",
      "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
      "AWS_LAMBDA_FUNCTION_VERSION", "NOW_REGION", "TZ", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    ],
    Source("vercel.com/docs/environment-variables/reserved-environment-variables", "2026-02-23")
  )

  /// The variables that the platform gives every build and function once they are switched on.
  static let systemVariables = Fact(
    "names",
    "variables that the platform sets",
    [
      "VERCEL", "CI", "VERCEL_ENV", "VERCEL_TARGET_ENV", "VERCEL_URL", "VERCEL_BRANCH_URL",
      "VERCEL_PROJECT_PRODUCTION_URL", "VERCEL_DEPLOYMENT_ID", "VERCEL_REGION",
    ],
    Source("vercel.com/docs/environment-variables/system-environment-variables", "2026-07-01")
  )

  /// The names that a container's recipe may have; the first that is there is taken.
  static let containerFiles = Fact(
    "names",
    "files that make a service a container",
    ["Dockerfile.vercel", "Containerfile.vercel", "Dockerfile", "Containerfile"],
    detectors
  )

  /// The other spellings of the configuration, of which a project may have one only.
  static let otherFiles = Fact(
    "names",
    "files that exclude vercel.json",
    [
      "vercel.toml", "vercel.ts", "vercel.mts", "vercel.js", "vercel.mjs", "vercel.cjs", "now.json",
    ],
    Source("vercel.com/docs/project-configuration/vercel-toml", "2026-08-25")
  )

  /// The names that a custom environment cannot have.
  static let reservedEnvironments = Fact(
    "names",
    "names that a custom environment cannot have",
    ["production", "preview", "development"],
    Source("vercel.com/docs/rest-api/environment", "2026-08-31")
  )

  /// The names, as reports show them.
  static var names: [FactRow] {
    [
      publicPrefixes, reservedVariables, systemVariables, containerFiles, otherFiles,
      reservedEnvironments,
    ].map { row($0, $0.value) } + [
      row(knownFrameworks, knownFrameworks.value.map(\.rawValue)),
      row(knownRuntimes, knownRuntimes.value.map(\.rawValue)),
    ]
  }

  private static func row(_ fact: Fact<some Sendable>, _ words: [String]) -> FactRow {
    FactRow(
      topic: fact.topic,
      name: fact.name,
      value: words.joined(separator: ", "),
      source: fact.source,
      date: fact.date
    )
  }
}
