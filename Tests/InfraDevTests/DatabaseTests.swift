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

/// Whether an engine answers that has the image: the tests fetch nothing.
private let hasImage: Bool = {
  let image = ["docker", "image", "inspect", "--format", "{{.Id}}", "postgres:17"]
  return Child.output(of: image, within: .seconds(10)) != nil
}()

@Suite(
  "infra dev: a Postgres in a container",
  .serialized,
  .needsProgram("python3"),
  .enabled(if: hasImage, "no container engine that answers and has postgres:17"),
  .enabled(if: hasPostgres, "no psql: run ./scripts/test")
)
struct ContainerTests {
  @Test("comes up, keeps its data, and leaves no container, not even after a kill")
  func life() async throws {
    let port = try freePort()
    let run = try Run(
      "data",
      values: [
        "API_PORT": "\(try freePort())", "MAIN_PORT": "\(port)", "MAIN_PASSWORD": "0123456789ab",
      ]
    )
    let name = run.folder.lastPathComponent.lowercased() + "-data-main"
    let first = try run.start("--engine", "docker")
    try await first.says("ready in ", within: .seconds(120))
    #expect(first.text.contains("postgres:17 by docker, with data in volume \(name)"))
    let insert = try run.command(
      "dev",
      "psql",
      "--environment",
      "data",
      "--",
      "-c",
      "INSERT INTO things VALUES ('kept')"
    )
    #expect(insert.text == "INSERT 0 1\n")
    first.signal(SIGKILL)
    _ = first.status()
    #expect(containers(name) == name + "\n")

    let second = try run.start("--engine", "docker")
    try await second.says("of a run that could not clean up")
    try await second.says("ready in ", within: .seconds(120))
    #expect(run.read(".infra/dev/data/logs/worker.log")?.contains("kept") == true)
    second.signal(SIGINT)
    #expect(second.status() == 0)
    #expect(containers(name) == "")

    // Another clone in a folder of the same name has another password.
    let values = try #require(run.read(run.environmentFile))
    try run.write(values.replacing("0123456789ab", with: "ab0123456789"), to: run.environmentFile)
    let other = try run.start("--engine", "docker")
    #expect(other.status() == 1)
    #expect(
      other.text.contains(
        "in volume \(name) were made for another user, database or password, such as by another"
      )
    )
    #expect(try run.command("dev", "reset", "data", "--yes").text.contains("volume \(name)"))
  }

  private func containers(_ name: String) -> String? {
    Child.output(
      of: ["docker", "ps", "--all", "--format", "{{.Names}}", "--filter", "name=\(name)"],
      within: .seconds(10)
    )
  }
}

@Suite(
  "infra dev: a local Postgres",
  .serialized,
  .needsProgram("python3"),
  .enabled(if: hasPostgres, "no PostgreSQL server with psql: run ./scripts/test")
)
struct DatabaseTests {
  private func run(port: Int, password: String = "0123456789abcdef") throws -> Run {
    try Run(
      "data",
      values: [
        "API_PORT": "\(try freePort())", "MAIN_PORT": "\(port)", "MAIN_PASSWORD": password,
      ]
    )
  }

  @Test("migrations run before what needs them, data outlive the run, and reset asks")
  func life() async throws {
    let port = try freePort()
    let run = try run(port: port)
    let dev = try run.start("--engine", "local")
    try await dev.says("ready in ", within: .seconds(120))
    #expect(dev.text.contains("localhost:\(port)"))
    // Equal builds are one.
    #expect(run.read("builds") == "built\n")
    #expect(!dev.text.contains("0123456789abcdef"))
    let worker = try #require(run.read(".infra/dev/data/logs/worker.log"))
    #expect(worker.contains("(0 rows)"))

    let insert = try run.command(
      "dev",
      "psql",
      "--environment",
      "data",
      "--",
      "-c",
      "INSERT INTO things VALUES ('kept')"
    )
    #expect(insert.text == "INSERT 0 1\n")
    #expect(try run.command("dev", "reset", "data", "--yes").text.contains("its data are in use"))
    dev.signal(SIGINT)
    #expect(dev.status() == 0)
    #expect(processes(in: run.folder) == [])

    let second = try run.start("--engine", "local", "--only", "worker")
    try await second.says("ready in ")
    _ = try await eventually {
      run.read(".infra/dev/data/logs/worker.log")?.contains("kept") == true ? true : nil
    }
    // The server is killed with all that it runs, and comes back.
    let state = try #require(run.read(".infra/dev/data/state")).split(separator: "\n")
    let main = try #require(state.first { $0.hasPrefix("resource\tmain\t") }).split(separator: "\t")
    kill(try #require(Int32(main[5])), SIGKILL)
    try await second.says("healthy again")
    second.signal(SIGINT)
    #expect(second.status() == 0)
    #expect(processes(in: run.folder) == [])

    let asked = try run.command("dev", "reset", "data")
    #expect(asked.status == 1)
    #expect(asked.text.contains("nothing was deleted: nobody said yes"))
    #expect(run.read(".infra/dev/data/data/main/data/PG_VERSION") != nil)
    #expect(try run.command("dev", "reset", "data", "--yes").status == 0)
    #expect(run.read(".infra/dev/data/data/main/data/PG_VERSION") == nil)
    #expect(try run.command("dev", "reset", "data").text == "'data' has no data on this machine.\n")
  }

  @Test("data of another version or another password are refused, and kept")
  func refused() async throws {
    let run = try run(port: try freePort())
    try run.write("9.6\n", to: ".infra/dev/data/data/main/data/PG_VERSION")
    let old = try run.start("--engine", "local")
    #expect(old.status() == 1)
    #expect(old.text.contains("are of Postgres 9, and Postgres"))
    #expect(old.text.contains("swift run infra dev reset"))
    #expect(run.read(".infra/dev/data/data/main/data/PG_VERSION") == "9.6\n")

    // The newest Postgres that is here is what a run takes.
    let major = try #require(old.text.firstMatch(of: /and Postgres (\d+) is installed/)?.1)
    try run.write("\(major)\n", to: ".infra/dev/data/data/main/data/PG_VERSION")
    try run.write("others", to: ".infra/dev/data/data/main/identity")
    let other = try run.start("--engine", "local")
    #expect(other.status() == 1)
    #expect(other.text.contains("were made for another user, database or password"))
    #expect(run.read(".infra/dev/data/data/main/identity") == "others")
  }

  @Test("a password that no URL can hold is refused before anything starts")
  func password() throws {
    let run = try run(port: try freePort(), password: "a@b:c/d#e")
    let dev = try run.start("--engine", "local")
    #expect(dev.status() == 1)
    #expect(dev.text.contains("MAIN_PASSWORD has a character that a URL needs escapes for"))
    #expect(!dev.text.contains("a@b"))
  }

  @Test("a change builds once and starts again what it is for")
  func watching() async throws {
    let run = try run(port: try freePort())
    try run.write("1", to: "watched/file")
    let dev = try run.start("--engine", "local", "--watch")
    try await dev.says("ready in ", within: .seconds(120))
    // The first look only remembers.
    try await Task.sleep(for: .seconds(1))
    try run.write("22", to: "watched/file")
    try await dev.says("changed: builds again")
    _ = try await eventually { dev.text.ranges(of: "api is here").count == 2 ? true : nil }
    #expect(run.read("builds") == "built\nbuilt\n")
    try run.write("x", to: "watched/node_modules/x")
    dev.signal(SIGINT)
    #expect(dev.status() == 0)
    #expect(processes(in: run.folder) == [])
  }
}
