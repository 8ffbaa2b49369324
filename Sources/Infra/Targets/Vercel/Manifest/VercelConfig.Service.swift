public import InfraSerialization

extension VercelConfig {
  /// A part of the project that is built by itself and deployed with the others.
  ///
  /// It is private until a rewrite of the file leads to it. A name has lower-case letters, hyphens and
  /// underscores only, and neither starts nor ends with one of these
  /// (vercel.com/docs/services/config-reference, 2026-06-30).
  public struct Service: Codable, Hashable, Sendable {
    /// Its directory, from the project's root directory.
    public var root: String
    /// The framework, where it is not detected.
    public var framework: VercelFramework?
    /// The runtime; it must agree with the framework.
    public var runtime: VercelRuntime?
    /// The file or module that serves, or a Dockerfile.
    public var entrypoint: String?
    /// What a container runs in place of its image's own command.
    public var command: Either<String, [String]>?
    /// The install command.
    public var installCommand: String?
    /// The build command.
    public var buildCommand: String?
    /// What `vercel dev` runs.
    public var devCommand: String?
    /// The command that decides whether to build.
    public var ignoreCommand: String?
    /// The directory of built files.
    public var outputDirectory: String?
    /// Other services whose internal addresses it learns at run time; at most 100.
    public var bindings: [Binding]?
    /// Settings of its functions.
    public var functions: OrderedMap<Function>?
    /// Its response headers.
    public var headers: [HeaderRule]?
    /// Its redirects.
    public var redirects: [Redirect]?
    /// Its rewrites.
    public var rewrites: [Rewrite]?
    /// Its low-level routes.
    public var routes: [Route]?
    /// Whether `.html` and function extensions are dropped from addresses.
    public var cleanUrls: Bool?
    /// Whether every path ends in a slash, or none does.
    public var trailingSlash: Bool?

    /// Declares a service by its directory.
    public init(root: String) { self.root = root }
  }

  /// A variable that holds another service's internal address.
  public struct Binding: Codable, Hashable, Sendable {
    /// A marker, which Vercel does not ask for.
    public var type: Kind?
    /// The name of the other service.
    public var service: String
    /// What the variable holds.
    public var format: Format
    /// The variable's name.
    public var env: String

    /// Gives a variable the address of a service.
    public init(_ env: String, service: String, format: Format = .url) {
      self.service = service
      self.format = format
      self.env = env
    }

    /// What is bound.
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

    /// What the variable holds.
    public struct Format: Vocabulary {
      /// The word.
      public let rawValue: String
      /// Takes a word.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// The whole address.
      public static let url: Format = "url"

      /// The words that the schema takes.
      public static let schemaWords: [Self] = [.url]
    }
  }
}
