public import InfraSerialization

extension VercelConfig {
  /// A part of the project in the model before ``Service``.
  ///
  /// Private; which fields belong together depends on ``type`` and ``trigger``.
  public struct ExperimentalService: Codable, Hashable, Sendable {
    /// The file or module that serves or works.
    public var entrypoint: String?
    /// Its directory.
    public var root: String?
    /// The workspace that it belongs to.
    public var workspace: String?
    /// The framework.
    public var framework: VercelFramework?
    /// The npm package that builds it.
    public var builder: String?
    /// The runtime.
    public var runtime: VercelRuntime?
    /// The build command.
    public var buildCommand: String?
    /// The install command.
    public var installCommand: String?
    /// What runs once before a deploy.
    public var preDeployCommand: String?
    /// What a container runs.
    public var command: Either<String, [String]>?
    /// Memory in megabytes, 128 to 10,240.
    public var memory: Int?
    /// How long one request may take.
    public var maxDuration: MaxDuration?
    /// Globs of files to take along.
    public var includeFiles: Either<String, [String]>?
    /// Globs of files to leave out.
    public var excludeFiles: Either<String, [String]>?
    /// Where a web service is reached.
    public var mount: Either<String, Mount>?
    /// The paths of a web service.
    public var routePrefix: String?
    /// The subdomain of a web service.
    public var subdomain: String?
    /// The kind; a web service where it is absent.
    public var type: Kind?
    /// What starts a job.
    public var trigger: JobTrigger?
    /// When a job starts.
    public var schedule: Either<String, [String]>?
    /// The topics that a job or worker listens to.
    public var topics: Either<[String], [Topic]>?
    /// The group of consumers.
    public var consumer: String?

    /// Creates a service without settings.
    public init() {}
  }
}

extension VercelConfig.ExperimentalService {
  /// Where a web service is reached.
  public struct Mount: Codable, Hashable, Sendable {
    /// The paths.
    public var path: String?
    /// The subdomain.
    public var subdomain: String?

    /// Says where a service is reached.
    public init(path: String? = nil, subdomain: String? = nil) {
      self.path = path
      self.subdomain = subdomain
    }
  }

  /// A topic with its delays.
  public struct Topic: Codable, Hashable, Sendable {
    /// The name.
    public var topic: String
    /// How long a failed message rests.
    public var retryAfterSeconds: Int?
    /// How long a new message rests.
    public var initialDelaySeconds: Int?

    /// Names a topic.
    public init(_ topic: String, retryAfterSeconds: Int? = nil, initialDelaySeconds: Int? = nil) {
      self.topic = topic
      self.retryAfterSeconds = retryAfterSeconds
      self.initialDelaySeconds = initialDelaySeconds
    }
  }

  /// A kind of service.
  public struct Kind: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Answers requests.
    public static let web: Kind = "web"
    /// Runs to its end when it is triggered.
    public static let job: Kind = "job"
    /// Listens to topics.
    public static let worker: Kind = "worker"
    /// Runs by time.
    public static let cron: Kind = "cron"

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.web, .job, .worker, .cron]
  }

  /// What starts a job.
  public struct JobTrigger: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The time.
    public static let schedule: JobTrigger = "schedule"
    /// A message.
    public static let queue: JobTrigger = "queue"
    /// A workflow.
    public static let workflow: JobTrigger = "workflow"

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.schedule, .queue, .workflow]
  }
}
