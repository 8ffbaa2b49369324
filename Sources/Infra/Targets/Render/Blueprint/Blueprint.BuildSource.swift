import InfraSerialization

extension Blueprint {
  /// A source that is built once for several services: a Git repository or an image, never both.
  public struct BuildSource: Codable, Hashable, Sendable {
    /// The name, unique in the workspace.
    public var name: String

    /// A Git repository that Render builds.
    public private(set) var git: GitBuild?

    /// A prebuilt image.
    public private(set) var image: Image?

    /// Builds a Git repository.
    public init(name: String, git: GitBuild) {
      self.name = name
      self.git = git
    }

    /// Takes a prebuilt image.
    public init(name: String, image: Image) {
      self.name = name
      self.image = image
    }
  }

  /// How Render builds a Git repository for a build source.
  public struct GitBuild: Codable, Hashable, Sendable {
    /// The Git repository.
    public var repo: String

    /// The branch; the repository's default branch if nil.
    public var branch: String?

    /// What builds it; any runtime but `image` and `static`.
    public var runtime: Runtime

    /// The build command.
    public var buildCommand: String?

    /// Which changed paths cause a build.
    public var buildFilter: BuildFilter?

    /// The variables of the build.
    public var envVars: [Variable] = []

    /// The directory that commands run in and whose changes cause a build.
    public var rootDir: String?

    /// The directory that is sent to the Docker builder, from `rootDir`; `docker` only.
    public var baseDir: String?

    /// The region of the builds, `oregon` by default.
    ///
    /// Fixed after the first one.
    public var region: Region?

    /// The Dockerfile, from `rootDir`; `docker` only.
    public var dockerfilePath: String?

    /// The credential for private base images; `docker` only.
    public var registryCredential: RegistryCredential?

    /// Creates a build with what every build needs.
    public init(repo: String, runtime: Runtime) {
      self.repo = repo
      self.runtime = runtime
    }
  }
}
