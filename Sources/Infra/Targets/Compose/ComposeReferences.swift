package import InfraContract
package import InfraKit

/// What a reference becomes in Compose: the one table that the mapping follows and the
/// documentation prints.
///
/// Public addresses are those of a browser on the same machine, always `localhost` and never
/// 127.0.0.1: which origin may call an API depends on the spelling. Private ones are names in the
/// project's network.
package enum ComposeReferences {
  /// The outcome for a property.
  ///
  /// - Parameters:
  ///   - property: What is asked for.
  ///   - kind: The kind of the provider.
  ///   - here: Whether Compose runs it in the same deployment.
  ///   - domain: Whether it has a domain of its own, which only counts elsewhere.
  /// - Returns: What becomes of it.
  package static func outcome(
    of property: Reference.Property,
    kind: Reference.Kind,
    here: Bool,
    domain: Bool
  ) -> ReferenceOutcome {
    switch kind {
    case .service, .site:
      switch property {
      case .origin:
        if here { return .vendor("http://localhost:${NAME_PORT:-PORT}") }
        return domain ? .literal : .asked("the public address, `https://` and the host, no path")
      case .publicHost:
        return here || domain ? .literal : .asked("the public host name, without `https://`")
      case .host, .port, .privateOrigin:
        return here
          ? .literal : .unsupported("it is in another platform's private network")
      case .url, .pooledURL, .user, .password, .database:
        return .unsupported("only databases and caches have one")
      }
    case .postgres, .replica, .keyValue:
      switch property {
      case .origin, .publicHost, .privateOrigin: return .unsupported("it has no web address")
      case .pooledURL, .user, .password, .database:
        if kind == .keyValue { return .unsupported("only databases have one") }
      case .url, .host, .port: break
      }
      guard here else { return .asked("the \(words(property)) for clients outside") }
      switch property {
      case .url where kind == .keyValue: return .literal
      case .url, .pooledURL:
        return .vendor("postgres://USER:${NAME_PASSWORD:?…}@NAME:5432/DATABASE")
      case .password: return .vendor("${NAME_PASSWORD:?…}")
      case .host, .port, .user, .database, .origin, .publicHost, .privateOrigin: return .literal
      }
    }
  }

  /// A property as sentences name it.
  static func words(_ property: Reference.Property) -> String {
    switch property {
    case .origin: "public origin"
    case .publicHost: "public host name"
    case .host: "host name"
    case .port: "port"
    case .privateOrigin: "private origin"
    case .url: "connection URL"
    case .pooledURL: "pooled connection URL"
    case .user: "user name"
    case .password: "password"
    case .database: "name of the database"
    }
  }
}
