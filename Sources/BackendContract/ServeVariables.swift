public import InfraContract

/// What `backend serve` reads.
///
/// One value of this type describes all processes of the program: `worker` and `migrate` are the
/// parts of it that the other two take, so an overlay cannot set them apart.
public struct ServeVariables: ProcessContract {
  /// The database.
  public var databaseURL: PostgresURL

  /// The origin of the page that may call the API.
  public var frontendURL: WebOrigin

  /// The key that signs access tokens.
  public var jwtAccessSecret: SecretKey

  /// The key that signs refresh tokens.
  public var jwtRefreshSecret: SecretKey

  /// The key that signed access tokens before the last rotation; it only verifies.
  public var jwtAccessSecretPrevious: SecretKey?

  /// The key that signed refresh tokens before the last rotation; it only verifies.
  public var jwtRefreshSecretPrevious: SecretKey?

  /// Where overdue tickets are escalated.
  public var jobs: JobMode

  /// How often overdue tickets are looked for.
  public var jobInterval: Seconds

  /// How many connections to the database one instance holds open at most.
  public var databasePoolSize: PoolSize

  /// How many proxies stand in front, and so which forwarded address is the client's.
  public var trustedProxies: ProxyCount

  /// Whether the page and the API share a registrable domain.
  public var sessionCookie: SessionCookie

  /// How long open requests may take to finish after SIGTERM.
  public var drain: Seconds

  /// How much is logged.
  public var logLevel: LogLevel

  /// Where the description filled the contract.
  public let site: CallSite

  /// Fills the contract of `backend serve`, and with it those of the other processes.
  public init(
    databaseURL: PostgresURL,
    frontendURL: WebOrigin,
    jwtAccessSecret: SecretKey,
    jwtRefreshSecret: SecretKey,
    jwtAccessSecretPrevious: SecretKey? = nil,
    jwtRefreshSecretPrevious: SecretKey? = nil,
    jobs: JobMode = Standard.jobs,
    jobInterval: Seconds = Standard.jobInterval,
    databasePoolSize: PoolSize = Standard.databasePoolSize,
    trustedProxies: ProxyCount = Standard.trustedProxies,
    sessionCookie: SessionCookie = Standard.sessionCookie,
    drain: Seconds = Standard.drain,
    logLevel: LogLevel = Standard.logLevel,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.databaseURL = databaseURL
    self.frontendURL = frontendURL
    self.jwtAccessSecret = jwtAccessSecret
    self.jwtRefreshSecret = jwtRefreshSecret
    self.jwtAccessSecretPrevious = jwtAccessSecretPrevious
    self.jwtRefreshSecretPrevious = jwtRefreshSecretPrevious
    self.jobs = jobs
    self.jobInterval = jobInterval
    self.databasePoolSize = databasePoolSize
    self.trustedProxies = trustedProxies
    self.sessionCookie = sessionCookie
    self.drain = drain
    self.logLevel = logLevel
    self.site = CallSite(file: file, line: line)
  }

  /// What a process takes where the description leaves a variable out.
  public enum Standard {
    /// Inside `backend serve`.
    public static let jobs = JobMode.inProcess
    /// Every five seconds.
    public static let jobInterval: Seconds = 5
    /// Ten connections.
    public static let databasePoolSize: PoolSize = 10
    /// No proxy.
    public static let trustedProxies: ProxyCount = 0
    /// One registrable domain.
    public static let sessionCookie = SessionCookie.sameSite
    /// Under the ten seconds that Docker waits before SIGKILL.
    public static let drain: Seconds = 8
    /// One line a request.
    public static let logLevel = LogLevel.info
    /// The port that `backend serve` listens on where the platform names none.
    public static let port: Port = 8080
  }
}

extension ServeVariables {
  /// The command that reads them.
  public static let process = "backend serve"

  /// The variables, in the order in which manifests list them.
  public static let fields: [ContractField<ServeVariables>] = [
    .required("DATABASE_URL", Purpose.databaseURL) { $0.databaseURL },
    .required("FRONTEND_URL", Purpose.frontendURL) { $0.frontendURL },
    .required("JWT_ACCESS_SECRET", Purpose.accessSecret) { $0.jwtAccessSecret },
    .required("JWT_REFRESH_SECRET", Purpose.refreshSecret) { $0.jwtRefreshSecret },
    .optional("JWT_ACCESS_SECRET_PREVIOUS", Purpose.previous) { $0.jwtAccessSecretPrevious },
    .optional("JWT_REFRESH_SECRET_PREVIOUS", Purpose.previous) { $0.jwtRefreshSecretPrevious },
    .defaulted("JOBS", Purpose.jobs, Standard.jobs) { $0.jobs },
    .defaulted("JOB_INTERVAL_SECONDS", Purpose.jobInterval, Standard.jobInterval) {
      $0.jobInterval
    },
    .defaulted("DATABASE_POOL_SIZE", Purpose.poolSize, Standard.databasePoolSize) {
      $0.databasePoolSize
    },
    .defaulted("TRUSTED_PROXIES", Purpose.proxies, Standard.trustedProxies) { $0.trustedProxies },
    .defaulted("SESSION_COOKIE", Purpose.cookie, Standard.sessionCookie) { $0.sessionCookie },
    .defaulted("DRAIN_SECONDS", Purpose.drain, Standard.drain) { $0.drain },
    .defaulted("LOG_LEVEL", Purpose.logLevel, Standard.logLevel) { $0.logLevel },
    .platform("PORT", Purpose.port, as: Port.self),
  ]

  /// Why one instance only may run, or nil.
  ///
  /// The job takes a lock, so a second instance does no harm; but it is not what was asked for.
  public var soleInstanceReason: String? {
    jobs == .inProcess
      ? "JOBS is 'in-process', so every instance of 'backend serve' would run the escalation job"
      : nil
  }

  /// The worker, unless the job runs inside of `backend serve`.
  public var companion: Companion? {
    jobs == .inProcess
      ? nil
      : Companion(
        WorkerVariables.process,
        isAlone: jobs == .worker,
        sharing: ["DATABASE_URL", "JOBS"],
        because: "JOBS is '\(jobs.rawValue)', so overdue tickets wait for it"
      )
  }
}

/// What each variable is for, worded once for all processes.
enum Purpose {
  static let databaseURL = "The Postgres database."
  static let frontendURL = "The origin of the page that may call the API."
  static let accessSecret = "Signs access tokens."
  static let refreshSecret = "Signs refresh tokens."
  static let previous = "Verifies tokens signed before the last rotation."
  static let jobs = "Where overdue tickets are escalated."
  static let jobInterval = "How often overdue tickets are looked for."
  static let poolSize = "The most connections to the database."
  static let proxies = "How many proxies append to X-Forwarded-For."
  static let cookie = "Whether page and API share a registrable domain."
  static let drain = "How long open requests may take after SIGTERM."
  static let logLevel = "How much is logged."
  static let port = "The port to listen on."
}
