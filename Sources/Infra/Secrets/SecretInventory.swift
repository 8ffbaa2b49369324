package import InfraContract
package import InfraKit

/// The secrets of an environment: where each comes from, who reads it, and where it is kept.
package struct SecretInventory: Sendable {
  /// Where a value is read.
  package struct Use: Sendable, Hashable {
    /// The resource.
    package let resource: ResourceID
    /// The variable, or what a build calls it.
    package let variable: String
    /// What reads it there, such as `as build secret`; nil for a variable of a process.
    package let manner: String?
  }

  /// What one target of a deployment does with a secret.
  package struct Keeping: Sendable {
    /// The deployment.
    package let deployment: String
    /// The platform.
    package let platform: Platform
    /// The variables that have it there.
    package let places: [SecretPlace]
    /// What the target hosts.
    package let part: HostedPart
    /// The target.
    package let target: any Target
  }

  /// One secret.
  package struct Entry: Sendable {
    /// The name.
    package let name: String
    /// Where its value comes from.
    package let origin: Secret.Origin
    /// The declaration; nil for what only this machine has, such as a database's password.
    package let secret: Secret?
    /// What it is, where it is none of the description's.
    package let purpose: String?
    /// Who reads it.
    package let uses: [Use]
    /// What each target does with it.
    package let keepings: [Keeping]
    /// The file on this machine that has it; nil where none does.
    package let file: String?
  }

  /// The environment.
  package let environment: EnvironmentOutput

  /// The file with the values of this machine; nil where platforms keep them.
  package let file: EnvironmentFile?

  /// The secrets in order of first use.
  package let entries: [Entry]

  /// Takes stock of an environment.
  package init(_ output: EnvironmentOutput) {
    environment = output
    let application = output.environment.application
    let file = output.isLocal ? output.environmentFile : nil
    self.file = file
    var secrets: [Secret] = []
    var uses: [String: [Use]] = [:]
    func add(_ secret: Secret, _ use: Use) {
      if uses[secret.name] == nil { secrets.append(secret) }
      if uses[secret.name]?.contains(use) != true { uses[secret.name, default: []].append(use) }
    }
    for resource in application.configured {
      for entry in resource.shared.flatMap(\.variables.entries) + resource.variables.entries {
        for secret in entry.value.secrets {
          add(secret, Use(resource: resource.id, variable: entry.name, manner: nil))
        }
      }
    }
    application.eachSetting { setting in
      guard case .buildSecret = setting.place else { return }
      for secret in setting.value.secrets {
        add(
          secret,
          Use(resource: setting.reader, variable: setting.name, manner: "secret of its build")
        )
      }
    }
    let plans = output.deployments.map(\.plan)
    var entries = secrets.map { secret in
      Entry(
        name: secret.name,
        origin: secret.origin,
        secret: secret,
        purpose: nil,
        uses: uses[secret.name] ?? [],
        keepings: plans.flatMap { Self.keepings(of: secret, in: $0) },
        file: file?.wanted.contains { $0.name == secret.name } == true ? file?.path : nil
      )
    }
    for value in file?.wanted ?? [] where uses[value.name] == nil {
      entries.append(
        Entry(
          name: value.name,
          origin: value.origin,
          secret: nil,
          purpose: value.purpose,
          uses: [],
          keepings: [],
          file: file?.path
        )
      )
    }
    self.entries = entries
  }

  /// The secret of a name.
  package func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

  private static func keepings(of secret: Secret, in plan: Plan) -> [Keeping] {
    plan.deployment.targets.indices.compactMap { index in
      let part = HostedPart(plan, target: index)
      let target = plan.deployment.targets[index]
      let hosted = part.services as [any Configured] + part.sites + part.jobs
      let places = hosted.flatMap { resource -> [SecretPlace] in
        let entries = (resource.shared.flatMap(\.variables.entries) + resource.variables.entries)
          .filter { $0.value.secrets.contains { $0.name == secret.name } }
        if entries.isEmpty { return [] }
        let deliveries = target.deliveries(part, to: resource.id)
        return entries.map { entry in
          let form = deliveries.last { $0.variable == entry.name }?.form
          return SecretPlace(secret, resource.id, entry.name, form)
        }
      }
      if places.isEmpty { return nil }
      return Keeping(
        deployment: plan.deployment.name,
        platform: target.platform,
        places: places,
        part: part,
        target: target
      )
    }
  }
}

extension Secret.Origin {
  /// Where the value comes from, such as `generated, 32 bytes`.
  package var words: String {
    switch self {
    case .generated(let bytes): "generated, \(bytes) bytes"
    case .provided(let place): Wording.printable("provided by a person: \(place)")
    }
  }
}
