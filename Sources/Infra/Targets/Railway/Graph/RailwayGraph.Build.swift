extension RailwayGraph {
  /// How an image is made.
  ///
  /// Say what differs from the default only: a default that is written out is planned anew forever.
  public struct Build: Codable, Hashable, Sendable {
    /// What makes the image; never for a service that runs a ready image.
    public var builder: RailwayBuilder?

    /// Which changed paths cause a deploy, in the manner of gitignore, from the repository's root.
    public var watchPatterns: [String]

    /// The build command; detected where it is absent.
    public var buildCommand: String?

    /// The generation of machines that build.
    public var buildEnvironment: RailwayBuildEnvironment?

    /// The Dockerfile, from the source's root directory, which must contain it.
    public var dockerfilePath: String?

    /// A Nixpacks configuration file.
    public var nixpacksConfigPath: String?

    /// A Nixpacks plan.
    public var nixpacksPlan: RailwayConfig.NixpacksPlan?

    /// The version of Nixpacks.
    public var nixpacksVersion: String?

    /// The version of Railpack.
    public var railpackVersion: String?

    /// Creates a block that leaves all to Railway.
    public init() { watchPatterns = [] }
  }
}
