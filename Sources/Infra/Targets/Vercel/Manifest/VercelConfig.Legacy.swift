public import InfraSerialization

extension VercelConfig {
  /// What builds are given.
  public struct Build: Codable, Hashable, Sendable {
    /// The variables.
    ///
    /// Deprecated: they belong to the project.
    public var env: OrderedMap<String>?

    /// Gives builds variables.
    public init(env: OrderedMap<String>? = nil) { self.env = env }
  }

  /// A builder for some source files.
  public struct Builder: Codable, Hashable, Sendable {
    /// Options of the builder.
    public var config: OrderedMap<AnyValue>?
    /// A glob over source files.
    public var src: String?
    /// The npm package of the builder.
    public var use: String

    /// Names a builder.
    public init(use: String, src: String? = nil, config: OrderedMap<AnyValue>? = nil) {
      self.config = config
      self.src = src
      self.use = use
    }
  }

  /// The value of a wildcard domain.
  public struct Wildcard: Codable, Hashable, Sendable {
    /// The domain.
    public var domain: String
    /// What `$wildcard` stands for on it.
    public var value: String

    /// Gives a domain its value.
    public init(domain: String, value: String) {
      self.domain = domain
      self.value = value
    }
  }
}
