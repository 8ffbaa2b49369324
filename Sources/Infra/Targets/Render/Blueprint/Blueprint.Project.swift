import InfraSerialization

extension Blueprint {
  /// A project: environments that the Dashboard shows together.
  public struct Project: Codable, Hashable, Sendable {
    /// The name.
    public var name: String

    /// The environments; a Hobby workspace allows two.
    public var environments: [Environment] = []

    /// Sources that several services of the project build from once.
    public var buildSources: [BuildSource] = []

    /// Creates a project without environments.
    public init(name: String) { self.name = name }
  }

  /// An environment of a project with the resources that belong to it.
  ///
  /// The name comes first, as in Render's own examples; the schema inherits the resources and so
  /// lists them before it.
  public struct Environment: Codable, Hashable, Sendable {
    /// The name.
    public var name: String

    /// The Postgres databases.
    public var databases: [Database] = []

    /// Variables that several services share.
    public var envVarGroups: [VariableGroup] = []

    /// Everything that runs or serves, Key Value instances included.
    public var services: [Service] = []

    /// Who can reach the environment over the private network.
    public var networking: Networking?

    /// Who may change the environment.
    public var permissions: Permissions?

    /// Creates an environment without resources.
    public init(name: String) { self.name = name }
  }

  /// Who can reach an environment over the private network.
  public struct Networking: Codable, Hashable, Sendable {
    /// Whether traffic from and to other environments is blocked; needs a Pro workspace.
    public var isolation: Toggle?

    /// Creates network settings.
    public init(isolation: Toggle? = nil) { self.isolation = isolation }
  }

  /// Who may change an environment.
  public struct Permissions: Codable, Hashable, Sendable {
    /// Whether only admins may delete, move or reconfigure what is in it.
    public var protection: Toggle?

    /// Creates permissions.
    public init(protection: Toggle? = nil) { self.protection = protection }
  }
}
