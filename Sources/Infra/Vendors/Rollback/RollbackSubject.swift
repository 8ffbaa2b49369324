package import InfraKit

/// What a rollback is about: one deployment of an environment, as each platform knows its parts.
package struct RollbackSubject: Sendable {
  /// Something that runs code of a release.
  package struct Part: Sendable, Hashable {
    /// What it does, which decides when its turn is.
    package enum Role: Sendable, Hashable {
      /// It answers requests.
      case service
      /// It works through jobs: a worker, or a cron job.
      case worker
      /// It is a static site.
      case site
    }

    /// The resource.
    package let resource: ResourceID
    /// What the platform calls it.
    package let name: String
    /// What it does.
    package let role: Role
    /// Whether it runs on a schedule.
    package let isScheduled: Bool
    /// The image that it runs, where nothing is built from the repository.
    package let image: String?
    /// An address that answers when it is well, where the description knows one.
    package let health: String?
    /// The branch that deploys it, where that is not the repository's first.
    package let branch: String?
  }

  /// What one platform hosts.
  package struct Place: Sendable {
    /// The platform.
    package let platform: Platform
    /// What runs code there, in the author's order.
    package let parts: [Part]
    /// The databases there, as the platform calls them.
    package let databases: [String]
    /// Whether it is what the platform calls production; only Vercel tells.
    package let isProduction: Bool
    /// The branch whose pushes deploy it; nil for the repository's first branch, or for none.
    package let branch: String?
  }

  /// The environment's name.
  package let environment: String
  /// The deployment's name.
  package let deployment: String
  /// The platforms, in the author's order.
  package let places: [Place]

  /// Looks a deployment up in what its targets make of it.
  package init(_ environment: Environment, _ deployment: Deployment) {
    let plan = Plan(environment, deployment)
    self.environment = environment.name
    self.deployment = deployment.name
    places = deployment.targets.indices.map { index in
      Self.place(HostedPart(plan, target: index), deployment.targets[index])
    }
  }

  private static func place(_ part: HostedPart, _ target: any Target) -> Place {
    let emission = target.emit(part)
    var entries: [ResourceID: RecordedEntry] = [:]
    for entry in emission.entries {
      if let id = entry.resource, entries[id] == nil { entries[id] = entry }
    }
    var branch: String?
    if case .named(let name) = emission.branch { branch = name }
    func name(_ id: ResourceID) -> String { entries[id]?.name ?? id.name }
    func made(
      _ id: ResourceID,
      _ role: Part.Role,
      isScheduled: Bool = false,
      _ source: Source? = nil,
      health: String? = nil
    ) -> Part {
      var image: String?
      if case .image(let pulled) = source { image = pulled.reference }
      return Part(
        resource: id,
        name: name(id),
        role: role,
        isScheduled: isScheduled,
        image: image,
        health: health,
        branch: branch
      )
    }
    let services = part.services.map { service in
      made(
        service.id,
        service.port == nil ? .worker : .service,
        service.source,
        health: health(of: service)
      )
    }
    let sites = part.sites.map { site in
      made(site.id, .site, health: site.domains.first.map { "https://\($0.name)/" })
    }
    let jobs = part.jobs.map { made($0.id, .worker, isScheduled: true, $0.source) }
    let kinds = entries.values.compactMap { $0["environment"] }
    return Place(
      platform: target.platform,
      parts: services + sites + jobs,
      databases: part.databases.map { name($0.id) },
      isProduction: kinds.isEmpty || kinds.contains("production"),
      branch: branch
    )
  }

  private static func health(of service: Service) -> String? {
    guard let domain = service.domains.first else { return nil }
    guard case .http(let path) = service.health?.probe else { return "https://\(domain.name)/" }
    return "https://\(domain.name)\(path)"
  }
}

/// The release that a rollback goes back to, and the one that it leaves.
package struct RollbackRelease: Sendable, Hashable {
  /// The tag, such as `v1.3.0`.
  package let tag: String
  /// The commit, as 40 hexadecimal digits.
  package let commit: String

  /// Names a release.
  package init(_ tag: String, commit: String) {
    self.tag = tag
    self.commit = commit
  }
}
