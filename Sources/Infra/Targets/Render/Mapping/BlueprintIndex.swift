import InfraKit

/// The entries of a Blueprint by name.
struct BlueprintIndex {
  /// The services.
  private(set) var services: [String: Blueprint.Service] = [:]

  /// The databases, also under the names of their read replicas.
  private(set) var databases: [String: Blueprint.Database] = [:]

  /// The groups.
  let groups: Set<String>

  private let held: [String: [String]]

  init(_ blueprint: Blueprint) {
    var held: [String: [String]] = [:]
    for group in blueprint.allGroups { held[group.name] = group.envVars.map(\.key) }
    self.held = held
    groups = Set(held.keys)
    let all = blueprint.allServices
    services.reserveCapacity(all.count)
    for service in all { services[service.name] = service }
    for database in blueprint.allDatabases {
      for replica in database.readReplicas ?? [] { databases[replica.name] = database }
      databases[database.name] = database
    }
  }

  /// The variables of a service, those of its groups included; nil for one that is not in the file.
  func keys(of service: String) -> Set<String>? {
    guard let service = services[service] else { return nil }
    var names = Set(service.envVars.compactMap(\.key))
    for case .group(let variables) in service.envVars {
      names.formUnion(held[variables.fromGroup] ?? [])
    }
    return names
  }
}
