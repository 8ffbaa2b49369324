import InfraContract

/// A command that is given says what to run.
enum LegalCommands: EnvironmentRule {
  static let rule = Rule(
    "model/legal-commands",
    .error,
    "A command is not empty, and no word of it holds a NUL."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    environment.application.eachCommand { what, command, resource, site in
      let fault: String
      if command.isEmpty {
        fault = "is empty"
      } else if command.hasNUL {
        fault = "holds a NUL, which ends a word"
      } else {
        return
      }
      findings.report(
        rule,
        "the \(what) of \(resource().title) \(fault)",
        help: "say what to run, or leave it out",
        at: site,
        about: resource()
      )
    }
  }
}

extension Command {
  fileprivate var hasNUL: Bool {
    switch self {
    case .shell(let line): line.utf8.contains(0)
    case .exec(let words): words.contains { $0.utf8.contains(0) }
    }
  }
}

extension Application {
  /// Visits every command: what it is, its resource, and the line.
  func eachCommand(_ visit: (String, Command, () -> ResourceID, CallSite) -> Void) {
    for index in services.indices {
      let site = services[index].site
      let id = { services[index].id }
      if let build = services[index].source.build { visit("build command", build, id, site) }
      if let command = services[index].command { visit("command", command, id, site) }
      if let release = services[index].release { visit("release command", release, id, site) }
      if let dev = services[index].dev { dev.each { visit($0, $1, id, site) } }
      if case .command(let check)? = services[index].health?.probe {
        visit("health command", check, id, site)
      }
    }
    for site in sites {
      let id = { site.id }
      if let build = site.build { visit("build command", build, id, site.site) }
      if let serve = site.serve { visit("serve command", serve.command, id, site.site) }
      if let dev = site.dev { dev.each { visit($0, $1, id, site.site) } }
    }
    for job in jobs {
      let id = { job.id }
      if let build = job.source.build { visit("build command", build, id, job.site) }
      if let command = job.command { visit("command", command, id, job.site) }
    }
  }
}

extension DevCommands {
  /// Visits every command: what it is, and the command.
  fileprivate func each(_ visit: (String, Command) -> Void) {
    if let build { visit("dev build command", build) }
    visit("dev command", start)
    if let release { visit("dev release command", release) }
    if let smoke { visit("dev smoke command", smoke) }
  }
}

extension Source {
  fileprivate var build: Command? {
    if case .directory(let directory) = self { directory.build } else { nil }
  }
}
