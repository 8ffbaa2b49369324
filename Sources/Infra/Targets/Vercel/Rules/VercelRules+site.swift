import InfraKit

extension VercelRules {
  static let siteRules = [
    headerText, knownReferences, lateValues, variablesInProject, nodeVersion, buildRuntime,
    watchedPaths, addressesByHand,
  ]

  static let headerText = Rule(
    "vercel/header-text",
    .error,
    "A header's value is known when the file is written: one file serves all environments.",
    page: "https://vercel.com/docs/project-configuration/vercel-json",
    checked: "2026-08-25"
  )

  static let knownReferences = Rule(
    "vercel/known-references",
    .error,
    "A variable asks for a property that Vercel, or a person, can give it."
  )

  static let lateValues = Rule(
    "vercel/late-values",
    .note,
    "A value that is known only once something runs is a step of the setup sheet."
  )

  static let variablesInProject = Rule(
    "vercel/variables-in-project",
    .note,
    "Variables are set in the project, once for each environment, by the setup sheet's commands.",
    page: "https://vercel.com/docs/environment-variables",
    checked: "2026-09-17"
  )

  static let nodeVersion = Rule(
    "vercel/node-version",
    .note,
    "The version of Node.js is a setting of the project.",
    page: "https://vercel.com/docs/functions/runtimes/node-js/node-js-versions",
    checked: "2026-11-23"
  )

  static let buildRuntime = Rule(
    "vercel/build-runtime",
    .warning,
    "A build needs nothing but Node.js, or installs it.",
    page: "https://vercel.com/docs/builds/build-image",
    checked: "2026-09-21"
  )

  static let addressesByHand = Rule(
    "vercel/addresses-by-hand",
    .warning,
    "Who may reach a project by its address is a rule of its firewall, which a person makes."
  )

  static let watchedPaths = Rule(
    "vercel/watched-paths",
    .warning,
    "The command that compares watched paths is short enough for the file.",
    page: "https://vercel.com/kb/guide/how-do-i-use-the-ignored-build-step-field-on-vercel",
    checked: "2026-10-16"
  )
}
