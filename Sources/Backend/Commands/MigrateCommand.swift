import BackendContract
import Logging

/// `backend migrate`.
enum MigrateCommand {
  /// Runs it to its end.
  static func run(
    _ task: Invocation.Migration,
    _ environment: [String: String]
  ) async throws -> ExitCode {
    let settings = MigrateSettings(try Variables(of: MigrateVariables.self, in: environment))
    let logger = Logger(label: "backend") { label in
      LineLogHandler(label: label, level: settings.logLevel)
    }
    var configuration = DatabaseConfiguration(url: settings.databaseURL)
    configuration.size = 1
    configuration.applicationName = "backend migrate"
    configuration.statementTimeout = nil
    configuration.acquireTimeout = .seconds(10)
    let database = try Database(configuration, logger: logger)
    defer { database.close() }
    let migrator = Migrator(database, logger: logger)
    do {
      try await reach(database)
      switch task {
      case .deploy:
        let done = try await migrator.deploy()
        print(done.isEmpty ? "nothing to apply" : "applied: " + done.joined(separator: ", "))
        return .done
      case .status:
        for status in try await migrator.status() {
          print("\(status.state.rawValue.padded(to: 8)) \(status.name)")
        }
        return .done
      case .check: return try await check(migrator)
      }
    } catch let error as Migrator.Failure {
      printError("backend migrate: \(error)")
      guard case .edited = error else { return .failed }
      return .data
    } catch let error as DatabaseError {
      printError("backend migrate: \(error)")
      return error.isOutage ? .unavailable : .failed
    }
  }

  private static func check(_ migrator: Migrator) async throws -> ExitCode {
    let all = try await migrator.status()
    let edited = all.filter { $0.state == .edited }.map(\.name)
    guard edited.isEmpty else { throw Migrator.Failure.edited(edited) }
    let pending = all.filter { $0.state == .pending }.map(\.name)
    print(pending.isEmpty ? "up to date" : "pending: " + pending.joined(separator: ", "))
    return pending.isEmpty ? .done : .failed
  }

  /// Waits a little for a database that is just starting, as in a new deployment.
  private static func reach(_ database: Database) async throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while true {
      do {
        _ = try await database.query("SELECT 1")
        return
      } catch {
        guard error.isOutage, ContinuousClock.now < deadline else { throw error }
        try await Task.sleep(for: .milliseconds(200))
      }
    }
  }
}

extension String {
  /// The text, filled with spaces up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
