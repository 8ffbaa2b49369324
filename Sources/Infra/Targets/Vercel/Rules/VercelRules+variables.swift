import InfraKit

extension VercelRules {
  static let variableRules = [
    reservedVariables, variableBytes, customEnvironments, environmentNames, projectNames,
  ]

  static let reservedVariables = VercelRule(
    "reserved-variables",
    .error,
    "A variable has a name that a project may set.",
    VercelFacts.Source(
      "vercel.com/docs/environment-variables/reserved-environment-variables",
      "2026-02-23"
    )
  ) { project, report in
    let reserved = VercelFacts.reservedVariables.value + VercelFacts.systemVariables.value
    for variable in project.variables where reserved.contains(variable.name) {
      report(
        "\(project.id.title) sets '\(variable.name)', which Vercel keeps to itself",
        "choose another name"
      )
    }
  }

  static let variableBytes = VercelRule(
    "variable-bytes",
    .error,
    "The names and values of a deployment's variables have 64 KB together.",
    VercelFacts.variables
  ) { project, report in
    let bytes = project.variables.reduce(0) { sum, variable in
      sum + variable.name.utf8.count + (variable.text?.utf8.count ?? 0)
    }
    guard bytes > VercelFacts.variableBytes.value else { return }
    report(
      "the variables of \(project.id.title) have \(bytes) bytes, and Vercel takes "
        + "\(VercelFacts.variableBytes.value)",
      "keep large values in a file of the build"
    )
  }

  static let customEnvironments = VercelRule(
    "custom-environments",
    .error,
    "A plan has custom environments, or the target does without.",
    VercelFacts.environmentPages
  ) { project, report in
    guard case .custom(let name, _) = project.environment.kind,
      VercelFacts.facts(of: project.plan)?.customEnvironments.value == false
    else { return }
    report(
      "\(project.id.title) is for custom environment '\(name)', which plan "
        + "'\(project.plan.rawValue)' lacks",
      "write environment: .preview(branch: \"\(name)\"), or plan: .pro"
    )
  }

  static let environmentNames = VercelRule(
    "environment-names",
    .error,
    "A custom environment has a name that is short and not one of Vercel's own.",
    VercelFacts.environmentPages
  ) { project, report in
    guard case .custom(let name, _) = project.environment.kind else { return }
    let most = VercelFacts.customEnvironmentName.value
    if VercelFacts.reservedEnvironments.value.contains(name) {
      report(
        "custom environment '\(name)' has the name of one of Vercel's own",
        name == "production" ? "write environment: .production" : "write environment: .preview"
      )
    } else if name.isEmpty || name.utf8.count > most || !name.utf8.allSatisfy(isSlug) {
      report(
        "custom environment '\(name)' has no legal name",
        "use 1 to \(most) lower-case letters, digits and '-'"
      )
    }
  }

  static let projectNames = VercelRule(
    "project-names",
    .error,
    "A project's name has at most 100 lower-case letters, digits, '.', '_' and '-', not three '-'.",
    VercelFacts.Source("vercel.com/docs/projects/overview", "2026-08-31")
  ) { project, report in
    let name = project.name
    let isLegal = name.utf8.allSatisfy {
      isSlug($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
    }
    let hasThree = name.split(separator: "---", omittingEmptySubsequences: false).count > 1
    if isLegal && !hasThree && (1...100).contains(name.utf8.count) { return }
    report(
      "\(project.id.title) would be project '\(name)', which is no legal name",
      "write project: \"\(project.id.name)\""
    )
  }

  private static func isSlug(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
