import BackendContract
import InfraContract
import Logging

/// What `backend serve` is told by its variables.
struct ServeSettings: Sendable {
  var databaseURL: String
  var frontendURL: String
  var access: KeyPair
  var refresh: KeyPair
  var jobs: JobMode
  var jobInterval: Duration
  var poolSize: Int
  var trustedProxies: Int
  var sessionCookie: SessionCookie
  var drain: Duration
  var logLevel: Logger.Level
  var port: Int

  /// The key that signs and verifies, and the one that only verifies until its tokens are gone.
  struct KeyPair: Sendable {
    var current: String
    var previous: String?
  }

  init(_ variables: Variables) {
    typealias Standard = ServeVariables.Standard
    databaseURL = variables["DATABASE_URL"] ?? ""
    frontendURL = variables["FRONTEND_URL"] ?? ""
    access = KeyPair(
      current: variables["JWT_ACCESS_SECRET"] ?? "",
      previous: variables["JWT_ACCESS_SECRET_PREVIOUS"]
    )
    refresh = KeyPair(
      current: variables["JWT_REFRESH_SECRET"] ?? "",
      previous: variables["JWT_REFRESH_SECRET_PREVIOUS"]
    )
    jobs = variables["JOBS"].flatMap(JobMode.init) ?? Standard.jobs
    jobInterval = variables.seconds("JOB_INTERVAL_SECONDS", Standard.jobInterval)
    poolSize =
      variables["DATABASE_POOL_SIZE"].flatMap { Int($0) } ?? Standard.databasePoolSize.count
    trustedProxies =
      variables["TRUSTED_PROXIES"].flatMap { Int($0) } ?? Standard.trustedProxies.count
    sessionCookie =
      variables["SESSION_COOKIE"].flatMap(SessionCookie.init) ?? Standard.sessionCookie
    drain = variables.seconds("DRAIN_SECONDS", Standard.drain)
    logLevel = variables.logLevel
    port = variables["PORT"].flatMap { Int($0) } ?? Standard.port.number
  }
}

/// What `backend worker` is told by its variables.
struct WorkerSettings: Sendable {
  var databaseURL: String
  var jobs: JobMode
  var jobInterval: Duration
  var drain: Duration
  var logLevel: Logger.Level

  init(_ variables: Variables) {
    typealias Standard = ServeVariables.Standard
    databaseURL = variables["DATABASE_URL"] ?? ""
    jobs = variables["JOBS"].flatMap(JobMode.init) ?? Standard.jobs
    jobInterval = variables.seconds("JOB_INTERVAL_SECONDS", Standard.jobInterval)
    drain = variables.seconds("DRAIN_SECONDS", Standard.drain)
    logLevel = variables.logLevel
  }
}

/// What `backend migrate` is told by its variables.
struct MigrateSettings: Sendable {
  var databaseURL: String
  var logLevel: Logger.Level

  init(_ variables: Variables) {
    databaseURL = variables["DATABASE_URL"] ?? ""
    logLevel = variables.logLevel
  }
}

extension Variables {
  fileprivate var logLevel: Logger.Level {
    self["LOG_LEVEL"].flatMap { Logger.Level(rawValue: $0) } ?? .info
  }

  fileprivate func seconds(_ name: String, _ standard: Seconds) -> Duration {
    .seconds(self[name].flatMap { Int($0) } ?? standard.count)
  }
}
