import Foundation
import InfraDev
import InfraKit
import TestSupport
import Testing

@testable import InfraRelease

/// What these tests need: the programs of a Postgres server, and psql.
let hasPostgres: Bool = {
  let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
  let found = !folders.isEmpty || ChildProcess.find("initdb") != nil
  return found && ChildProcess.find("psql") != nil
}()

/// A repository with a release in one of the layouts, whose work tree gets one more migration.
final class MigrationScene: Sendable {
  let repository: Repository
  let layout: MigrationLayout

  init(_ layout: MigrationLayout) async throws {
    self.layout = layout
    repository = try await Repository()
    var files: [String: String] = [:]
    for (index, sql) in MigrationCase.released.enumerated() {
      files[path("000\(index + 1)_step")] = sql
    }
    if layout == .prisma {
      files["prisma/migrations/migration_lock.toml"] = "provider = \"postgresql\""
    }
    try await repository.commit("the first", files)
    try await repository.git("tag", "v1.3.0")
  }

  func path(_ name: String) -> String {
    switch layout {
    case .files: "backend/migrations/\(name).sql"
    case .prisma: "prisma/migrations/\(name)/migration.sql"
    }
  }

  func report(_ server: ScratchServer, folder: String? = nil) throws -> MigrationReport {
    let tags = try ReleaseTags(in: repository.path)
    let found = try #require(try MigrationFolder.find(named: folder, in: repository.path))
    #expect(found.layout == layout)
    return try MigrationGate.report(
      from: try #require(tags.newest(1).first),
      tags: tags,
      found,
      in: repository.path
    ) { () throws(ReleaseProblem) in server }
  }
}

@Suite(
  "the migration gate",
  .serialized,
  .enabled(if: hasPostgres, "no PostgreSQL server with psql: run ./scripts/test")
)
struct MigrationGateTests {
  @Test(
    "finds what breaks, with file and line, and passes what does not",
    arguments: [
      MigrationLayout.files, .prisma,
    ]
  )
  func cases(_ layout: MigrationLayout) async throws {
    let server = try ScratchServer(url: nil)
    defer { server.stop() }
    let scene = try await MigrationScene(layout)
    let path = scene.path("0003_new")
    let cases = MigrationCase.breaking + MigrationCase.safe
    // What differs is how files are found; that the rest works the same half of them show.
    for (index, planted) in cases.enumerated() where layout == .files || index % 2 == 0 {
      try scene.repository.write([path: planted.sql])
      let report = try scene.report(server)
      #expect(report.new == ["0003_new"])
      let errors = report.findings.filter { $0.severity == .error }
      if planted.code.isEmpty {
        #expect(errors.map(\.message) == [], "\(planted.sql)")
        continue
      }
      let found = errors.first { $0.rule.code == planted.code }
      #expect(found?.file == path, "\(planted): \(errors.map(\.message))")
      #expect(found?.line == planted.line, "\(planted)")
      #expect(errors.allSatisfy { $0.exception == "-- infra: contract v1.3.0" })
    }
    #expect(Set(MigrationCase.breaking.map(\.code)).count >= 20)
    #expect(MigrationCase.safe.count >= 20)
  }

  @Test("warns of what is borne and may do something else than was meant, at its line")
  func doubtful() async throws {
    let server = try ScratchServer(url: nil)
    defer { server.stop() }
    let scene = try await MigrationScene(.files)
    let path = scene.path("0003_new")
    for planted in MigrationCase.doubtful {
      try scene.repository.write([path: planted.sql])
      let report = try scene.report(server)
      let found = report.findings.filter { $0.severity != .note }
        .map { "\($0.line) \($0.severity) \($0.rule.code)" }
      #expect(found.contains("\(planted.line) warning \(planted.code)"), "\(planted): \(found)")
      #expect(!found.contains { $0.contains(" error ") }, "\(planted): \(found)")
    }
  }

