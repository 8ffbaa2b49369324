public import InfraSerialization

extension VercelConfig {
  /// A change of a request or of its answer on the way.
  ///
  /// A rewrite knows `request.path` with `set` only; a route knows them all.
  public struct Transform: Codable, Hashable, Sendable {
    /// What is changed.
    public var type: Part
    /// How it is changed.
    public var op: Operation
    /// The header or parameter; a path has none.
    public var target: Target?
    /// The values; Vercel asks for them unless something is deleted.
    public var args: Either<String, [String]>?
    /// The variables, at most 64, whose `$NAME` in the values is replaced at run time.
    public var env: [String]?

    /// Describes a change.
    public init(
      _ type: Part,
      _ op: Operation,
      target: Target? = nil,
      args: Either<String, [String]>? = nil,
      env: [String]? = nil
    ) {
      self.type = type
      self.op = op
      self.target = target
      self.args = args
      self.env = env
    }

    /// What a transform changes.
    public struct Part: Vocabulary {
      /// The word.
      public let rawValue: String
      /// Takes a word.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// The request's headers.
      public static let requestHeaders: Part = "request.headers"
      /// The request's query.
      public static let requestQuery: Part = "request.query"
      /// The answer's headers.
      public static let responseHeaders: Part = "response.headers"
      /// The path that the destination sees.
      public static let requestPath: Part = "request.path"

      /// The words that the schema takes.
      public static let schemaWords: [Self] = [
        .requestHeaders, .requestQuery, .responseHeaders, .requestPath,
      ]
    }

    /// How a transform changes it.
    public struct Operation: Vocabulary {
      /// The word.
      public let rawValue: String
      /// Takes a word.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// Adds a value.
      public static let append: Operation = "append"
      /// Replaces the values.
      public static let set: Operation = "set"
      /// Takes the values away.
      public static let delete: Operation = "delete"

      /// The words that the schema takes.
      public static let schemaWords: [Self] = [.append, .set, .delete]
    }

    /// The header or parameter that a transform changes.
    public struct Target: Codable, Hashable, Sendable {
      /// A name, or a comparison that names must meet.
      public var key: Match
      /// Entries that the schema leaves open.
      public var others: OrderedMap<AnyValue> = [:]

      /// Names a header or parameter.
      public init(_ key: Match) { self.key = key }
    }
  }
}
