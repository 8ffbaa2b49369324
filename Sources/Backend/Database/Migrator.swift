import Logging

/// Brings a database's schema up to date, however many instances try at once.
struct Migrator: Sendable {
  /// What is known of one migration.
  struct Status: Sendable, Equatable {
    /// The states of a migration.
    enum State: String, Sendable {
      case applied
      case pending
      /// Applied, but the file has changed since.
      case edited
      /// Applied by a newer program, unknown to this one.
      case unknown
    }

    let name: String
    let state: State
  }

  /// Why a schema cannot be brought up to date.
  enum Failure: Error, CustomStringConvertible {
    case edited([String])
    case failed(String, DatabaseError)

    var description: String {
      switch self {
      case .edited(let names):
        "changed after it was applied: \(names.joined(separator: ", ")). "
          + "Restore the file and write a new migration instead."
      case .failed(let name, let error): "\(name) failed and was undone: \(error)"
      }
    }
  }

  let database: Database
  let migrations: [Migration]
  let logger: Logger

  init(_ database: Database, migrations: [Migration] = Migration.all, logger: Logger) {
    self.database = database
    self.migrations = migrations
    self.logger = logger
  }

  // Any number serves, as long as all versions of the program use the same.
  private static let lock = 7_245_905_113_361

  private static let table = """
    CREATE TABLE IF NOT EXISTS schema_migrations (
      name text PRIMARY KEY,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )
    """

  /// Applies what is pending, each file in a transaction of its own, and returns the names.
  ///
  /// One lock is held for all of it: a second instance waits, and then finds nothing left to do.
  func deploy() async throws -> [String] {
    try await database.session(opening: "SELECT pg_advisory_lock(\(Self.lock))") { session in
      do {
        _ = try await session.script(Self.table)
        let before = Self.compare(migrations, with: try await Self.applied(session))
        let edited = before.filter { $0.state == .edited }.map(\.name)
        guard edited.isEmpty else { throw Failure.edited(edited) }
        let pending = Set(before.filter { $0.state == .pending }.map(\.name))
        var done: [String] = []
        for migration in migrations where pending.contains(migration.name) {
          try await apply(migration, on: session)
          logger.notice("migration applied", metadata: ["migration": "\(migration.name)"])
          done.append(migration.name)
        }
        _ = try await session.script("SELECT pg_advisory_unlock(\(Self.lock))")
        return done
      } catch let error as DatabaseError where error.isOutage {
        throw error
      } catch {
        _ = try await session.script("SELECT pg_advisory_unlock(\(Self.lock))")
        throw error
      }
    }
  }

  private func apply(_ migration: Migration, on session: Transaction) async throws {
    do {
      _ = try await session.script("BEGIN")
      _ = try await session.script(migration.sql)
      _ = try await session.query(
        "INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)",
        [.text(migration.name), .text(migration.checksum)]
      )
      _ = try await session.script("COMMIT")
    } catch {
      if !error.isOutage { _ = try await session.script("ROLLBACK") }
      throw Failure.failed(migration.name, error)
    }
  }

  private static func applied(_ session: Transaction) async throws -> [(String, String)] {
    let rows = try await session.query("SELECT name, checksum FROM schema_migrations ORDER BY name")
    return try rows.all.map { (try $0.text(0), try $0.text(1)) }
  }

  /// Compares the program's migrations with those that the database has seen.
  func status() async throws -> [Status] {
    let rows: Rows
    do {
      rows = try await database.query("SELECT name, checksum FROM schema_migrations ORDER BY name")
    } catch DatabaseError.statement(state: "42P01", message: _) {
      return Self.compare(migrations, with: [])
    }
    return Self.compare(migrations, with: try rows.all.map { (try $0.text(0), try $0.text(1)) })
  }

  static func compare(_ migrations: [Migration], with applied: [(String, String)]) -> [Status] {
    let known = Set(migrations.map(\.name))
    let listed = migrations.map { migration in
      guard let row = applied.first(where: { $0.0 == migration.name }) else {
        return Status(name: migration.name, state: .pending)
      }
      return Status(
        name: migration.name,
        state: row.1 == migration.checksum ? .applied : .edited
      )
    }
    // A newer program may have gone ahead; during a deployment both run.
    let others = applied.filter { !known.contains($0.0) }
    return listed + others.map { Status(name: $0.0, state: .unknown) }
  }
}
