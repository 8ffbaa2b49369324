/// The kinds of resource that an application lists.
public enum ResourceKind: String, Sendable, Hashable, CaseIterable {
  /// A process that runs: public, private, or a worker.
  case service
  /// A static site.
  case site
  /// A command that runs on a schedule.
  case job
  /// A Postgres database.
  case postgres
  /// A key-value store.
  case keyValue

  /// The kind as sentences name it: `service`, `static site`, `cron job`, `database`, `cache`.
  public var title: String {
    switch self {
    case .service: "service"
    case .site: "static site"
    case .job: "cron job"
    case .postgres: "database"
    case .keyValue: "cache"
    }
  }

  /// The argument of `Application` that lists this kind.
  public var listLabel: String {
    switch self {
    case .service: "services"
    case .site: "sites"
    case .job: "jobs"
    case .postgres: "databases"
    case .keyValue: "caches"
    }
  }
}

/// The identity of a resource: its kind and its name.
public struct ResourceID: Sendable, Hashable {
  /// The kind.
  public let kind: ResourceKind

  /// The name.
  public let name: String

  /// Creates an identity.
  public init(_ kind: ResourceKind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// Feeds the name to a hasher: names alone tell resources apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The resource as sentences name it, such as `service 'api'`.
  public var title: String { "\(kind.title) '\(name)'" }
}

/// Something that an application lists and a target hosts.
public protocol Resource: Sendable {
  /// The identity.
  var id: ResourceID { get }

  /// Where the author declared it.
  var site: CallSite { get }

  /// The rules that the author raised or silenced here.
  var rules: [RuleException] { get }
}

/// A resource that runs with variables.
public protocol Configured: Resource {
  /// The variables that belong to this resource alone.
  var variables: Variables { get set }

  /// The shared variables that it reads besides its own.
  var shared: [SharedVariables] { get set }
}
