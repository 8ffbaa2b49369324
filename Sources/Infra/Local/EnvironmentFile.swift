package import InfraContract

/// A value that people keep on their own machine, by name.
package struct WantedValue: Sendable, Hashable {
  /// The variable.
  package let name: String

  /// Where the value comes from.
  package let origin: Secret.Origin

  /// What it is, to follow a dash.
  package let purpose: String

  /// Names a value.
  package init(name: String, origin: Secret.Origin, purpose: String) {
    self.name = name
    self.origin = origin
    self.purpose = purpose
  }
}

/// The file with what one developer's machine keeps for an environment: `.env`.
///
/// It is never committed. Compose and `infra dev` read it, and `infra secrets init` makes it.
package struct EnvironmentFile: Sendable, Hashable {
  /// The path from the root.
  package let path: String

  /// What it must hold, in order of first use.
  package let wanted: [WantedValue]

  /// The ports that it can move.
  package let ports: [LocalPort]

  /// What follows the folder's name in the project's, to keep apart the projects of one clone.
  package let projectSuffix: String

  /// Describes a file.
  package init(path: String, wanted: [WantedValue], ports: [LocalPort], projectSuffix: String) {
    self.path = path
    self.wanted = wanted
    self.ports = ports
    self.projectSuffix = projectSuffix
  }

  /// The variable with the name that keeps apart the projects of one machine.
  package static let projectVariable = "COMPOSE_PROJECT_NAME"
}

extension EnvironmentFile {
  /// The file of an environment that no target keeps one for: what `infra dev` needs alone.
  package init(for environment: Environment) {
    let application = environment.application
    var wanted: [WantedValue] = []
    var names: Set<String> = []
    func want(_ value: WantedValue) {
      if names.insert(value.name).inserted { wanted.append(value) }
    }
    for database in application.databases {
      want(
        WantedValue(
          name: LocalNames.password(of: database),
          origin: .generated(bytes: LocalNames.passwordBytes),
          purpose: LocalNames.passwordPurpose(of: database)
        )
      )
    }
    for resource in application.configured {
      for entry in resource.shared.flatMap(\.variables.entries) + resource.variables.entries {
        for secret in entry.value.secrets {
          want(
            WantedValue(
              name: secret.name,
              origin: secret.origin,
              purpose: LocalNames.purpose(of: secret)
            )
          )
        }
      }
    }
    self.init(
      path: environment.name == "dev" ? ".env" : ".env." + environment.name,
      wanted: wanted,
      ports: LocalPort.assigned(
        services: application.services,
        sites: application.sites,
        databases: application.databases,
        caches: application.caches
      ),
      projectSuffix: environment.name == "dev" ? "" : "-" + environment.name
    )
  }
}

extension EnvironmentOutput {
  /// The file with the values of a developer's machine: that of the first target that reads one.
  package var environmentFile: EnvironmentFile {
    for deployment in deployments {
      if let file = deployment.environmentFile { return file }
    }
    return EnvironmentFile(for: environment)
  }
}

extension EnvironmentOutput {
  /// Whether this machine keeps its values: a target reads them from a file, or it is called `dev`.
  package var isLocal: Bool {
    environment.name == "dev" || deployments.contains { $0.environmentFile != nil }
  }
}
