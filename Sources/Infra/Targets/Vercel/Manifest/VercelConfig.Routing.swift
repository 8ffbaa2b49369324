public import InfraSerialization

extension VercelConfig {
  /// Response headers for the paths that match a pattern.
  public struct HeaderRule: Codable, Hashable, Sendable {
    /// The paths, as a path-to-regexp pattern.
    public var source: String
    /// The headers, at most 1,024; Vercel asks for the list even where it is empty.
    public var headers: [Header]?
    /// What the request must have.
    public var has: [Condition]?
    /// What the request must not have.
    public var missing: [Condition]?

    /// Sets headers.
    public init(
      source: String,
      headers: [Header],
      has: [Condition]? = nil,
      missing: [Condition]? = nil
    ) {
      self.source = source
      self.headers = headers
      self.has = has
      self.missing = missing
    }
  }

  /// A response header.
  public struct Header: Codable, Hashable, Sendable {
    /// The name.
    public var key: String
    /// The value, of at most 32,768 characters.
    public var value: String

    /// Names a header and its value.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// An answer that sends the browser elsewhere.
  public struct Redirect: Codable, Hashable, Sendable {
    /// The paths, as a path-to-regexp pattern, or a whole address with its domain.
    public var source: String
    /// A path or an address, with the names that the source or ``has`` binds.
    public var destination: String
    /// Whether it is for good (308, also where it is absent) or temporary (307).
    public var permanent: Bool?
    /// Any other status; not together with ``permanent``.
    public var statusCode: Int?
    /// What the request must have.
    public var has: [Condition]?
    /// What the request must not have.
    public var missing: [Condition]?
    /// The variables, at most 64, whose `$NAME` in the destination is replaced at run time.
    public var env: [String]?

    /// Redirects paths.
    public init(source: String, destination: String, permanent: Bool? = nil) {
      self.source = source
      self.destination = destination
      self.permanent = permanent
    }
  }

  /// An answer with the content of another path, address or service.
  public struct Rewrite: Codable, Hashable, Sendable {
    /// The paths, as a path-to-regexp pattern.
    public var source: String
    /// A path, an address or a service, with the names that the source or ``has`` binds.
    public var destination: Either<String, ServiceDestination>
    /// Changes of the path that the destination sees.
    public var transforms: [Transform]?
    /// What the request must have.
    public var has: [Condition]?
    /// What the request must not have.
    public var missing: [Condition]?
    /// A status in place of the destination's own.
    public var statusCode: Int?
    /// The variables, at most 64, whose `$NAME` in the destination is replaced at run time.
    public var env: [String]?
    /// Whether an outside origin decides about caching; true where it is absent.
    public var respectOriginCacheControl: Bool?

    /// Rewrites paths.
    public init(source: String, destination: Either<String, ServiceDestination>) {
      self.source = source
      self.destination = destination
    }
  }

  /// A service that takes requests over.
  public struct ServiceDestination: Codable, Hashable, Sendable {
    /// A marker of this shape, which Vercel no longer asks for.
    public var type: Kind?
    /// The name of the service.
    public var service: String
    /// The path by which the service's own routes are chosen; its code sees the original one.
    public var path: String?

    /// Names a service.
    public init(_ service: String, path: String? = nil) {
      self.service = service
      self.path = path
    }

    /// The marker.
    public struct Kind: Vocabulary {
      /// The word.
      public let rawValue: String
      /// Takes a word.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// A service of this project.
      public static let service: Kind = "service"

      /// The words that the schema takes.
      public static let schemaWords: [Self] = [.service]
    }
  }
}
