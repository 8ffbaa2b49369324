public import InfraSerialization

extension VercelConfig {
  /// A path that is called by time, in production only.
  ///
  /// The call carries the variable `CRON_SECRET` as its bearer token. Since autumn 2026 the vendor
  /// calls it a legacy feature (vercel.com/docs/schedules, 2026-10-26).
  public struct Cron: Codable, Hashable, Sendable {
    /// Five crontab fields, in UTC.
    public var schedule: String
    /// The path that is called.
    public var path: String

    /// Calls a path by time.
    public init(path: String, schedule: String) {
      self.path = path
      self.schedule = schedule
    }
  }

  /// Something that is called by time: one of a function, a path or a topic.
  ///
  /// A public beta, known from excerpts of the documentation of 2026-10-26.
  public struct Schedule: Codable, Hashable, Sendable {
    /// Five crontab fields.
    public var schedule: String
    /// The time zone by its IANA name; UTC where it is absent.
    public var timezone: String?
    /// The minutes, 1 to 15, within which the call may start.
    public var jitter: Int?
    /// A function, which needs the trigger ``Trigger/Kind/schedule``.
    public var function: String?
    /// A public path.
    public var path: String?
    /// The method for the path.
    public var requestMethod: String?
    /// The topic of a queue.
    public var topic: String?
    /// Entries that the schema leaves open.
    public var others: OrderedMap<AnyValue> = [:]

    /// Calls something by time.
    public init(_ schedule: String, timezone: String? = nil) {
      self.schedule = schedule
      self.timezone = timezone
    }
  }

  /// Code that runs before routing, for frameworks that bring none of their own.
  public struct Proxy: Codable, Hashable, Sendable {
    /// A `.js` or `.ts` file, from the project's root directory.
    public var entrypoint: String
    /// Patterns of the paths that it sees; all where it is absent.
    public var matcher: Either<String, [String]>?

    /// Names the file.
    public init(entrypoint: String, matcher: Either<String, [String]>? = nil) {
      self.entrypoint = entrypoint
      self.matcher = matcher
    }
  }
}
