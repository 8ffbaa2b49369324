public import InfraSerialization

extension ComposeFile {
  /// How an image is built: `build.md` of the Compose specification.
  public struct Build: Sendable, Equatable, Codable {
    /// The directory that is sent to the builder, from the file's own folder.
    public var context: ComposeText?
    /// The Dockerfile, from the context.
    public var dockerfile: ComposeText?
    /// The Dockerfile's text, which excludes `dockerfile`.
    public var dockerfileInline: ComposeText?
    /// Build arguments; they stay readable in the image.
    public var args: ComposePairs?
    /// Keys that the build may use over SSH.
    public var ssh: ComposePairs?
    /// Images to take layers from.
    public var cacheFrom: [ComposeText]?
    /// Places to put layers.
    public var cacheTo: [ComposeText]?
    /// Named directories, images or services that the Dockerfile may copy from.
    public var additionalContexts: ComposePairs?
    /// Rights that the build asks for.
    public var entitlements: [ComposeText]?
    /// Entries for `/etc/hosts`.
    public var extraHosts: Either<OrderedMap<TextOrList>, [ComposeText]>?
    /// The isolation technology.
    public var isolation: ComposeText?
    /// Whether the build has all rights of the host.
    public var privileged: ComposeSetting<Bool>?
    /// Labels of the image.
    public var labels: ComposePairs?
    /// The network of the build.
    public var network: ComposeText?
    /// Whether layers are made anew.
    public var noCache: ComposeSetting<Bool>?
    /// The stages whose layers are made anew.
    public var noCacheFilter: TextOrList?
    /// Whether base images are pulled again.
    public var pull: ComposeSetting<Bool>?
    /// The attestation of how the image was made.
    public var provenance: ComposeSetting<Bool>?
    /// The list of what is in the image.
    public var sbom: ComposeSetting<Bool>?
    /// The size of `/dev/shm`.
    public var shmSize: ComposeSetting<Int>?
    /// The stage to stop at.
    public var target: ComposeText?
    /// The secrets that the build may read.
    public var secrets: [Either<ComposeText, Grant>]?
    /// Further names of the image.
    public var tags: [ComposeText]?
    /// Limits of processes.
    public var ulimits: OrderedMap<Either<ComposeSetting<Int>, Ulimit>>?
    /// The platforms to build for.
    public var platforms: [ComposeText]?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Builds a context with a Dockerfile in it or beside it.
    public init(context: ComposeText? = nil, dockerfile: ComposeText? = nil) {
      self.context = context
      self.dockerfile = dockerfile
    }

    private enum CodingKeys: String, CodingKey {
      case context
      case dockerfile
      case dockerfileInline = "dockerfile_inline"
      case args
      case ssh
      case cacheFrom = "cache_from"
      case cacheTo = "cache_to"
      case additionalContexts = "additional_contexts"
      case entitlements
      case extraHosts = "extra_hosts"
      case isolation
      case privileged
      case labels
      case network
      case noCache = "no_cache"
      case noCacheFilter = "no_cache_filter"
      case pull
      case provenance
      case sbom
      case shmSize = "shm_size"
      case target
      case secrets
      case tags
      case ulimits
      case platforms
      case extensions
    }
  }
}
