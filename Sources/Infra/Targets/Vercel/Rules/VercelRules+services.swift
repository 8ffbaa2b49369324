import InfraKit
import InfraSerialization

extension VercelRules {
  static let serviceRules = [
    servicesAlone, serviceNames, declaredServices, reachableServices, containerFile,
    serviceRuntimes,
  ]

  static let servicesAlone = VercelRule(
    "services-alone",
    .error,
    "A file with services has no build settings of its own.",
    VercelFacts.commandLineChecks
  ) { project, report in
    let config = project.config
    guard config.services != nil else { return }
    let keys = [
      ("buildCommand", config.buildCommand?.value != nil),
      ("installCommand", config.installCommand?.value != nil),
      ("devCommand", config.devCommand?.value != nil),
      ("ignoreCommand", config.ignoreCommand?.value != nil),
      ("outputDirectory", config.outputDirectory?.value != nil),
      ("framework", config.framework?.value != nil), ("builds", config.builds != nil),
    ].filter(\.1).map(\.0)
    if keys.isEmpty { return }
    report(
      "'\(project.path)' has services together with \(keys.joined(separator: ", "))",
      "move them into a service"
    )
  }

  static let serviceNames = VercelRule(
    "service-names",
    .error,
    "A service's name has lower-case letters, and '-' and '_' between them.",
    VercelFacts.services
  ) { project, report in
    for name in (project.config.services ?? [:]).keys where !VercelFacts.isServiceName(name) {
      report(
        "services of '\(project.path)' has '\(name)'",
        "use 1 to \(VercelFacts.serviceNameLength.value) lower-case letters, '-' and '_', with a "
          + "letter at both ends"
      )
    }
  }

  static let declaredServices = VercelRule(
    "declared-services",
    .error,
    "A rewrite and a binding name services of the same file.",
    VercelFacts.services
  ) { project, report in
    let services = project.config.services ?? [:]
    for rewrite in project.config.rewrites ?? [] {
      guard case .right(let target) = rewrite.destination, services[target.service] == nil else {
        continue
      }
      report(
        "rewrite '\(rewrite.source)' leads to service '\(target.service)', which "
          + "'\(project.path)' does not have",
        "add it to services"
      )
    }
    for (name, service) in services.entries {
      for binding in service.bindings ?? [] where services[binding.service] == nil {
        report(
          "binding '\(binding.env)' of service '\(name)' is for '\(binding.service)', which "
            + "'\(project.path)' does not have",
          "add it to services"
        )
      }
    }
  }

  static let reachableServices = VercelRule(
    "reachable-services",
    .warning,
    "A rewrite or a binding leads to every service: it is private otherwise.",
    VercelFacts.services
  ) { project, report in
    let services = project.config.services ?? [:]
    var reached: Set<String> = []
    for rewrite in project.config.rewrites ?? [] {
      if case .right(let target) = rewrite.destination { reached.insert(target.service) }
    }
    for (_, service) in services.entries {
      for binding in service.bindings ?? [] { reached.insert(binding.service) }
    }
    for name in services.keys where !reached.contains(name) {
      report(
        "nothing leads to service '\(name)' of '\(project.path)'",
        "add a rewrite whose destination is the service"
      )
    }
  }

  static let serviceRuntimes = VercelRule(
    "service-runtimes",
    .error,
    "A service's runtime is the one that its framework runs on.",
    VercelFacts.services
  ) { project, report in
    for (name, service) in project.config.services?.entries ?? [] {
      guard let framework = service.framework, let runtime = service.runtime,
        let own = VercelFacts.runtimes.value.first(where: { $0.frameworks.contains(framework) }),
        own.runtime != runtime
      else { continue }
      report(
        "service '\(name)' has framework '\(framework.rawValue)', which runs on "
          + "'\(own.runtime.rawValue)', and runtime '\(runtime.rawValue)'",
        "leave runtime out"
      )
    }
  }

  static let containerFile = VercelRule(
    "container-file",
    .error,
    "A container's recipe has one of four names.",
    VercelFacts.Source(
      "github.com/vercel/vercel/blob/main/packages/fs-detectors/src/services/resolve-v2.ts",
      "2026-08-03"
    )
  ) { project, report in
    let names = VercelFacts.containerFiles.value
    for (_, service) in project.config.services?.entries ?? [] where service.runtime == .container {
      guard let file = service.entrypoint?.split(separator: "/").last,
        !names.contains(String(file))
      else { continue }
      report(
        "\(project.id.title) is built from '\(file)', and Vercel builds only "
          + names.map { "'\($0)'" }.joined(separator: ", "),
        "rename it"
      )
    }
  }
}
