import InfraContract
package import InfraKit

/// One piece of a variable's value, as far as it is known before `.env` is read.
package enum DevText: Sendable, Hashable {
  /// Text as it is.
  case text(String)
  /// A value of `.env`, by name.
  case stored(String)
  /// The number of a port, which `.env` may move.
  case port(ResourceID)
}

/// A variable of a process.
package struct DevVariable: Sendable, Hashable {
  /// The name.
  package let name: String

  /// The pieces of its value.
  package let parts: [DevText]
}

/// What values and references become on this machine.
///
/// Addresses that a browser sees are `localhost`, as in Compose: which origin may call an API
/// depends on the spelling. Databases and caches are at 127.0.0.1, where they listen: some clients
/// try only the first address of `localhost`, which may be that of IPv6.
struct DevReferences {
  private let application: Application
  private let ports: Set<ResourceID>

  init(_ application: Application, ports: [LocalPort]) {
    self.application = application
    self.ports = Set(ports.map(\.id))
  }

  /// The name of the database that a copy is of.
  func database(ofReplica name: String) -> String? {
    application.databases.first { $0.replicas.contains { $0.name == name } }?.name
  }

  /// The variables of a resource: shared ones first, its own after them, each name once.
  func variables(of resource: some Configured) throws(DevProblem) -> [DevVariable] {
    var variables: [DevVariable] = []
    for entry in resource.shared.flatMap(\.variables.entries) + resource.variables.entries {
      let variable = DevVariable(
        name: entry.name,
        parts: try parts(of: entry.value, "variable '\(entry.name)' of \(resource.id.title)")
      )
      if let index = variables.firstIndex(where: { $0.name == entry.name }) {
        variables[index] = variable
      } else {
        variables.append(variable)
      }
    }
    return variables
  }

  private func parts(of value: Value, _ place: String) throws(DevProblem) -> [DevText] {
    var parts: [DevText] = []
    for part in value.parts {
      switch part {
      case .literal(let text): parts.append(.text(text))
      case .secret(let secret): parts.append(.stored(secret.name))
      case .reference(let reference):
        guard let known = self.parts(of: reference) else {
          throw DevProblem(
            "\(place) asks for the \(reference.property.rawValue) of '\(reference.name)', which "
              + "has none on this machine: it listens to nothing",
            help: "give '\(reference.name)' a port, or ask for another property"
          )
        }
        parts += known
      }
    }
    return parts
  }

  private func parts(of reference: Reference) -> [DevText]? {
    switch reference.kind {
    case .service: web(reference.property, ResourceID(.service, reference.name))
    case .site: web(reference.property, ResourceID(.site, reference.name))
    case .postgres, .replica:
      application.databases
        .first { database in
          database.name == reference.name
            || database.replicas.contains { $0.name == reference.name }
        }
        .flatMap { data(reference.property, $0) }
    case .keyValue:
      switch reference.property {
      case .url:
        [.text("redis://127.0.0.1:"), .port(ResourceID(.keyValue, reference.name))]
      case .host: [.text("127.0.0.1")]
      case .port: [.port(ResourceID(.keyValue, reference.name))]
      default: nil
      }
    }
  }

  private func web(_ property: Reference.Property, _ id: ResourceID) -> [DevText]? {
    if property == .host || property == .publicHost { return [.text("localhost")] }
    guard ports.contains(id) else { return nil }
    switch property {
    case .origin, .privateOrigin: return [.text("http://localhost:"), .port(id)]
    case .port: return [.port(id)]
    default: return nil
    }
  }

  private func data(_ property: Reference.Property, _ database: Postgres) -> [DevText]? {
    let user = LocalNames.user(database)
    let name = LocalNames.database(database)
    switch property {
    case .url, .pooledURL:
      return [
        .text("postgres://\(LocalURL.escaped(user)):"), .stored(LocalNames.password(of: database)),
        .text("@127.0.0.1:"), .port(database.id), .text("/\(LocalURL.escaped(name))"),
      ]
    case .host: return [.text("127.0.0.1")]
    case .port: return [.port(database.id)]
    case .user: return [.text(user)]
    case .password: return [.stored(LocalNames.password(of: database))]
    case .database: return [.text(name)]
    case .origin, .publicHost, .privateOrigin: return nil
    }
  }
}
