import Foundation
import TestSupport
import Testing

@testable import InfraDev

/// What these tests need: the programs of a Postgres server, and psql.
private let hasPostgres: Bool = {
  let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
  let found = !folders.isEmpty || ChildProcess.find("initdb") != nil
  return found && ChildProcess.find("psql") != nil
}()

@Suite(
  "infra dev --try, and a rehearsal of two releases",
  .serialized,
  .needsProgram("python3"),
  .needsProgram("git"),
  .enabled(if: hasPostgres, "no PostgreSQL server with psql: run ./scripts/test")
)
struct RehearsalTests {
  private func write(_ run: Run, migration: String, smoke: String) throws {
    try run.write(
      "psql -v ON_ERROR_STOP=1 -Xq \"$DATABASE_URL\" -c \"\(migration)\"\n",
      to: "migrate.sh"
    )
    try run.write("psql -v ON_ERROR_STOP=1 -Xq \"$DATABASE_URL\" -c \"\(smoke)\"\n", to: "smoke.sh")
  }

  private func git(_ run: Run, _ arguments: String...) async throws {
    let identity = ["-c", "user.name=A Person", "-c", "user.email=person@example.com"]
    let result = try await ChildProcess("git", identity + arguments, in: run.folder).run()
    #expect(result.status == 0, "\(result.errors)")
  }

  private func release(_ run: Run, _ tag: String) async throws {
    try await git(run, "add", "--all")
    try await git(run, "commit", "-q", "--message", tag)
    try await git(run, "tag", tag)
  }

  private func scene() async throws -> Run {
    let run = try Run("rehearsed", values: ["MAIN_PASSWORD": "0123456789abcdef"])
    try run.write(".env\n.infra\n", to: ".gitignore")
    try await git(run, "init", "-q")
    #expect(try run.command("generate", "rehearsed").status == 0)
    return run
  }

  @Test("what works is tried and ended with 0, and what does not with 1 and its last lines")
  func trying() async throws {
    let run = try await scene()
    try write(run, migration: "CREATE TABLE IF NOT EXISTS things (name text)", smoke: "SELECT 1")
    let good = try run.start("--engine", "local", "--try")
    #expect(good.status() == 0, "\(good.text)")
    #expect(good.text.contains("works ("))
    #expect(!good.text.contains("0123456789abcdef"))
    try write(run, migration: "SELECT 1", smoke: "SELECT nothing FROM things")
    let bad = try run.start("--engine", "local", "--try")
    #expect(bad.status() == 1)
    #expect(bad.text.contains("trying 'api' ended with code 1: sh smoke.sh"))
    #expect(bad.text.contains("column \"nothing\" does not exist"))
    // What was killed may need a moment on a busy machine.
    try await eventually { processes(in: run.folder).isEmpty ? () : nil }
  }

  @Test("two releases run there and back on one database, and one that cannot go back is found")
  func rehearsal() async throws {
    let run = try await scene()
    let create = "CREATE TABLE IF NOT EXISTS things (name text)"
    try write(run, migration: create, smoke: "INSERT INTO things (name) VALUES ('a')")
    try await release(run, "v1.0.0")
    let none = try run.command("release", "rehearse", "rehearsed", "--command", Run.program)
    #expect(none.status == 1)
    #expect(none.text.contains("a rehearsal needs two releases, and there is one"))

    try write(
      run,
      migration: "\(create); ALTER TABLE things ADD COLUMN IF NOT EXISTS size int",
      smoke: "INSERT INTO things (name, size) VALUES ('b', 1)"
    )
    try await release(run, "v1.1.0")
    let good = try run.command("release", "rehearse", "rehearsed", "--command", Run.program)
    #expect(good.status == 0, "\(good.text)")
    #expect(good.text.contains("1 of 3  v1.0.0 on a new database"))
    #expect(good.text.contains("3 of 3  v1.0.0 on the database of v1.1.0"))
    #expect(good.text.ranges(of: "works (").count == 3)
    #expect(good.text.contains("v1.1.0 can be released and gone back from"))

    try write(
      run,
      migration: "ALTER TABLE things RENAME name TO title",
      smoke: "INSERT INTO things (title) VALUES ('c')"
    )
    try await release(run, "v1.2.0")
    // A second time in the same work tree, on a new database.
    let bad = try run.command("release", "rehearse", "rehearsed", "--command", Run.program)
    #expect(bad.status == 1)
    #expect(bad.text.contains("2 of 3  v1.2.0 on the database of v1.1.0"))
    #expect(bad.text.contains("step 3 fails to run"))
    #expect(bad.text.contains("column \"name\" of relation \"things\" does not exist"))
    // What was killed may need a moment on a busy machine.
    try await eventually { processes(in: run.folder).isEmpty ? () : nil }
  }
}
