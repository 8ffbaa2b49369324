public import InfraSerialization

extension ComposeFile {
  /// How Compose finds out that a service is well.
  public struct Healthcheck: Sendable, Equatable, Codable {
    /// The check: a list that starts with `CMD`, `CMD-SHELL` or `NONE`, or a line for a shell.
    public var test: TextOrList?
    /// The pause between two checks; 30 s where nothing is said.
    public var interval: ComposeText?
    /// How long a check may take; 30 s where nothing is said.
    public var timeout: ComposeText?
    /// How many failures in a row make it unwell; 3 where nothing is said.
    public var retries: ComposeSetting<Double>?
    /// How long failures do not count after the start.
    public var startPeriod: ComposeText?
    /// The pause between two checks in that time (Compose 2.20.2).
    public var startInterval: ComposeText?
    /// Whether the image's own check is switched off.
    public var disable: ComposeSetting<Bool>?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Creates a check.
    public init(
      test: TextOrList? = nil,
      interval: ComposeText? = nil,
      timeout: ComposeText? = nil,
      retries: ComposeSetting<Double>? = nil,
      startPeriod: ComposeText? = nil
    ) {
      self.test = test
      self.interval = interval
      self.timeout = timeout
      self.retries = retries
      self.startPeriod = startPeriod
    }

    private enum CodingKeys: String, CodingKey {
      case test
      case interval
      case timeout
      case retries
      case startPeriod = "start_period"
      case startInterval = "start_interval"
      case disable
      case extensions
    }
  }
}
