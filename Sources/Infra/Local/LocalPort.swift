import InfraContract

/// A port of a developer's machine that leads to a resource.
package struct LocalPort: Sendable, Hashable {
  /// The resource that it leads to.
  package let id: ResourceID

  /// The variable of `.env` that moves it.
  package let variable: String

  /// Where it is unless moved.
  package let number: Int

  /// Describes a port.
  package init(id: ResourceID, variable: String, number: Int) {
    self.id = id
    self.variable = variable
    self.number = number
  }

  /// The port of a Postgres server.
  package static let postgres = 5432

  /// The port of a key-value store.
  package static let keyValue = 6379

  /// Where sites that have no port of their own are looked for first.
  private static let firstSite = 3000

  /// The ports of everything that a browser or a developer's tools reach: databases, caches,
  /// services, sites.
  ///
  /// A resource gets its own port if no other has it, else the next free one. Ports that only
  /// administrators may open move up by 8000. Private services come last, so that those of the
  /// others are the same with and without them: in containers nobody outside reaches them.
  package static func assigned(
    services: [Service],
    sites: [StaticSite],
    databases: [Postgres],
    caches: [KeyValue],
    includingPrivate: Bool = false
  ) -> [LocalPort] {
    // What is taken leads to where the search for a free one goes on.
    var next: [Int: Int] = [:]
    var numbers: [ResourceID: Int] = [:]
    func assign(_ resource: some Resource, _ wanted: Int) {
      let first = wanted < 1024 ? wanted + 8000 : wanted
      var number = first
      while let following = next[number] { number = following }
      next[number] = number + 1
      var passed = first
      while passed < number, let following = next[passed] {
        next[passed] = number + 1
        passed = following
      }
      numbers[resource.id] = number
    }
    for service in services where service.isPublic {
      if let port = service.port { assign(service, port.number) }
    }
    for site in sites { if let server = site.serve { assign(site, server.port.number) } }
    for database in databases { assign(database, postgres) }
    for cache in caches { assign(cache, keyValue) }
    for site in sites where site.serve == nil { assign(site, firstSite) }
    for service in services where includingPrivate && !service.isPublic {
      if let port = service.port { assign(service, port.number) }
    }

    let resources: [any Resource] = databases + caches + services + sites
    return resources.compactMap { resource in
      numbers[resource.id].map {
        LocalPort(
          id: resource.id,
          variable: LocalNames.variable(resource.id.name, "PORT"),
          number: $0
        )
      }
    }
  }
}
