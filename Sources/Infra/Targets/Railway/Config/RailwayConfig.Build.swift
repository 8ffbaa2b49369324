public import InfraSerialization

extension RailwayConfig {
  /// How an image is made.
  public struct Build: Codable, Hashable, Sendable {
    /// What makes the image; a Dockerfile in the source wins over it.
    public var builder: Nullable<RailwayBuilder>?

    /// Which changed paths cause a deploy, in the manner of gitignore.
    ///
    /// They are seen from the repository's root, whatever the service's root directory is.
    public var watchPatterns: Nullable<[String]>?

    /// The build command; detected where it is absent.
    public var buildCommand: Nullable<String>?

    /// The generation of machines that build, which may differ by environment only.
    public var buildEnvironment: Nullable<RailwayBuildEnvironment>?

    /// The Dockerfile, from the service's root directory, which must contain it.
    public var dockerfilePath: Nullable<String>?

    /// A Nixpacks configuration file.
    public var nixpacksConfigPath: Nullable<String>?

    /// A Nixpacks plan.
    public var nixpacksPlan: Nullable<NixpacksPlan>?

    /// The version of Nixpacks.
    public var nixpacksVersion: Nullable<String>?

    /// The version of Railpack.
    public var railpackVersion: Nullable<String>?

    /// Creates a block that leaves all to the service's settings.
    public init() {}
  }
}
