public import InfraSerialization

extension VercelConfig {
  /// A low-level route, or the start of a phase of routing.
  ///
  /// Three pairs of spellings exist; a route may use one of each pair only.
  public struct Route: Codable, Hashable, Sendable {
    /// The paths, as a regular expression.
    public var src: String?
    /// The other spelling of ``src``.
    public var source: String?
    /// A path or an address.
    public var dest: String?
    /// The other spelling of ``dest``, which may also be a service.
    public var destination: Either<String, ServiceDestination>?
    /// Response headers, at most 100.
    public var headers: OrderedMap<String>?
    /// The methods, at most ten; all where it is absent.
    public var methods: [String]?
    /// Whether the case of letters counts.
    public var caseSensitive: Bool?
    /// Whether headers of later routes give way.
    ///
    /// Deprecated.
    public var important: Bool?
    /// Whether a person wrote it, rather than a builder.
    public var user: Bool?
    /// Whether later routes are tried as well.
    public var `continue`: Bool?
    /// Whether it replaces a builder's route.
    ///
    /// Deprecated.
    public var override: Bool?
    /// Whether files are looked up again for the new path.
    public var check: Bool?
    /// Whether it is left out of what people see.
    public var isInternal: Bool?
    /// The status of the answer.
    public var status: Int?
    /// The other spelling of ``status``.
    public var statusCode: Int?
    /// Redirects by language.
    public var locale: Locale?
    /// The place of an edge function in the build's output.
    public var middleware: Double?
    /// The path of an edge function in the build's output.
    public var middlewarePath: String?
    /// The patterns that an edge function was written with.
    public var middlewareRawSrc: [String]?
    /// What the request must have.
    public var has: [Condition]?
    /// What the request must not have.
    public var missing: [Condition]?
    /// What the firewall does with the request.
    public var mitigate: Mitigation?
    /// Changes of the request and of its answer.
    public var transforms: [Transform]?
    /// The variables, at most 64, whose `$NAME` in destination and headers is replaced at run time.
    public var env: [String]?
    /// Whether an outside origin decides about caching; true where it is absent.
    public var respectOriginCacheControl: Bool?
    /// The phase that starts here; a route with it has nothing else.
    public var handle: Phase?

    /// Routes paths.
    public init(src: String, dest: String? = nil) {
      self.src = src
      self.dest = dest
    }

    /// Starts a phase of routing.
    public init(handle: Phase) { self.handle = handle }
  }
}

extension VercelConfig.Route {
  /// Redirects by the language that a browser prefers.
  public struct Locale: Codable, Hashable, Sendable {
    /// Destinations by language.
    public var redirect: OrderedMap<String>?
    /// The language of the path.
    public var value: String?
    /// The path.
    public var path: String?
    /// The cookie that overrules the browser.
    public var cookie: String?
    /// The language where none fits.
    public var `default`: String?

    /// Creates redirects without entries.
    public init() {}
  }

  /// What the firewall does with a request.
  public struct Mitigation: Codable, Hashable, Sendable {
    /// The action.
    public var action: Action

    /// Names an action.
    public init(_ action: Action) { self.action = action }

    /// An action of the firewall.
    public struct Action: Vocabulary {
      /// The word.
      public let rawValue: String
      /// Takes a word.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// Asks for proof of a person.
      public static let challenge: Action = "challenge"
      /// Refuses.
      public static let deny: Action = "deny"

      /// The words that the schema takes.
      public static let schemaWords: [Self] = [.challenge, .deny]
    }
  }

  /// A phase of routing.
  public struct Phase: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// After an error.
    public static let error: Phase = "error"
    /// Once files have been looked up.
    public static let filesystem: Phase = "filesystem"
    /// Once a file was found.
    public static let hit: Phase = "hit"
    /// Once no file was found.
    public static let miss: Phase = "miss"
    /// Before a resource is looked up.
    public static let resource: Phase = "resource"
    /// Once a rewrite was made.
    public static let rewrite: Phase = "rewrite"

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.error, .filesystem, .hit, .miss, .resource, .rewrite]
  }
}
