public import InfraSerialization

extension ComposeFile {
  /// A file that services may read at `/run/secrets`: chapter 9 of the specification.
  ///
  /// Its source is exactly one of `file`, `environment` and `external`.
  public struct Secret: Sendable, Equatable, Codable {
    /// The file on the host.
    public var file: ComposeText?
    /// The variable of the shell or `.env` that holds the value.
    public var environment: ComposeText?
    /// Whether it exists already, outside the project.
    public var external: Either<ComposeSetting<Bool>, External>?
    /// Its name outside the project.
    public var name: ComposeText?
    /// Labels of the secret.
    public var labels: ComposePairs?
    /// The driver, in a cluster.
    public var driver: ComposeText?
    /// Options of the driver.
    public var driverOpts: OrderedMap<ComposeScalar>?
    /// The template's language, in a cluster.
    public var templateDriver: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Creates a secret without a source.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case file
      case environment
      case external
      case name
      case labels
      case driver
      case driverOpts = "driver_opts"
      case templateDriver = "template_driver"
      case extensions
    }
  }

  /// A file that services may read at a path of their choice: chapter 8 of the specification.
  ///
  /// Its source is exactly one of `file`, `environment`, `content` and `external`.
  public struct Config: Sendable, Equatable, Codable {
    /// The file on the host.
    public var file: ComposeText?
    /// The variable of the shell or `.env` that holds the content.
    public var environment: ComposeText?
    /// The content (Compose 2.23.1).
    public var content: ComposeText?
    /// Whether it exists already, outside the project.
    public var external: Either<ComposeSetting<Bool>, External>?
    /// Its name outside the project.
    public var name: ComposeText?
    /// Labels of the config.
    public var labels: ComposePairs?
    /// The template's language, in a cluster.
    public var templateDriver: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Creates a config without a source.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case file
      case environment
      case content
      case external
      case name
      case labels
      case templateDriver = "template_driver"
      case extensions
    }
  }

  /// A secret or config that a service or build may read, in the long form.
  public struct Grant: Sendable, Equatable, Codable {
    /// The secret or config.
    public var source: ComposeText?
    /// The file in the container.
    public var target: ComposeText?
    /// The owner; Compose keeps it for content and variables only.
    public var uid: ComposeText?
    /// The group; Compose keeps it for content and variables only.
    public var gid: ComposeText?
    /// The permissions, as quoted octal such as `"0440"`.
    public var mode: ComposeSetting<Double>?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Grants a secret or config.
    public init(source: ComposeText? = nil, target: ComposeText? = nil) {
      self.source = source
      self.target = target
    }
  }
}
