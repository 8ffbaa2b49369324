import Foundation
import Logging
import Testing

@testable import backend

extension BackendSuite {
  @Suite("migrations")
  struct MigrationTests {
    private func database(_ name: String) throws -> Database {
      var configuration = DatabaseConfiguration(url: try PostgresServer.shared.get().url(name))
      configuration.statementTimeout = nil
      configuration.acquireTimeout = .seconds(20)
      return try Database(configuration, logger: Logger(label: "test"))
    }

    @Test("every file of the folder is in the program, in order, byte by byte")
    func complete() throws {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/Backend/Migrations").standardizedFileURL
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(files == Migration.all.map { $0.name + ".sql" })
      for migration in Migration.all {
        let file = folder.appendingPathComponent(migration.name + ".sql")
        #expect(try String(contentsOf: file, encoding: .utf8) == migration.sql)
      }
    }

    @Test("ten programs that migrate at once apply each file once")
    func atOnce() async throws {
      let server = try PostgresServer.shared.get()
      let name = try server.makeDatabase()
      let children = try (0..<10).map { _ in
        try Binary.start(["migrate", "deploy"], ["DATABASE_URL": server.url(name)])
      }
      var outputs: [String] = []
      for child in children {
        let ended = try await child.ended()
        #expect(ended.status == 0, "\(ended.output)")
        outputs.append(ended.output)
      }
      #expect(outputs.filter { $0.contains("nothing to apply") }.count == 9)
      let applied = try server.psql(name, "SELECT count(*) FROM schema_migrations")
      #expect(applied == "\(Migration.all.count)")
    }

    @Test("a failing file is undone and the ones before it stay")
    func failing() async throws {
      let name = try PostgresServer.shared.get().makeDatabase()
      let database = try database(name)
      let good = Migration(name: "1", bytes: Array("CREATE TABLE one (); CREATE TABLE two ()".utf8))
      let bad = Migration(name: "2", bytes: Array("CREATE TABLE three (); SELECT 1/0".utf8))
      let migrator = Migrator(database, migrations: [good, bad], logger: Logger(label: "test"))
      await #expect(throws: Migrator.Failure.self) { try await migrator.deploy() }
      let states = try await migrator.status().map(\.state)
      #expect(states == [.applied, .pending])
      let tables = try PostgresServer.shared.get().psql(
        name,
        "SELECT string_agg(tablename, ',' ORDER BY tablename) FROM pg_tables WHERE schemaname='public'"
      )
      #expect(tables == "one,schema_migrations,two")
    }

    @Test("the command lists, checks, applies, and refuses an edited file; its exit codes tell")
    func command() async throws {
      let server = try PostgresServer.shared.get()
      let name = try server.makeDatabase()
      let variables = ["DATABASE_URL": server.url(name)]
      let pending = try await Binary.run(["migrate", "check"], variables)
      #expect(pending.status == 1)
      #expect(
        pending.output.contains("pending: 0001_accounts, 0002_tickets, 0003_escalation, 0004")
      )
      #expect(try await Binary.run(["migrate", "deploy"], variables).status == 0)
      #expect(try await Binary.run(["migrate", "check"], variables).status == 0)
      let status = try await Binary.run(["migrate", "status"], variables)
      #expect(status.output.contains("applied  0002_tickets"))
      try server.psql(name, "UPDATE schema_migrations SET checksum = 'x' WHERE name LIKE '0002%'")
      for task in ["deploy", "check"] {
        let edited = try await Binary.run(["migrate", task], variables)
        #expect(edited.status == 65)
        #expect(edited.output.contains("0002_tickets"))
      }
      let unknown = try await Binary.run(["migrate", "undo"], variables)
      #expect(unknown.status == 64)
      #expect(unknown.output.contains("usage: backend serve"))
    }
  }
}
