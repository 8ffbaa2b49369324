import InfraKit

extension RenderFile {
  /// What the file says that Render does not let go of, or that lies with it once it exists.
  var entries: [RecordedEntry] {
    services.map(entry) + databases.map(entry)
  }

  private func entry(_ service: Blueprint.Service) -> RecordedEntry {
    if case .keyValue(let cache) = service { return entry(cache) }
    var entry = made("service", service.name)
    entry.add("type", service.type.rawValue)
    entry.add("runtime", service.runtime?.rawValue)
    entry.add("region", service.region?.rawValue)
    if case .server(let server) = service, let disk = server.disk {
      entry.add("disk", "\(disk.sizeGB ?? RenderFacts.standardDiskGB.value)")
    }
    if case .site(let site) = service {
      entry.add("headers", words: site.headers.map { "\($0.path):\($0.name)" })
      entry.add("routes", words: site.routes.map(\.source))
    }
    entry.add("variables", words: service.envVars.compactMap(\.key))
    entry.add(
      "secrets",
      words: service.envVars.compactMap { variable in
        guard case .direct(let direct) = variable, direct.sync == false else { return nil }
        return direct.key
      }
    )
    return entry
  }

  private func entry(_ cache: Blueprint.KeyValueService) -> RecordedEntry {
    var entry = made("cache", cache.name)
    entry.add("region", (cache.region ?? RenderFacts.standardRegion.value).rawValue)
    entry.add("plan", cache.plan?.rawValue)
    entry.add("persistence", cache.persistenceMode?.rawValue)
    return entry
  }

  private func entry(_ database: Blueprint.Database) -> RecordedEntry {
    var entry = made("database", database.name)
    entry.add("region", (database.region ?? RenderFacts.standardRegion.value).rawValue)
    entry.add("version", database.postgresMajorVersion?.rawValue)
    entry.add("databaseName", database.databaseName)
    entry.add("user", database.user)
    entry.add("plan", database.plan?.rawValue)
    entry.add("disk", database.diskSizeGB.map { "\($0)" })
    entry.add("replicas", words: (database.readReplicas ?? []).map(\.name))
    return entry
  }

  private func made(_ kind: String, _ name: String) -> RecordedEntry {
    RecordedEntry(kind, name, of: origins[name]?.resource, at: site(name))
  }
}

extension Blueprint.Service {
  /// The runtime, where it has one.
  fileprivate var runtime: Blueprint.Runtime? {
    switch self {
    case .server(let server): server.runtime
    case .site: .static
    case .cron(let job): job.runtime
    case .keyValue: nil
    case .workflow(let workflow): workflow.runtime
    }
  }
}
