import InfraContract

/// A variable of a process with a contract is one that the contract knows.
///
/// A process without a contract may read anything. Shared sets are not asked: they serve several
/// readers, and each takes what it needs.
enum ReadVariables: EnvironmentRule {
  static let rule = Rule(
    "model/read-variables",
    .warning,
    "A variable that is set for a process with a contract is one that the contract reads."
  )

  static func check(_ environment: Environment, _ findings: inout Findings) {
    see(environment.application.services, &findings)
    see(environment.application.jobs, &findings)
  }

  private static func see(_ resources: [some Contracted], _ findings: inout Findings) {
    for index in resources.indices where !resources[index].contracts.isEmpty {
      let contracts = resources[index].contracts
      for entry in resources[index].variables.entries {
        let isRead = contracts.contains { contract in
          contract.fields.contains { $0.name == entry.name }
        }
        if isRead || isReadByRuntime(entry.name) || !VariableName.isLegal(entry.name) { continue }
        let known = contracts.flatMap(\.fields).map(\.name)
        let processes = Wording.list(contracts.map(\.process))
        findings.report(
          rule,
          "\(resources[index].id.title) sets '\(entry.name)', which \(processes) does not read",
          help: nearest(entry.name, in: known).map { "did you mean '\($0)'?" }
            ?? "remove it, or silence this with the name of what reads it",
          at: entry.site ?? resources[index].site,
          about: resources[index].id
        )
      }
    }
  }

  /// Whether a language's runtime or the system's libraries read a variable, whatever the program.
  private static func isReadByRuntime(_ name: String) -> Bool {
    switch name {
    case "PORT", "TZ", "LANG", "PATH", "HOME", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY",
      "SSL_CERT_FILE", "SSL_CERT_DIR":
      true
    default: runtimePrefixes.contains { name.hasPrefix($0) }
    }
  }

  /// The system's locale, libpq, OpenTelemetry's libraries, and runtimes.
  private static let runtimePrefixes = [
    "LC_", "PG", "OTEL_", "NODE_", "PYTHON", "RUBY", "SWIFT_", "MALLOC_",
  ]
}
