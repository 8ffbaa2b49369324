public import InfraContract

/// Where overdue tickets are escalated.
public enum JobMode: String, VariableType, CaseIterable, Hashable {
  /// Inside `backend serve`, for small deployments without a worker.
  case inProcess = "in-process"

  /// In `backend worker`, which sweeps the tickets itself.
  case worker

  /// In any number of `backend worker`, which share a queue in Postgres with retries.
  case queue
}

/// The form of a queued job, which `escalation_jobs.format` says of each.
public enum JobFormat {
  /// What this version writes, and the newest that its workers read.
  ///
  /// Raise it with any change of what a job means or holds. Workers leave newer ones alone, and
  /// `infra release check` says what that means for going back.
  public static let newest = 1
}

/// How much the program logs.
public enum LogLevel: String, VariableType, CaseIterable, Hashable {
  /// Every step; for finding faults.
  case trace
  /// What a developer wants to know.
  case debug
  /// One line a request.
  case info
  /// What an operator should see, such as starts and stops.
  case notice
  /// What works, but not as it should.
  case warning
  /// What failed.
  case error
  /// What makes the process useless.
  case critical
}

/// Which pages may hold the session's cookie.
public enum SessionCookie: String, VariableType, CaseIterable, Hashable {
  /// The page and the API share a registrable domain: `app.example.com` and `api.example.com`.
  case sameSite = "same-site"

  /// They do not, as with two platforms' own host names; some browsers then block the cookie.
  case crossSite = "cross-site"
}