  @Test("long locks are warnings at their lines")
  func locks() async throws {
    let server = try ScratchServer(url: nil)
    defer { server.stop() }
    let scene = try await MigrationScene(.files)
    try scene.repository.write([
      scene.path("0003_new"): """
      CREATE INDEX people_name ON people (name);
      ALTER TABLE people ADD score integer, ADD CONSTRAINT scored CHECK (score > 0);
      ALTER TABLE people ADD stamp text DEFAULT gen_random_uuid()::text;
      UPDATE people SET score = 1;
      CREATE TABLE fresh (id int);
      CREATE INDEX fresh_id ON fresh (id);
      ALTER TABLE people ADD CONSTRAINT stamped UNIQUE (score);
      BEGIN; LOCK TABLE orders; COMMIT;
      """
    ])
    let report = try scene.report(server)
    let found = report.findings.map { "\($0.line) \($0.severity) \($0.rule.code.dropFirst(8))" }
    #expect(
      found == [
        "1 warning index-locks", "2 warning constraint-scans", "3 warning table-rewritten",
        "4 warning rows-rewritten", "7 warning index-locks", "8 warning table-locked",
      ]
    )
  }

  @Test("a line allows a breaking step, for the versions that it names and no others")
  func contract() async throws {
    let server = try ScratchServer(url: nil)
    defer { server.stop() }
    let scene = try await MigrationScene(.files)
    let path = scene.path("0003_new")
    let drop = "ALTER TABLE people DROP name;"
    func findings(_ sql: String) throws -> [String] {
      try scene.repository.write([path: sql])
      return try scene.report(server).findings.map {
        "\($0.line) \($0.severity) \($0.rule.code.dropFirst(8))"
      }
    }
    #expect(try findings("-- infra: contract v1.3.0\n\(drop)") == ["2 note column-removed"])
    // The next statement is another one.
    #expect(
      try findings("-- infra: contract v1.3.0\nSELECT 1;\n\(drop)")
        == ["1 warning contract-unused", "3 error column-removed"]
    )
    #expect(
      try findings("-- infra: contract v9.0.0\n\(drop)")
        == ["1 error contract-version", "2 error column-removed"]
    )
    #expect(
      try findings("-- infra: contrat v1.3.0\n\(drop)")
        == ["1 error contract-version", "2 error column-removed"]
    )
    // v1.4.0 was released meanwhile, without this migration.
    try scene.repository.write([path: nil])
    try await scene.repository.git("tag", "v1.4.0")
    try scene.repository.write([path: "-- infra: contract v1.3.0\n\(drop)"])
    let report = try scene.report(server)
    #expect(report.count(.error) == 1)
    #expect(report.findings[0].help.contains("line 1 gives up v1.3.0, and v1.4.0 still has to run"))
  }

  @Test("a released migration that is edited, removed or overtaken is an error")
  func history() async throws {
    let server = try ScratchServer(url: nil)
    defer { server.stop() }
    let scene = try await MigrationScene(.prisma)
    let first = scene.path("0001_step")
    try scene.repository.write([first: MigrationCase.released[0].replacing("'bad'", with: "'sad'")])
    var found = try scene.report(server).findings
    #expect(found.map(\.rule.code) == ["release/migration-edited"])
    #expect(found[0].line == 1)
    #expect(found[0].help.contains("git checkout v1.3.0 -- \(first)"))

    try await scene.repository.git("checkout", "-q", "--", ".")
    try scene.repository.write([scene.path("0002_step"): nil])
    found = try scene.report(server).findings
    #expect(found.map(\.rule.code) == ["release/migration-removed"])

    try await scene.repository.git("checkout", "-q", "--", ".")
    let early = scene.path("0001_a")
    try scene.repository.write([early: "CREATE TABLE people2 (id int);"])
    found = try scene.report(server).findings
    #expect(found.map(\.rule.code) == ["release/migration-order"])
    #expect(found[0].file == early)

    try scene.repository.write([
      early: """
      DO $$ BEGIN
        IF to_regclass('orders') IS NULL THEN CREATE TABLE early (id int); END IF;
      END $$;
      """
    ])
    found = try scene.report(server).findings
    #expect(found.map(\.rule.code) == ["release/migration-order", "release/schema-drift"])
    #expect(found[1].file == early && found[1].line == 1)
    #expect(found[1].message.hasSuffix("in relation 'early'"), "\(found[1].message)")
  }

  @Test("a statement that fails is named with its line, and psql's own commands are refused")
  func failing() async throws {
    let server = try ScratchServer(url: nil)
    defer { server.stop() }
    let scene = try await MigrationScene(.files)
    let path = scene.path("0003_new")
    try scene.repository.write([path: "SELECT 1;\n\nALTER TABLE nobody ADD x int;\n"])
    let failure = #expect(throws: ReleaseProblem.self) { try scene.report(server) }
    #expect(
      failure?.message
        == "\(path):3: this statement fails: relation \"nobody\" does not exist"
    )
    let marker = scene.repository.path + "/ran"
    try scene.repository.write([path: "SELECT 1;\n\\! touch \(marker)\n"])
    let refused = #expect(throws: ReleaseProblem.self) { try scene.report(server) }
    #expect(refused?.message.hasPrefix("\(path):2: a command of psql") == true)
    #expect(!FileManager.default.fileExists(atPath: marker))
    // Nothing of either run is left.
    let left = try server.run(
      "SELECT count(*) FROM pg_database WHERE datname ~ 'scratch';",
      in: nil
    )
    #expect(left.text == "0\n")
  }

  @Test("two folders of migrations are a question, and none is said")
  func folders() async throws {
    let scene = try await MigrationScene(.files)
    #expect(throws: ReleaseProblem.self) {
      try MigrationFolder.find(named: "nowhere", in: scene.repository.path)
    }
    try scene.repository.write(["other/migrations/1.sql": "SELECT 1;"])
    let several = #expect(throws: ReleaseProblem.self) {
      try MigrationFolder.find(named: nil, in: scene.repository.path)
    }
    #expect(several?.message.contains("backend/migrations, other/migrations") == true)
    let named = try MigrationFolder.find(named: "./other/migrations/", in: scene.repository.path)
    #expect(named?.path == "other/migrations")
    let empty = try await Repository()
    #expect(try MigrationFolder.find(named: nil, in: empty.path) == nil)
  }

  @Test("numbers are numbers in the names of files, and text in those of Prisma")
  func order() {
    let names = ["10_c", "2_b", "01_a", "V3__x", "V20__y"]
    #expect(
      names.sorted(by: MigrationLayout.files.precedes) == [
        "01_a", "2_b", "10_c", "V3__x", "V20__y",
      ]
    )
    #expect(
      names.sorted(by: MigrationLayout.prisma.precedes)
        == ["01_a", "10_c", "2_b", "V20__y", "V3__x"]
    )
  }

  @Test("a server leaves nothing behind when it is stopped")
  func stopping() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: "/tmp").filter {
      $0.hasPrefix("infra-pg-")
    }
    let server = try ScratchServer(url: nil)
    #expect(try server.major() >= 13)
    server.stop()
    let after = try FileManager.default.contentsOfDirectory(atPath: "/tmp").filter {
      $0.hasPrefix("infra-pg-")
    }
    #expect(Set(after).subtracting(before).isEmpty)
  }
}

@Suite("the address of a scratch server")
struct PostgresAddressTests {
  @Test("a URL becomes variables")
  func variables() throws {
    let url = "postgres://me:p%40ss@db.example:6543/main?sslmode=require"
    #expect(
      try PostgresAddress(url).variables == [
        "PGSSLMODE=require", "PGDATABASE=main", "PGUSER=me", "PGPASSWORD=p@ss", "PGPORT=6543",
        "PGHOST=db.example",
      ]
    )
    #expect(PostgresAddress.hasPassword(url))
    #expect(!PostgresAddress.hasPassword("postgres://me@db.example/main"))
  }

  @Test(
    "what is wrong is told without the URL",
    arguments: [
      "mysql://me:hidden@x/y", "postgres://me:hidden@/y", "postgres://me:hid%zzden@x/y",
      "postgres://me:hidden@x:port/y", "postgres://me:hidden@x/y?options=hidden",
    ]
  )
  func wrong(_ url: String) {
    let problem = #expect(throws: ReleaseProblem.self) { try PostgresAddress(url) }
    #expect(problem?.message.contains("hid") == false)
  }
}
