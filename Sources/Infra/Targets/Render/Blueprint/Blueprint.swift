/// A `render.yaml`, complete: every field that Render's schema has, in the schema's order.
///
/// Older spellings that the schema still accepts can be read and edited; the mapping never writes
/// them. Source: https://render.com/schema/render.yaml.json, read 2026-11-23.
public struct Blueprint: Codable, Hashable, Sendable {
  /// The Postgres databases.
  public var databases: [Database] = []

  /// Variables that several services share.
  public var envVarGroups: [VariableGroup] = []

  /// Everything that runs or serves, Key Value instances included.
  public var services: [Service] = []

  /// Preview environments of the whole file.
  public var previews: Previews?

  /// The older spelling of `previews.generation: automatic`.
  public var previewsEnabled: Bool?

  /// The older spelling of `previews.expireAfterDays`.
  public var previewsExpireAfterDays: Int?

  /// Sources that several services build from once.
  public var buildSources: [BuildSource] = []

  /// Projects with their environments.
  public var projects: [Project] = []

  /// Resources that are taken out of any environment they are in.
  public var ungrouped: Ungrouped?

  /// The version of the format: `1`.
  public var version: String?

  /// Creates a file that describes nothing.
  public init() {}
}

extension Blueprint {
  /// Preview environments of the whole file: one copy of everything per pull request.
  public struct Previews: Codable, Hashable, Sendable {
    /// When a preview environment is made; the default is never.
    public var generation: PreviewGeneration?

    /// The days without a push after which it goes; the default is when the pull request closes.
    public var expireAfterDays: Int?

    /// Creates settings for preview environments.
    public init(generation: PreviewGeneration? = nil, expireAfterDays: Int? = nil) {
      self.generation = generation
      self.expireAfterDays = expireAfterDays
    }
  }

  /// Resources that belong to no environment.
  public struct Ungrouped: Codable, Hashable, Sendable {
    /// The Postgres databases.
    public var databases: [Database] = []

    /// Variables that several services share.
    public var envVarGroups: [VariableGroup] = []

    /// Everything that runs or serves, Key Value instances included.
    public var services: [Service] = []

    /// Sources that several services build from once.
    public var buildSources: [BuildSource] = []

    /// Creates a group without resources.
    public init() {}
  }
}
