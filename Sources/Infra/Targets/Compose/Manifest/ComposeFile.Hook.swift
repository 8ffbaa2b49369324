// Its overloads write and read `extensions` among the other fields.
import InfraSerialization

extension ComposeFile {
  /// A command that runs inside a running container.
  public struct Hook: Sendable, Equatable, Codable {
    /// The command.
    public var command: Command
    /// The user that runs it.
    public var user: ComposeText?
    /// Whether it has all rights of the host.
    public var privileged: ComposeSetting<Bool>?
    /// The working directory.
    public var workingDir: ComposeText?
    /// Variables of its own.
    public var environment: ComposePairs?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Runs a command.
    public init(_ command: Command) { self.command = command }

    private enum CodingKeys: String, CodingKey {
      case command
      case user
      case privileged
      case workingDir = "working_dir"
      case environment
      case extensions
    }
  }

  /// A container that must finish before a service starts (Compose 5.3.0).
  public struct PreStartHook: Sendable, Equatable, Codable {
    /// The image; the service's own where nothing is said.
    public var image: ComposeText?
    /// The command.
    public var command: Command?
    /// The user that runs it.
    public var user: ComposeText?
    /// Whether it has all rights of the host.
    public var privileged: ComposeSetting<Bool>?
    /// The working directory.
    public var workingDir: ComposeText?
    /// Variables of its own.
    public var environment: ComposePairs?
    /// Whether it runs once for each instance.
    public var perReplica: ComposeSetting<Bool>?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Runs a command.
    public init(_ command: Command? = nil) { self.command = command }

    private enum CodingKeys: String, CodingKey {
      case image
      case command
      case user
      case privileged
      case workingDir = "working_dir"
      case environment
      case perReplica = "per_replica"
      case extensions
    }
  }
}
