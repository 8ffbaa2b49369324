extension Blueprint {
  /// A source that is built once for several services.
  public struct BuildSource: Hashable, Sendable {
    /// Where it comes from: exactly one of the two.
    public enum Origin: Hashable, Sendable {
      /// A Git repository that Render builds.
      case git(GitBuild)
      /// A prebuilt image.
      case image(Image)
    }

    /// The name, unique in the workspace.
    public var name: String

    /// Where it comes from.
    public var origin: Origin

    /// Creates a build source.
    public init(name: String, _ origin: Origin) {
      self.name = name
      self.origin = origin
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

extension Blueprint.BuildSource: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, git, image
  }

  /// Decodes a build source, which has either `git` or `image`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    let git = try container.decodeIfPresent(Blueprint.GitBuild.self, forKey: .git)
    let image = try container.decodeIfPresent(Blueprint.Image.self, forKey: .image)
    switch (git, image) {
    case (let git?, nil): origin = .git(git)
    case (nil, let image?): origin = .image(image)
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .git,
        in: container,
        debugDescription: "build source '\(name)' must have exactly one of git and image"
      )
    }
  }

  /// Encodes the name and the origin.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    switch origin {
    case .git(let build): try container.encode(build, forKey: .git)
    case .image(let image): try container.encode(image, forKey: .image)
    }
  }
}
