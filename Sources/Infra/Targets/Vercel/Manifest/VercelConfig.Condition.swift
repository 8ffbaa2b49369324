public import InfraSerialization

extension VercelConfig {
  /// Something that a request has or lacks; at most 16 make one list.
  public struct Condition: Codable, Hashable, Sendable {
    /// The part of the request.
    public var type: Part
    /// The name of the header, cookie or parameter; a host has none.
    public var key: String?
    /// A regular expression or a comparison; any value where it is absent.
    public var value: Match?

    /// Describes a condition.
    public init(_ type: Part, _ key: String? = nil, _ value: Match? = nil) {
      self.type = type
      self.key = key
      self.value = value
    }

    /// The request's host.
    public static func host(_ value: Match) -> Condition { Condition(.host, nil, value) }
    /// A header of the request.
    public static func header(_ key: String, _ value: Match? = nil) -> Condition {
      Condition(.header, key, value)
    }
    /// A cookie of the request.
    public static func cookie(_ key: String, _ value: Match? = nil) -> Condition {
      Condition(.cookie, key, value)
    }
    /// A parameter of the request's query.
    public static func query(_ key: String, _ value: Match? = nil) -> Condition {
      Condition(.query, key, value)
    }

    /// A part of a request.
    public struct Part: Vocabulary {
      /// The word.
      public let rawValue: String
      /// Takes a word.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// The host.
      public static let host: Part = "host"
      /// A header.
      public static let header: Part = "header"
      /// A cookie.
      public static let cookie: Part = "cookie"
      /// A parameter of the query.
      public static let query: Part = "query"

      /// The words that the schema takes.
      public static let schemaWords: [Self] = [.host, .header, .cookie, .query]
    }
  }

  /// A regular expression, or a comparison.
  public typealias Match = Either<String, Comparison>

  /// A comparison of a value; every part that is given must hold.
  public struct Comparison: Codable, Hashable, Sendable {
    /// Equal to.
    public var eq: Either<String, Double>?
    /// Not equal to.
    public var neq: String?
    /// One of.
    public var inc: [String]?
    /// None of.
    public var ninc: [String]?
    /// Starts with.
    public var pre: String?
    /// Ends with.
    public var suf: String?
    /// Matches a regular expression; not in the target of a ``Transform``.
    public var re: String?
    /// Greater than.
    public var gt: Double?
    /// Greater than or equal to.
    public var gte: Double?
    /// Less than.
    public var lt: Double?
    /// Less than or equal to.
    public var lte: Double?

    /// Creates a comparison without parts.
    public init() {}
  }
}
