public import InfraSerialization

extension VercelConfig {
  /// Seconds, or a word such as `max` for the most that the plan allows.
  public typealias MaxDuration = Either<Int, DurationWord>

  /// A duration that is not a number.
  public struct DurationWord: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The most that the plan allows.
    public static let max: DurationWord = "max"

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.max]
  }

  /// Settings of the functions that a glob matches.
  public struct Function: Codable, Hashable, Sendable {
    /// A glob of files to leave out; Next.js ignores it.
    public var excludeFiles: String?
    /// A glob of files to take along; Next.js ignores it.
    public var includeFiles: String?
    /// How long one request may take.
    public var maxDuration: MaxDuration?
    /// Memory in megabytes, 128 to 10,240; without effect under Fluid, where the project says it.
    public var memory: Double?
    /// The npm package of a community runtime, with its version.
    public var runtime: String?
    /// Where they run.
    public var regions: [VercelRegion]?
    /// Regions that take over when these fail; Enterprise only.
    public var functionFailoverRegions: [VercelRegion]?
    /// Whether a request that its client gave up is told to the function.
    public var supportsCancellation: Bool?
    /// What calls them besides requests; at most ten.
    public var experimentalTriggers: [Trigger]?
    /// The processor.
    public var architecture: Architecture?
    /// How many requests one instance takes at once.
    public var maxConcurrency: Int?

    /// Creates settings that change nothing.
    public init() {}
  }

  /// A processor architecture.
  public struct Architecture: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// 64-bit Intel and AMD.
    public static let x86: Architecture = "x86_64"
    /// 64-bit Arm.
    public static let arm: Architecture = "arm64"

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.x86, .arm]
  }

  /// What calls a function besides requests.
  public struct Trigger: Codable, Hashable, Sendable {
    /// The kind, with its version.
    public var type: Kind
    /// The queue's topic.
    public var topic: String?
    /// The group of consumers; the first version of queues asks for it.
    public var consumer: String?
    /// How often a message is tried.
    public var maxDeliveries: Double?
    /// How long a failed message rests.
    public var retryAfterSeconds: Double?
    /// How long a new message rests.
    public var initialDelaySeconds: Double?
    /// How many messages are worked on at once.
    public var maxConcurrency: Double?

    /// Describes a trigger.
    public init(_ type: Kind, topic: String? = nil, consumer: String? = nil) {
      self.type = type
      self.topic = topic
      self.consumer = consumer
    }

    /// A kind of trigger.
    public struct Kind: Vocabulary {
      /// The word.
      public let rawValue: String
      /// Takes a word.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// A queue, first version.
      public static let queueV1: Kind = "queue/v1beta"
      /// A queue.
      public static let queueV2: Kind = "queue/v2beta"
      /// An entry of ``VercelConfig/schedules``.
      public static let schedule: Kind = "schedule/v1beta"

      /// The words that the schema takes.
      public static let schemaWords: [Self] = [.queueV1, .queueV2, .schedule]
    }
  }
}
