public import InfraSerialization

extension ComposeFile {
  /// A file with variables of a service.
  public struct EnvFile: Sendable, Equatable, Codable {
    /// The file.
    public var path: ComposeText
    /// Whether Compose stops when it is missing; true where nothing is said.
    public var required: ComposeSetting<Bool>?
    /// How it is read: `raw` takes every character as it is.
    public var format: ComposeText?

    /// Reads a file.
    public init(path: ComposeText, required: ComposeSetting<Bool>? = nil) {
      self.path = path
      self.required = required
    }
  }

  /// Where logs go.
  public struct Logging: Sendable, Equatable, Codable {
    /// The driver.
    public var driver: ComposeText?
    /// Options of the driver, as text.
    public var options: OrderedMap<ComposeScalar>?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Sends logs to a driver.
    public init(driver: ComposeText? = nil, options: OrderedMap<ComposeScalar>? = nil) {
      self.driver = driver
      self.options = options
    }
  }

  /// A limit of a process, such as the number of open files.
  public struct Ulimit: Sendable, Equatable, Codable {
    /// Where it stands at first.
    public var soft: ComposeSetting<Int>
    /// How far the process may raise it.
    public var hard: ComposeSetting<Int>
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Limits a process.
    public init(soft: ComposeSetting<Int>, hard: ComposeSetting<Int>) {
      self.soft = soft
      self.hard = hard
    }
  }

  /// Credentials of a managed service account, on Windows.
  public struct CredentialSpec: Sendable, Equatable, Codable {
    /// The config that holds it.
    public var config: ComposeText?
    /// The file that holds it.
    public var file: ComposeText?
    /// The entry of the daemon's registry that holds it.
    public var registry: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Creates credentials without a source.
    public init() {}
  }
}
