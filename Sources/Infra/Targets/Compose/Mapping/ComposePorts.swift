import InfraContract
import InfraKit
import InfraSerialization

/// Which port of the host leads to which resource.
enum ComposePorts {
  /// The port of a Postgres server.
  static let postgres = 5432

  /// The port of a key-value store.
  static let keyValue = 6379

  /// Where sites that nginx serves are looked for first.
  private static let firstSite = 3000

  /// The ports of everything that a browser or a developer's tools reach, in the order of the file.
  ///
  /// A resource gets its own port if no other has it, else the next free one. Ports that only
  /// administrators may open move up by 8000.
  static func assigned(in part: HostedPart) -> [ComposeProject.HostPort] {
    var taken: Set<Int> = []
    var numbers: [ResourceID: Int] = [:]
    func assign(_ resource: some Resource, _ wanted: Int) {
      var number = wanted < 1024 ? wanted + 8000 : wanted
      while taken.contains(number) { number += 1 }
      taken.insert(number)
      numbers[resource.id] = number
    }
    for service in part.services where service.isPublic {
      if let port = service.port { assign(service, port.number) }
    }
    for site in part.sites { if let server = site.serve { assign(site, server.port.number) } }
    for database in part.databases { assign(database, postgres) }
    for cache in part.caches { assign(cache, keyValue) }
    for site in part.sites where site.serve == nil { assign(site, firstSite) }

    let resources: [any Resource] = part.databases + part.caches + part.services + part.sites
    return resources.compactMap { resource in
      numbers[resource.id].map {
        ComposeProject.HostPort(
          id: resource.id,
          variable: ComposeNames.variable(resource.id.name, "PORT"),
          number: $0
        )
      }
    }
  }
}

extension ComposeProject.HostPort {
  /// The port as the file writes it.
  var reference: ComposeVariable { ComposeVariable(variable, default: "\(number)") }
}

extension ComposeMapping {
  /// The port of a resource, published for this machine alone; none for what is private.
  func published(_ id: ResourceID, target: Int) -> [Either<
    ComposeSetting<Double>, ComposeFile.Port
  >]? {
    guard let port = project.port(of: id) else { return nil }
    return [
      .right(
        .init(
          target: .value(target),
          published: .text(ComposeText(port.reference)),
          hostIP: "127.0.0.1"
        )
      )
    ]
  }
}
