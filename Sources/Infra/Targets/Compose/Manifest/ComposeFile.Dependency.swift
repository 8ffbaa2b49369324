public import InfraSerialization

extension ComposeFile {
  /// What a service waits for in another one.
  public struct Dependency: Sendable, Equatable, Codable {
    /// Whether it is started again when the other one is.
    public var restart: ComposeSetting<Bool>?
    /// Whether it cannot start without the other one; true where nothing is said.
    public var required: Bool?
    /// What must have happened.
    public var condition: Condition?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Waits for a condition.
    public init(_ condition: Condition) { self.condition = condition }
  }

  /// What must have happened to a service that another one waits for.
  public struct Condition: Vocabulary {
    /// The word.
    public let rawValue: String
    /// Takes a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Its container was started.
    public static let started: Condition = "service_started"
    /// Its health check passes.
    public static let healthy: Condition = "service_healthy"
    /// It ended with exit code 0.
    public static let completedSuccessfully: Condition = "service_completed_successfully"

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.started, .healthy, .completedSuccessfully]
  }

  /// The service of this or another file whose definition is taken over.
  public struct Extends: Sendable, Equatable, Codable {
    /// The service.
    public var service: ComposeText
    /// The file, if it is another one.
    public var file: ComposeText?

    /// Takes over a service.
    public init(service: ComposeText, file: ComposeText? = nil) {
      self.service = service
      self.file = file
    }
  }
}
