import InfraKit

extension RenderRules {
  /// A property is one that its owner has.
  enum ReferencedProperties: BlueprintRule {
    static let rule = Rule(
      "referenced-properties",
      .error,
      "A variable names the type of what it refers to, and a property that this has.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for service in file.services {
        for variable in service.envVars {
          let fault: (message: String, help: String)? =
            switch variable {
            case .direct, .group: nil
            case .database(let variable): fault(of: variable.fromDatabase, file)
            case .service(let variable): fault(of: variable.fromService, file)
            }
          guard let fault, let key = variable.key else { continue }
          file.report(
            rule,
            service.name,
            "reads '\(key)' \(fault.message)",
            help: fault.help,
            &findings
          )
        }
      }
    }

    private static func fault(
      of reference: Blueprint.DatabaseReference,
      _ file: RenderFile
    ) -> (String, String)? {
      guard reference.property == .connectionPoolString,
        let database = file.index.databases[reference.name], database.connectionPool != .pgbouncer
      else { return nil }
      return (
        "through the connection pool of '\(reference.name)', which has none",
        "set pooling: true on the database, or read its url"
      )
    }

    private static func fault(
      of reference: Blueprint.ServiceReference,
      _ file: RenderFile
    ) -> (String, String)? {
      guard let target = file.index.services[reference.name] else { return nil }
      let type = target.type == .redis ? .keyvalue : target.type
      let isSite = if case .site = target { true } else { false }
      let named = reference.type == .redis ? .keyvalue : reference.type
      if named != type, !(isSite && named == .static) {
        return (
          "of type '\(reference.type.rawValue)', but '\(reference.name)' is a '\(type.rawValue)'",
          "write type '\(type.rawValue)'"
        )
      }
      guard let property = reference.property else { return nil }
      let known = isSite ? [] : properties(of: type)
      if known.contains(property) { return nil }
      return (
        "from property '\(property.rawValue)' of '\(reference.name)', which a '\(type.rawValue)' "
          + "does not have",
        known.isEmpty
          ? "it has none; read one of its variables"
          : "it has " + known.map(\.rawValue).joined(separator: ", ")
      )
    }

    private static func properties(
      of type: Blueprint.ServiceType
    ) -> [Blueprint.ServiceProperty] {
      switch type {
      case .web, .pserv: [.host, .port, .hostport]
      case .keyvalue: [.connectionString, .host, .port, .hostport]
      case .workflow: [.slug]
      default: []
      }
    }
  }
}
