public import InfraSerialization

extension ComposeFile {
  /// Something that is mounted into a service, in the long form.
  public struct Mount: Sendable, Hashable, Codable {
    /// What is mounted.
    public var type: Kind
    /// The volume, the path on the host, or the image.
    public var source: ComposeText?
    /// The path in the container.
    public var target: ComposeText?
    /// Whether the service cannot write to it.
    public var readOnly: ComposeSetting<Bool>?
    /// How fast a change shows on both sides, on some systems.
    public var consistency: ComposeText?
    /// More about a path on the host.
    public var bind: Bind?
    /// More about a volume.
    public var volume: VolumeOptions?
    /// More about memory.
    public var tmpfs: Tmpfs?
    /// More about an image.
    public var image: ImageOptions?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Mounts something.
    public init(_ type: Kind, source: ComposeText? = nil, target: ComposeText? = nil) {
      self.type = type
      self.source = source
      self.target = target
    }

    private enum CodingKeys: String, CodingKey {
      case type
      case source
      case target
      case readOnly = "read_only"
      case consistency
      case bind
      case volume
      case tmpfs
      case image
      case extensions
    }
  }
}

extension ComposeFile.Mount {
  /// What can be mounted.
  public struct Kind: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A named volume.
    public static let volume: Kind = "volume"
    /// A path on the host.
    public static let bind: Kind = "bind"
    /// Memory.
    public static let tmpfs: Kind = "tmpfs"
    /// The files of an image.
    public static let image: Kind = "image"
    /// A named pipe, on Windows.
    public static let npipe: Kind = "npipe"
    /// A volume of a cluster.
    public static let cluster: Kind = "cluster"

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.volume, .bind, .tmpfs, .image, .npipe, .cluster]
  }

  /// More about a path on the host.
  public struct Bind: Sendable, Hashable, Codable {
    /// How mounts inside it spread.
    public var propagation: ComposeText?
    /// Whether a missing path is made, as a directory of root's; true where nothing is said.
    public var createHostPath: ComposeSetting<Bool>?
    /// Whether mounts inside it come along: `enabled`, `disabled`, `writable` or `readonly`.
    public var recursive: ComposeText?
    /// The SELinux label: `z` for shared, `Z` for its own.
    public var selinux: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Says whether a missing path is made.
    public init(createHostPath: ComposeSetting<Bool>? = nil) {
      self.createHostPath = createHostPath
    }

    private enum CodingKeys: String, CodingKey {
      case propagation
      case createHostPath = "create_host_path"
      case recursive
      case selinux
      case extensions
    }
  }

  /// More about a named volume.
  public struct VolumeOptions: Sendable, Hashable, Codable {
    /// Labels of the volume.
    public var labels: ComposePairs?
    /// Whether a new volume starts empty, without the image's files.
    public var nocopy: ComposeSetting<Bool>?
    /// The path inside the volume.
    public var subpath: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Creates options without any field.
    public init() {}
  }

  /// More about memory.
  public struct Tmpfs: Sendable, Hashable, Codable {
    /// The size.
    public var size: ComposeSetting<Int>?
    /// The permissions, in octal.
    public var mode: ComposeSetting<Double>?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Limits the size.
    public init(size: ComposeSetting<Int>? = nil) { self.size = size }
  }

  /// More about an image whose files are mounted.
  public struct ImageOptions: Sendable, Hashable, Codable {
    /// The path inside the image.
    public var subpath: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Mounts a path inside an image.
    public init(subpath: ComposeText? = nil) { self.subpath = subpath }
  }
}
