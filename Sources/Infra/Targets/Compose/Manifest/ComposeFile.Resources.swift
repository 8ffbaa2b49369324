// Its overloads write and read `extensions` among the other fields.
import InfraSerialization

extension ComposeFile.Deploy {
  /// What an instance may use and what is kept for it.
  public struct Resources: Sendable, Equatable, Codable {
    /// What it may use.
    public var limits: Limits?
    /// What is kept for it.
    public var reservations: Reservations?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Creates resources without any field.
    public init() {}
  }

  /// What an instance may use.
  public struct Limits: Sendable, Equatable, Codable {
    /// How many processors, such as `0.5`.
    public var cpus: ComposeSetting<Double>?
    /// How much memory, such as `512M`.
    public var memory: ComposeText?
    /// How many processes.
    public var pids: ComposeSetting<Int>?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Limits processors and memory.
    public init(cpus: ComposeSetting<Double>? = nil, memory: ComposeText? = nil) {
      self.cpus = cpus
      self.memory = memory
    }
  }

  /// What is kept for an instance.
  public struct Reservations: Sendable, Equatable, Codable {
    /// How many processors.
    public var cpus: ComposeSetting<Double>?
    /// How much memory.
    public var memory: ComposeText?
    /// Things that only the node's owner knows, by kind and number.
    public var genericResources: [GenericResource]?
    /// Devices.
    public var devices: [ComposeFile.Device]?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Creates reservations without any field.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case cpus
      case memory
      case genericResources = "generic_resources"
      case devices
      case extensions
    }
  }

  /// A thing that only the node's owner knows.
  public struct GenericResource: Sendable, Equatable, Codable {
    /// How many there must be.
    public var discreteResourceSpec: Discrete?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Asks for a number of things.
    public init(_ spec: Discrete? = nil) { self.discreteResourceSpec = spec }

    private enum CodingKeys: String, CodingKey {
      case discreteResourceSpec = "discrete_resource_spec"
      case extensions
    }
  }

  /// A number of things of one kind.
  public struct Discrete: Sendable, Equatable, Codable {
    /// The kind.
    public var kind: ComposeText?
    /// The number.
    public var value: ComposeSetting<Double>?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Asks for a number of things of one kind.
    public init(kind: ComposeText? = nil, value: ComposeSetting<Double>? = nil) {
      self.kind = kind
      self.value = value
    }
  }
}
