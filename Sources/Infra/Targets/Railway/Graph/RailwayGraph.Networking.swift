public import InfraSerialization

extension RailwayGraph {
  /// How a service is reached.
  ///
  /// Changes of networking are never staged: an apply makes them at once.
  public struct Networking: Codable, Hashable, Sendable {
    /// Names under Railway's own domain, which Railway generates and no file should hold.
    public var serviceDomains: OrderedMap<Nullable<DomainConfig>>

    /// Names of the team's own, which must be registered with Railway before the first plan.
    public var customDomains: OrderedMap<Nullable<DomainConfig>>

    /// Ports that are open to the public as plain TCP, by number; `.null` closes one.
    public var tcpProxies: OrderedMap<Nullable<Present>>

    /// The name on the private network; by default the service's name.
    public var privateNetworkEndpoint: String?

    /// Creates a block for a service that only the private network reaches.
    public init() {
      serviceDomains = [:]
      customDomains = [:]
      tcpProxies = [:]
    }
  }

  /// Where a domain's requests go.
  public struct DomainConfig: Codable, Hashable, Sendable {
    /// The port that the service listens on.
    public var port: Int?

    /// Creates a destination.
    public init(port: Int? = nil) { self.port = port }
  }

  /// Whether and how answers are cached at Railway's edge.
  ///
  /// It needs a public domain. Say what differs from the default only.
  public struct ContentDelivery: Codable, Hashable, Sendable {
    /// Whether anything is cached.
    public var enabled: Bool?

    /// How long an answer without `Cache-Control` is kept, in seconds; 7200 where it is absent.
    public var defaultTtlSeconds: Int?

    /// Whether HTML is cached; `auto`, where it is absent, follows the answer's headers.
    public var htmlCaching: HTMLCaching?

    /// Whether `stale-while-revalidate` is honoured; it is where it is absent.
    public var staleWhileRevalidate: Bool?

    /// What a deploy drops from the cache; HTML where it is absent.
    public var purgeOnDeploy: Purge?

    /// Creates the settings.
    public init(enabled: Bool? = nil) { self.enabled = enabled }

    /// Whether HTML is cached.
    public struct HTMLCaching: Vocabulary {
      /// The name in the file.
      public let rawValue: String
      /// Creates a name that may be newer than this list.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// As the answer's headers say.
      public static let auto: HTMLCaching = "auto"
      /// Always.
      public static let force: HTMLCaching = "force"
      /// Never.
      public static let never: HTMLCaching = "never"
    }

    /// What a deploy drops from the cache.
    public struct Purge: Vocabulary {
      /// The name in the file.
      public let rawValue: String
      /// Creates a name that may be newer than this list.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// Nothing.
      public static let off: Purge = "off"
      /// HTML.
      public static let html: Purge = "html"
      /// Everything.
      public static let all: Purge = "all"
    }
  }
}
