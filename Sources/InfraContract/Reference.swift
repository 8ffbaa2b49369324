/// A property of another resource, named by kind, name and property.
///
/// A reference never copies what it points at, so an overlay cannot leave it stale. What it becomes
/// on a platform (a literal, the vendor's own reference, or a step of the setup sheet) is decided
/// when the deployment is known.
public struct Reference: Sendable, Hashable {
  /// The kinds of resource that a reference can point at.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A process that runs: public, private, or a worker.
    case service
    /// A static site.
    case site
    /// A Postgres database.
    case postgres
    /// A read replica of a Postgres database.
    case replica
    /// A key-value store.
    case keyValue
  }

  /// The properties that a resource can be asked for.
  public enum Property: String, Sendable, Hashable, CaseIterable {
    /// The public web origin, such as `https://api.example.com`, without a path.
    case origin
    /// The public host name without scheme, such as `api.example.com`.
    case publicHost
    /// The host name on the private network.
    case host
    /// The port on the private network.
    case port
    /// The origin on the private network, such as `http://api:8080`.
    case privateOrigin
    /// The connection URL with user and password, on the private network.
    case url
    /// The connection URL through the connection pooler.
    case pooledURL
    /// The user name of a database.
    case user
    /// The password of a database.
    case password
    /// The name of the database inside the server.
    case database
  }

  /// The kind of the resource.
  public let kind: Kind

  /// The name of the resource.
  public let name: String

  /// The property asked for.
  public let property: Property

  /// Creates a reference to a property of a named resource.
  public init(_ kind: Kind, _ name: String, _ property: Property) {
    self.kind = kind
    self.name = name
    self.property = property
  }
}
