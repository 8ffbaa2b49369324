public import InfraSerialization

extension VercelConfig {
  /// Which pushes are deployed.
  public struct Git: Codable, Hashable, Sendable {
    /// Whether pushes are deployed: all or none, or by a glob over the branch's name.
    ///
    /// A branch that no glob matches is deployed, and one `true` among several matches is enough.
    public var deploymentEnabled: Either<Bool, OrderedMap<Bool>>?
    /// The teams that may link the repository.
    ///
    /// Private.
    public var exclusivity: Exclusivity?
    /// Entries that the schema leaves open.
    public var others: OrderedMap<AnyValue> = [:]

    /// Decides which pushes are deployed.
    public init(deploymentEnabled: Either<Bool, OrderedMap<Bool>>? = nil) {
      self.deploymentEnabled = deploymentEnabled
    }
  }

  /// The teams that may link a repository.
  public struct Exclusivity: Codable, Hashable, Sendable {
    /// Identifiers of teams, at most ten.
    public var teams: [String]?
    /// Entries that the schema leaves open.
    public var others: OrderedMap<AnyValue> = [:]

    /// Names teams.
    public init(teams: [String]? = nil) { self.teams = teams }
  }

  /// Settings of the GitHub integration.
  public struct GitHub: Codable, Hashable, Sendable {
    /// Whether a merge gives the deployment its names.
    public var autoAlias: Bool?
    /// Whether a newer push ends the build of an older one.
    public var autoJobCancelation: Bool?
    /// Whether pushes are deployed; ``Git/deploymentEnabled`` replaces it.
    public var enabled: Bool?
    /// Whether comments are left out.
    ///
    /// Deprecated: it is a project setting.
    public var silent: Bool?
    /// Entries that the schema leaves open.
    public var others: OrderedMap<AnyValue> = [:]

    /// Creates settings that change nothing.
    public init() {}
  }
}
