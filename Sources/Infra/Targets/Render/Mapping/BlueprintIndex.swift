import InfraKit

/// The entries of a Blueprint by name.
struct BlueprintIndex {
  /// The services.
  private(set) var services: [String: Blueprint.Service] = [:]

  /// The databases, also under the names of their read replicas.
  private(set) var databases: [String: Blueprint.Database] = [:]

  /// The groups.
  let groups: Set<String>

  /// The variables of each service, those of its groups included.
  private(set) var keys: [String: Set<String>] = [:]

  init(_ blueprint: Blueprint) {
    var held: [String: [String]] = [:]
    for group in blueprint.allGroups { held[group.name] = group.envVars.map(\.key) }
    groups = Set(held.keys)
    for service in blueprint.allServices {
      services[service.name] = service
      var names = Set(service.envVars.compactMap(\.key))
      for case .group(let variables) in service.envVars {
        names.formUnion(held[variables.fromGroup] ?? [])
      }
      keys[service.name] = names
    }
    for database in blueprint.allDatabases {
      for replica in database.readReplicas ?? [] { databases[replica.name] = database }
      databases[database.name] = database
    }
  }
}
