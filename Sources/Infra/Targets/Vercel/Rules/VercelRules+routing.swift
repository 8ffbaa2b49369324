import InfraKit
import InfraSerialization

extension VercelRules {
  static let routingRules = [
    routesAlone, redirectStatus, boundNames, catchAllLast, routeCount, routeLength, literalDollar,
  ]

  static let routesAlone = VercelRule(
    "routes-alone",
    .error,
    "The low-level routes stand alone: no redirects, rewrites, headers, cleanUrls, trailingSlash.",
    VercelFacts.commandLineChecks
  ) { project, report in
    let config = project.config
    guard config.routes != nil else { return }
    let others = [
      ("redirects", config.redirects != nil), ("rewrites", config.rewrites != nil),
      ("headers", config.headers != nil), ("cleanUrls", config.cleanUrls != nil),
      ("trailingSlash", config.trailingSlash != nil),
    ].filter(\.1).map(\.0)
    if others.isEmpty { return }
    report(
      "'\(project.path)' has routes together with \(others.joined(separator: ", "))",
      "say all of it in routes, or nothing"
    )
  }

  static let redirectStatus = VercelRule(
    "redirect-status",
    .error,
    "A redirect has permanent or a statusCode of 300 to 399, not both.",
    VercelFacts.routeSchemas
  ) { project, report in
    for redirect in project.config.redirects ?? [] {
      guard let status = redirect.statusCode else { continue }
      if redirect.permanent != nil {
        report(
          "redirect '\(redirect.source)' has both permanent and statusCode \(status)",
          "leave permanent out"
        )
      } else if !(300...399).contains(status) {
        report(
          "redirect '\(redirect.source)' has statusCode \(status)",
          "use 301, 302, 303, 307 or 308"
        )
      }
    }
  }

  static let boundNames = VercelRule(
    "bound-names",
    .error,
    "A destination uses only names that its source or its conditions bind.",
    VercelFacts.routeSchemas
  ) { project, report in
    for route in project.config.destinations {
      let bound = RouteNames.bound(by: route.source, route.has)
      for name in RouteNames.used(in: route.destination) where !bound.contains(name) {
        report(
          "\(route.kind) '\(route.source)' leads to '\(route.destination)', and nothing binds "
            + "':\(name)'",
          "write ':\(name)' in the source too"
        )
      }
    }
  }

  static let catchAllLast = VercelRule(
    "catch-all-last",
    .warning,
    "What matches every path is the last of its list: nothing after it is ever reached.",
    VercelFacts.configuration
  ) { project, report in
    for kind in ["redirect", "rewrite"] {
      let routes = project.config.routeSources.filter { $0.kind == kind }
      guard let first = routes.firstIndex(where: \.matchesAll), first < routes.count - 1 else {
        continue
      }
      report(
        "\(kind) '\(routes[first + 1].source)' of \(project.id.title) comes after "
          + "'\(routes[first].source)', which matches every path",
        "put '\(routes[first].source)' last"
      )
    }
  }

  static let routeCount = VercelRule(
    "route-count",
    .error,
    "A list of redirects, rewrites or headers has at most 2,048 entries.",
    VercelFacts.routeSchemas
  ) { project, report in
    let most = VercelFacts.routesPerList.value
    let config = project.config
    let lists = [
      ("redirects", config.redirects?.count, "bulkRedirectsPath and a CSV file"),
      ("rewrites", config.rewrites?.count, "patterns"),
      ("headers", config.headers?.count, "patterns"),
    ]
    for (list, count, instead) in lists {
      guard let count, count > most else { continue }
      report(
        "\(project.id.title) has \(count) \(list), and Vercel takes \(most)",
        "use \(instead)"
      )
    }
  }

  static let routeLength = VercelRule(
    "route-length",
    .error,
    "Sources, destinations and header values are short enough.",
    VercelFacts.routeSchemas
  ) { project, report in
    func measure(_ what: String, _ text: String, _ most: Int) {
      let length = text.unicodeScalars.count
      if length > most {
        report(
          "\(what) of \(project.id.title) has \(length) characters, and Vercel takes \(most)",
          "shorten it"
        )
      }
    }
    for route in project.config.routeSources {
      measure("the source of a \(route.kind)", route.source, VercelFacts.pathLength.value)
    }
    for route in project.config.destinations {
      let what = "the destination of \(route.kind) '\(route.source)'"
      measure(what, route.destination, VercelFacts.pathLength.value)
    }
    for header in (project.config.headers ?? []).flatMap({ $0.headers ?? [] }) {
      measure("header '\(header.key)'", header.value, VercelFacts.headerValueLength.value)
    }
  }

  static let literalDollar = VercelRule(
    "literal-dollar",
    .warning,
    "A '$' before a letter or a digit in a destination stands for what was matched.",
    VercelFacts.routeSchemas
  ) { project, report in
    for route in project.config.destinations {
      guard let name = RouteNames.afterDollar(in: route.destination),
        !route.variables.contains(name), !route.hasGroups
      else { continue }
      report(
        "\(route.kind) '\(route.source)' leads to '\(route.destination)', where Vercel takes "
          + "'$\(name)' for something that was matched",
        "name '\(name)' in env if it is a variable, or choose a path without '$'"
      )
    }
  }
}
