/// How a platform finds out that a service is ready and well.
public struct HealthCheck: Sendable, Hashable {
  /// What is asked.
  public enum Probe: Sendable, Hashable {
    /// A path that must answer with a status of 200 to 299.
    case http(String)
    /// A command inside the service that must exit with 0.
    case command(Command)
  }

  /// What is asked.
  public var probe: Probe

  /// The pause between two checks.
  ///
  /// Render and Railway have no such setting.
  public var interval: Duration

  /// How long one check may take.
  public var timeout: Duration

  /// How long a service may take to become ready before failures count.
  public var grace: Duration

  /// How many failures in a row make a service unhealthy.
  public var retries: Int

  /// A check by an HTTP request to the service's own port.
  public static func http(
    _ path: String,
    every interval: Duration = .seconds(10),
    timeout: Duration = .seconds(5),
    grace: Duration = .seconds(30),
    retries: Int = 3
  ) -> HealthCheck {
    HealthCheck(
      probe: .http(path),
      interval: interval,
      timeout: timeout,
      grace: grace,
      retries: retries
    )
  }

  /// A check by a command that runs inside the service.
  public static func command(
    _ command: Command,
    every interval: Duration = .seconds(10),
    timeout: Duration = .seconds(5),
    grace: Duration = .seconds(30),
    retries: Int = 3
  ) -> HealthCheck {
    HealthCheck(
      probe: .command(command),
      interval: interval,
      timeout: timeout,
      grace: grace,
      retries: retries
    )
  }
}
