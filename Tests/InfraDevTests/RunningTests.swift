import Foundation
import TestSupport
import Testing

@testable import InfraDev

@Suite("infra dev: running", .serialized, .needsProgram("python3"))
struct RunningTests {
  @Test("starts in order, says where everything is, and Ctrl-C leaves nothing")
  func plain() async throws {
    let (api, web) = (try freePort(), try freePort())
    let run = try Run("plain", values: ["API_PORT": "\(api)", "WEB_PORT": "\(web)"])
    let dev = try run.start()
    try await dev.says("ready in ")
    try await dev.says("Ctrl-C stops everything.")
    let text = dev.text
    #expect(
      text.contains("api     http://localhost:\(api)") || text.contains("http://localhost:\(api)")
    )
    #expect(text.contains("api is http://localhost:\(api)"))
    let ready = try #require(text.firstRange(of: "api is here"))
    let worker = try #require(text.firstRange(of: "the worker is here"))
    #expect(ready.lowerBound < worker.lowerBound)
    #expect(run.read(".infra/dev/plain/logs/worker.log") == "the worker is here\n")
    #expect(run.read(".infra/.gitignore") == "*\n")

    let status = try run.command("dev", "status", "plain")
    #expect(status.status == 0)
    #expect(status.text.contains(/api +service +healthy +process \d+ +localhost:/))

