public import InfraSerialization

extension ComposeFile {
  /// How many instances run, where, and what they may use: `deploy.md` of the specification.
  public struct Deploy: Sendable, Equatable, Codable {
    /// How clients find the instances.
    public var endpointMode: ComposeText?
    /// Labels of the service.
    public var labels: ComposePairs?
    /// Whether it runs for ever or to its end, once or on every node.
    public var mode: ComposeText?
    /// The nodes it may run on.
    public var placement: Placement?
    /// How many instances run.
    public var replicas: ComposeSetting<Int>?
    /// What an instance may use and what is kept for it.
    public var resources: Resources?
    /// When an instance is started again.
    public var restartPolicy: Restarting?
    /// How a failed update is taken back.
    public var rollbackConfig: Rollout?
    /// How an update goes out.
    public var updateConfig: Rollout?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Creates a deployment without any field.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case endpointMode = "endpoint_mode"
      case labels
      case mode
      case placement
      case replicas
      case resources
      case restartPolicy = "restart_policy"
      case rollbackConfig = "rollback_config"
      case updateConfig = "update_config"
      case extensions
    }
  }
}

extension ComposeFile.Deploy {
  /// The nodes that a service may run on.
  public struct Placement: Sendable, Equatable, Codable {
    /// What a node must be.
    public var constraints: [ComposeText]?
    /// What instances are spread over.
    public var preferences: [Preference]?
    /// The most instances on one node.
    public var maxReplicasPerNode: ComposeSetting<Int>?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Creates a placement without any field.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case constraints
      case preferences
      case maxReplicasPerNode = "max_replicas_per_node"
      case extensions
    }
  }

  /// A label of nodes that instances are spread over.
  public struct Preference: Sendable, Equatable, Codable {
    /// The label.
    public var spread: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Spreads over a label.
    public init(spread: ComposeText? = nil) { self.spread = spread }
  }

  /// When an instance is started again.
  public struct Restarting: Sendable, Equatable, Codable {
    /// After which ends: `none`, `on-failure` or `any`.
    public var condition: ComposeText?
    /// The pause between two attempts.
    public var delay: ComposeText?
    /// The most attempts.
    public var maxAttempts: ComposeSetting<Int>?
    /// How long an attempt must last to count as a success.
    public var window: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Creates a policy without any field.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case condition
      case delay
      case maxAttempts = "max_attempts"
      case window
      case extensions
    }
  }

  /// How a change goes out or is taken back.
  public struct Rollout: Sendable, Equatable, Codable {
    /// How many instances change at a time.
    public var parallelism: ComposeSetting<Int>?
    /// The pause between two groups.
    public var delay: ComposeText?
    /// What happens when it fails: `pause`, `continue` or `rollback`.
    public var failureAction: ComposeText?
    /// How long a changed instance is watched.
    public var monitor: ComposeText?
    /// The share of failures that is borne.
    public var maxFailureRatio: ComposeSetting<Double>?
    /// Whether the new instance starts before the old one stops.
    public var order: RolloutOrder?
    /// Entries that start with `x-`.
    public var extensions: ComposeFile.Extensions = [:]

    /// Creates a rollout without any field.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case parallelism
      case delay
      case failureAction = "failure_action"
      case monitor
      case maxFailureRatio = "max_failure_ratio"
      case order
      case extensions
    }
  }

  /// Which of two instances goes first in a change.
  public struct RolloutOrder: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The new one starts first.
    public static let startFirst: RolloutOrder = "start-first"
    /// The old one stops first.
    public static let stopFirst: RolloutOrder = "stop-first"

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.startFirst, .stopFirst]
  }
}
