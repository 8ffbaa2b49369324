import BackendContract
import Logging
import ServiceLifecycle

/// `backend worker`.
enum WorkerCommand {
  /// Runs until a signal ends it.
  static func run(_ variables: Variables) async throws -> ExitCode {
    let settings = WorkerSettings(variables)
    let logger = Logger(label: "backend") { label in
      LineLogHandler(label: label, level: settings.logLevel)
    }
    logger.notice("backend worker starts", metadata: variables.summary)
    if settings.jobs == .inProcess {
      // Harmless, since the tickets themselves know how far they are; but hardly meant.
      logger.warning("JOBS is 'in-process': 'backend serve' does this work already")
    }
    var configuration = DatabaseConfiguration(url: settings.databaseURL)
    configuration.size = 2
    configuration.applicationName = "backend worker"
    let database = try Database(configuration, logger: logger)
    let sweep = Sweep(database: database)
    let queue = JobQueue(database: database, logger: logger)
    let mode = settings.jobs
    let service = EscalationService(
      database: database,
      interval: settings.jobInterval,
      logger: logger,
      pass: { mode == .queue ? try await queue.pass() : try await sweep.pass() }
    )
    try await ServeCommand.runUntilSignal(
      [database, service],
      drain: settings.drain,
      logger: logger
    )
    logger.notice("backend worker ends")
    return .done
  }
}
