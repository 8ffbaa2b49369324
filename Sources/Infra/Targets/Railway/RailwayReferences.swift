package import InfraContract
package import InfraKit

/// What a reference becomes on Railway: the one table that the mapping follows and the documentation
/// prints.
///
/// In a vendor reference NAME stands for the provider's name and PORT for its port. Railway fills in
/// `${{NAME.VARIABLE}}` itself, inside other text too; the name is a service's or a database's own
/// (docs.railway.com/variables/reference, 2026-08-21).
package enum RailwayReferences {
  /// The outcome for a property.
  ///
  /// - Parameters:
  ///   - property: What is asked for.
  ///   - kind: The kind of the provider.
  ///   - here: Whether Railway hosts it in the same deployment.
  ///   - domain: Whether it has a domain of its own.
  /// - Returns: What becomes of it.
  package static func outcome(
    of property: Reference.Property,
    kind: Reference.Kind,
    here: Bool,
    domain: Bool
  ) -> ReferenceOutcome {
    switch kind {
    case .service, .site:
      web(property, of: kind, here: here, domain: domain)
    case .postgres:
      here ? postgres(property) : elsewhere(property, "database")
    case .replica:
      .unsupported("Railway has no read replicas with an address of their own")
    case .keyValue:
      here ? keyValue(property) : elsewhere(property, "cache")
    }
  }

  private static func web(
    _ property: Reference.Property,
    of kind: Reference.Kind,
    here: Bool,
    domain: Bool
  ) -> ReferenceOutcome {
    switch property {
    case .origin:
      if domain { return .literal }
      return here
        ? .vendor("https://${{NAME.RAILWAY_PUBLIC_DOMAIN}}")
        : .asked("the public origin (`https://` and the host name, without a path)")
    case .publicHost:
      if domain { return .literal }
      return here
        ? .vendor("${{NAME.RAILWAY_PUBLIC_DOMAIN}}")
        : .asked("the public host name (without `https://`)")
    case .host, .port, .privateOrigin:
      guard kind == .service else {
        return .unsupported("a static site is reached under its public address only")
      }
      guard here else { return .unsupported("Railway's private network ends at the project") }
      switch property {
      case .port: return .literal
      case .host: return .vendor("${{NAME.RAILWAY_PRIVATE_DOMAIN}}")
      default: return .vendor("http://${{NAME.RAILWAY_PRIVATE_DOMAIN}}:PORT")
      }
    case .url, .pooledURL, .user, .password, .database:
      return .unsupported("only databases and caches have one")
    }
  }

  // The variables of Railway's image (docs.railway.com/databases/postgresql, 2026-08-21).
  private static func postgres(_ property: Reference.Property) -> ReferenceOutcome {
    switch property {
    case .url: .vendor("${{NAME.DATABASE_URL}}")
    case .host: .vendor("${{NAME.PGHOST}}")
    case .port: .vendor("${{NAME.PGPORT}}")
    case .user: .vendor("${{NAME.PGUSER}}")
    case .password: .vendor("${{NAME.PGPASSWORD}}")
    case .database: .vendor("${{NAME.PGDATABASE}}")
    case .pooledURL: .asked("the address that the dashboard shows for PgBouncer in front")
    case .origin, .publicHost, .privateOrigin:
      .unsupported("a database has no web address")
    }
  }

  // The variables of Railway's image (docs.railway.com/databases/redis, 2026-08-21).
  private static func keyValue(_ property: Reference.Property) -> ReferenceOutcome {
    switch property {
    case .url: .vendor("${{NAME.REDIS_URL}}")
    case .host: .vendor("${{NAME.REDISHOST}}")
    case .port: .vendor("${{NAME.REDISPORT}}")
    case .user: .vendor("${{NAME.REDISUSER}}")
    case .password: .vendor("${{NAME.REDISPASSWORD}}")
    case .pooledURL, .database: .unsupported("a cache has none")
    case .origin, .publicHost, .privateOrigin: .unsupported("a cache has no web address")
    }
  }

  private static func elsewhere(
    _ property: Reference.Property,
    _ kind: String
  ) -> ReferenceOutcome {
    switch property {
    case .url, .pooledURL: .asked("the connection URL for the outside")
    case .host: .asked("the host name for the outside")
    case .port: .asked("the port for the outside")
    case .user: .asked("the user")
    case .password: .asked("the password")
    case .database: .asked("the name of the database inside the server")
    case .origin, .publicHost, .privateOrigin: .unsupported("a \(kind) has no web address")
    }
  }
}