    let running = processes(in: run.folder)
    #expect(running.count >= 4)
    let began = ContinuousClock.now
    dev.signal(SIGINT)
    #expect(dev.status() == 0)
    #expect(ContinuousClock.now - began < .seconds(10))
    #expect(processes(in: run.folder) == [])
    #expect(try run.command("dev", "status", "plain").status == 1)
  }

  @Test("the page is there from the start, tells what runs, and ends", .needsProgram("curl"))
  func page() async throws {
    let values = ["API_PORT": "\(try freePort())", "WEB_PORT": "\(try freePort())"]
    let run = try Run("plain", values: values)
    let dev = try Started([Run.program, "dev", "plain"], in: run.folder)
    try await dev.says("Ctrl-C stops everything.")
    try await dev.says("page  http")
    let address = /page  (http:\/\/127\.0\.0\.1:\d+\/\w+\/)/
    let url = String(try #require(dev.text.firstMatch(of: address)?.1))
    // Events go on for as long as somebody listens.
    let events = try await ChildProcess("curl", ["-sN", "-m", "2", url + "events"]).run().output
    #expect(events.contains("event: plan"))
    #expect(events.contains(#""state":"healthy""#))
    #expect(events.contains("api is here"))
    dev.signal(SIGINT)
    #expect(dev.status() == 0)
    #expect(processes(in: run.folder) == [])
    let gone = try await ChildProcess("curl", ["-s", "-m", "2", url]).run()
    #expect(gone.status != 0)

    // What never becomes ready is looked at there, too.
    let never = try Run("never", values: ["API_PORT": "\(try freePort())"])
    let failing = try Started([Run.program, "dev", "never"], in: never.folder)
    #expect(failing.status() == 1)
    #expect(failing.text.contains("page  http://127.0.0.1:"))
  }

  @Test("a build that does not end is killed")
  func building() async throws {
    let run = try Run("building")
    let dev = try run.start()
    _ = try await run.pid("build.pid")
    dev.signal(SIGINT)
    #expect(dev.status() == 0)
    #expect(processes(in: run.folder) == [])
  }

  @Test("only what is named runs, with what it waits for")
  func only() async throws {
    let (api, web) = (try freePort(), try freePort())
    let run = try Run("plain", values: ["API_PORT": "\(api)", "WEB_PORT": "\(web)"])
    let dev = try run.start("--only", "worker")
    try await dev.says("ready in ")
    #expect(dev.text.contains("the worker is here"))
    #expect(dev.text.contains("api is here"))
    #expect(!dev.text.contains("http://localhost:\(web)"))
    dev.signal(SIGTERM)
    #expect(dev.status() == 0)
    let unknown = try run.command("dev", "plain", "--only", "wroker")
    #expect(unknown.status == 64)
    #expect(unknown.text.contains("did you mean 'worker'?"))
  }

  @Test("a killed program is started again, and its last child goes with it")
  func crash() async throws {
    let port = try freePort()
    let run = try Run("pair", values: ["API_PORT": "\(port)"])
    let dev = try run.start()
    try await dev.says("ready in ")
    let child = try await run.pid("child.pid")

    // The child dies; its shell ends with 9 and everything begins anew.
    kill(child, SIGKILL)
    try await dev.says("ended with code 9; starts again in ")
    try await dev.says("healthy again")
    let second = try await eventually { () -> Int32? in
      let pid = run.read("child.pid").flatMap { Int32($0.trimmingCharacters(in: .newlines)) }
      return pid == child ? nil : pid
    }

    // The shell dies; the child, which it leaves alone, must not keep the port.
    let shells = processes(in: run.folder).filter { pid in
      let name = try? String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8)
      return name == "sh\n"
    }
    for shell in shells { kill(shell, SIGKILL) }
    try await dev.says("was ended by signal 9; starts again in ")
    _ = try await eventually { isAlive(second) ? nil : true }
    _ = try await eventually { dev.text.ranges(of: "healthy again").count == 2 ? true : nil }
    dev.signal(SIGINT)
    #expect(dev.status() == 0)
    #expect(processes(in: run.folder) == [])
  }

  @Test("what does not end is killed after its time, and so is what left its group")
  func stubborn() async throws {
    let run = try Run("stubborn")
    let dev = try run.start()
    try await dev.says("ready in ")
    let pids = [
      try await run.pid("leader.pid"), try await run.pid("near.pid"), try await run.pid("away.pid"),
    ]
    #expect(pids.allSatisfy(isAlive))
    dev.signal(SIGINT)
    #expect(dev.status() == 0)
    #expect(dev.text.contains("did not end in time, and is killed"))
    #expect(pids.filter(isAlive) == [])
  }

  @Test("after a kill of infra dev itself, the next one cleans up")
  func killed() async throws {
    let (api, web) = (try freePort(), try freePort())
    let run = try Run("plain", values: ["API_PORT": "\(api)", "WEB_PORT": "\(web)"])
    let first = try run.start()
    try await first.says("ready in ")
    let left = processes(in: run.folder).filter { $0 != first.pid }
    first.signal(SIGKILL)
    _ = first.status()
    #expect(left.contains(where: isAlive))
    #expect(try run.command("dev", "status", "plain").text.contains("are left"))

    let second = try run.start()
    try await second.says("of a run that could not clean up")
    try await second.says("ready in ")
    #expect(left.filter(isAlive) == [])
    let down = try run.command("dev", "down", "plain")
    #expect(down.text == "'plain' has ended.\n")
    #expect(second.status() == 0)
    #expect(processes(in: run.folder) == [])
    #expect(try run.command("dev", "down", "plain").text == "'plain' does not run.\n")
  }

  @Test("down ends what a killed run left, and nothing that merely has its number")
  func leftovers() async throws {
    let run = try Run("stubborn")
    let dev = try run.start()
    try await dev.says("ready in ")
    let pids = [
      try await run.pid("leader.pid"), try await run.pid("near.pid"), try await run.pid("away.pid"),
    ]
    dev.signal(SIGKILL)
    _ = dev.status()
    // A process with the number of an old one: the birth in the state is another's.
    let innocent = try Started(["/bin/sleep", "1000"], in: PackageRoot.url)
    var state = try #require(run.read(".infra/dev/stubborn/state"))
    state += "process\t\(innocent.pid)\tother-1\n"
    try run.write(state, to: ".infra/dev/stubborn/state")
    #expect(try run.command("dev", "down", "stubborn").text.contains("of a run that could not"))
    #expect(pids.filter(isAlive) == [])
    #expect(isAlive(innocent.pid))
  }

  @Test("two at once: the second says so and touches nothing")
  func twice() async throws {
    let run = try Run("stubborn")
    let first = try run.start()
    try await first.says("ready in ")
    let second = try run.start()
    #expect(second.status() == 1)
    let pid = first.pid
    #expect(second.text.contains("error: 'stubborn' runs already (process \(pid))\n"))
    #expect(second.text.contains("swift run infra dev down stubborn"))
    #expect(isAlive(try await run.pid("leader.pid")))
    first.signal(SIGTERM)
    #expect(first.status() == 0)
  }
}
