public import InfraContract

/// What `backend worker` reads: the part of the settings that concerns the escalation job.
public struct WorkerVariables: ProcessContract {
  /// The settings that the worker shares with the other processes.
  let settings: ServeVariables

  /// Where the description filled the contract.
  public var site: CallSite { settings.site }

  /// The command that reads them.
  public static let process = "backend worker"

  /// The variables, in the order in which manifests list them.
  public static let fields: [ContractField<WorkerVariables>] = [
    .required("DATABASE_URL", Purpose.databaseURL) { $0.settings.databaseURL },
    .defaulted("JOBS", Purpose.jobs, ServeVariables.Standard.jobs) { $0.settings.jobs },
    .defaulted("JOB_INTERVAL_SECONDS", Purpose.jobInterval, ServeVariables.Standard.jobInterval) {
      $0.settings.jobInterval
    },
    .defaulted("DRAIN_SECONDS", Purpose.drain, ServeVariables.Standard.drain) { $0.settings.drain },
    .defaulted("LOG_LEVEL", Purpose.logLevel, ServeVariables.Standard.logLevel) {
      $0.settings.logLevel
    },
  ]

  /// Why one worker only may run, or nil; a queue serves any number.
  public var soleInstanceReason: String? {
    settings.jobs == .queue
      ? nil : "JOBS is '\(settings.jobs.rawValue)', so only one worker at a time would do anything"
  }
}

extension WorkerVariables {
  /// The form of queued jobs, where the worker has a queue.
  public var queueFormat: Int? { settings.jobs == .queue ? JobFormat.newest : nil }
}

/// What `backend migrate` reads: the database alone.
public struct MigrateVariables: ProcessContract {
  /// The settings that the migration shares with the other processes.
  let settings: ServeVariables

  /// Where the description filled the contract.
  public var site: CallSite { settings.site }

  /// The command that reads them.
  public static let process = "backend migrate"

  /// The variables, in the order in which manifests list them.
  public static let fields: [ContractField<MigrateVariables>] = [
    .required("DATABASE_URL", Purpose.databaseURL) { $0.settings.databaseURL },
    .defaulted("LOG_LEVEL", Purpose.logLevel, ServeVariables.Standard.logLevel) {
      $0.settings.logLevel
    },
  ]
}

extension ServeVariables {
  /// The part that `backend worker` takes: no key of a token, and no port.
  public var worker: WorkerVariables { WorkerVariables(settings: self) }

  /// The part that `backend migrate` takes: the database.
  public var migrate: MigrateVariables { MigrateVariables(settings: self) }
}
