import InfraKit
import InfraSerialization

extension VercelRules {
  static let fileRules = [
    rootDirectory, commandLength, noVariablesInFile, noLegacyKeys, knownFrameworks,
  ]

  static let soleConfiguration = Rule(
    "vercel/sole-configuration",
    .error,
    "A project has one configuration: no vercel.toml, vercel.ts or now.json lies beside the file.",
    page: "https://vercel.com/docs/project-configuration/vercel-toml",
    checked: "2026-08-25",
    needs: .disk
  )

  static let rootDirectory = VercelRule(
    "root-directory",
    .note,
    "The file lies in the project's Root Directory.",
    VercelFacts.configuration
  ) { project, report in
    if project.path == project.expectedPath { return }
    report(
      "'\(project.path)' is not where Vercel looks for the file of \(project.id.title), which is "
        + "'\(project.expectedPath)'",
      "write at: \"\(project.expectedPath)\", or copy it as the setup sheet says"
    )
  }

  static let commandLength = VercelRule(
    "command-length",
    .error,
    "A command, and the output directory, are short enough for the file.",
    VercelFacts.schema
  ) { project, report in
    let config = project.config
    let limit = VercelFacts.commandLength.value
    let commands = [
      ("buildCommand", config.buildCommand), ("installCommand", config.installCommand),
      ("devCommand", config.devCommand), ("ignoreCommand", config.ignoreCommand),
      ("outputDirectory", config.outputDirectory),
    ]
    for (key, command) in commands {
      guard let length = command?.value?.unicodeScalars.count, length > limit else { continue }
      report(
        "\(key) of \(project.id.title) has \(length) characters, and Vercel takes \(limit)",
        "put it into a script and call that"
      )
    }
    let most = VercelFacts.serviceCommandLength.value
    for (name, service) in config.services?.entries ?? [] {
      let commands = [
        ("buildCommand", service.buildCommand), ("installCommand", service.installCommand),
        ("devCommand", service.devCommand), ("ignoreCommand", service.ignoreCommand),
      ]
      for (key, command) in commands {
        guard let length = command?.unicodeScalars.count, length > most else { continue }
        report(
          "\(key) of service '\(name)' has \(length) characters, and Vercel takes \(most)",
          "put it into a script and call that"
        )
      }
    }
  }

  static let noVariablesInFile = VercelRule(
    "variables-in-file",
    .error,
    "No variable is in the file, which all environments share and everybody reads.",
    VercelFacts.configuration
  ) { project, report in
    for (key, variables) in [("env", project.config.env), ("build.env", project.config.build?.env)]
    {
      guard let names = variables?.keys, !names.isEmpty else { continue }
      report(
        "\(key) of '\(project.path)' sets " + names.map { "'\($0)'" }.joined(separator: ", ")
          + " for all environments, in a deprecated key",
        "set it as a variable of \(project.id.title)"
      )
    }
  }

  static let noLegacyKeys = VercelRule(
    "legacy-keys",
    .warning,
    "The file has no key that Vercel calls legacy or private.",
    VercelFacts.configuration
  ) { project, report in
    let config = project.config
    let keys = [
      ("alias", config.alias != nil, "add a domain to \(project.id.title)"),
      ("builds", config.builds != nil, "use framework, buildCommand and functions"),
      ("name", config.name != nil, "write project: in the target"),
      ("scope", config.scope != nil, "choose the team with vercel switch"),
      ("version", config.version != nil, "remove it"),
      ("wildcard", config.wildcard != nil, "remove it"),
      ("passiveRegions", config.passiveRegions != nil, "use functionFailoverRegions"),
      ("experimentalServices", config.experimentalServices != nil, "use services"),
      ("experimentalServiceGroups", config.experimentalServiceGroups != nil, "use services"),
      ("experimentalServicesV2", config.experimentalServicesV2 != nil, "use services"),
    ]
    for (key, isThere, help) in keys where isThere {
      report("'\(project.path)' sets \(key), which is legacy or private", help)
    }
  }

  static let knownFrameworks = VercelRule(
    "known-frameworks",
    .warning,
    "A framework is one that Vercel knows.",
    VercelFacts.frameworks
  ) { project, report in
    let services = project.config.services ?? [:]
    let named = [project.config.framework?.value] + services.entries.map(\.value.framework)
    let known = VercelFacts.knownFrameworks.value
    for framework in named.compactMap(\.self) where !known.contains(framework) {
      report(
        "framework '\(framework.rawValue)' of '\(project.path)' is none of the "
          + "\(known.count) known on \(VercelFacts.knownFrameworks.date)",
        "check its name at vercel.com/docs/frameworks, and silence this if it is newer"
      )
    }
  }
}
