import BackendContract
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import UnixSignals

/// `backend serve`.
enum ServeCommand {
  /// Runs until a signal ends it.
  static func run(_ variables: Variables, isLocal: Bool) async throws -> ExitCode {
    let settings = ServeSettings(variables)
    let logger = Logger(label: "backend") { label in
      LineLogHandler(label: label, level: settings.logLevel)
    }
    logger.notice("backend serve starts", metadata: variables.summary)
    var configuration = DatabaseConfiguration(url: settings.databaseURL)
    configuration.size = settings.poolSize
    configuration.applicationName = "backend serve"
    let database = try Database(configuration, logger: logger)
    let services = await Services(settings, database: database, logger: logger)
    let application = application(services, settings, isLocal: isLocal, logger: logger)
    var running: [any Service] = [database]
    if settings.jobs == .inProcess {
      let sweep = Sweep(database: database)
      running.append(
        EscalationService(
          database: database,
          interval: settings.jobInterval,
          logger: logger,
          pass: { try await sweep.pass() }
        )
      )
    }
    running.append(application)
    try await runUntilSignal(running, drain: settings.drain, logger: logger)
    logger.notice("backend serve ends")
    return .done
  }

  /// The HTTP server around the routes.
  static func application(
    _ services: Services,
    _ settings: ServeSettings,
    isLocal: Bool = false,
    limits: RequestDeadlines.Limits = .init(),
    logger: Logger,
    onListening: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let http = HTTP1Channel.Configuration(
      additionalChannelHandlers: [RequestDeadlines(limits)],
      idleTimeout: limits.head,
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16_384,
        maxHeaderListSize: 32_768,
        maxHeaderFieldCount: 100
      )
    )
    return Application(
      router: services.router(),
      server: HTTPServerBuilder { responder in
        LoopBoundConnections(connections: HTTP1Channel(responder: responder, configuration: http))
      },
      configuration: ApplicationConfiguration(
        address: .hostname(
          isLocal ? ListeningAddress.loopback : ListeningAddress.any,
          port: settings.port
        ),
        backlog: 1024
      ),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? settings.port
        logger.notice("listening", metadata: ["port": "\(port)"])
        onListening(port)
      },
      logger: logger
    )
  }

  /// Runs services until SIGTERM or SIGINT, then lets them finish what is under way.
  static func runUntilSignal(
    _ services: [any Service],
    drain: Duration,
    logger: Logger
  ) async throws {
    var configuration = ServiceGroupConfiguration(
      services: services.map { .init(service: $0) },
      gracefulShutdownSignals: [.sigterm, .sigint],
      logger: logger.quieter
    )
    configuration.maximumGracefulShutdownDuration = drain
    try await ServiceGroup(configuration: configuration).run()
  }
}

extension Logger {
  /// The same, without what libraries tell about their own steps.
  fileprivate var quieter: Logger {
    var logger = self
    logger.logLevel = max(logger.logLevel, .notice)
    return logger
  }
}

extension Variables {
  /// The names that were read and those that were set, for the first line of the log.
  var summary: Logger.Metadata {
    [
      "reads": "\(asked.joined(separator: " "))",
      "given": "\(given.joined(separator: " "))",
    ]
  }
}
