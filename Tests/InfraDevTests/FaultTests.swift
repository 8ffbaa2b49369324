import Foundation
import InfraSecrets
import TestSupport
import Testing

@Suite("infra dev: faults", .serialized, .needsProgram("python3"))
struct FaultTests {
  @Test("a service that ends at once ends the run, with its last lines")
  func exits() throws {
    let run = try Run("exits", values: ["API_PORT": "\(try freePort())"])
    let dev = try run.start()
    #expect(dev.status() == 1)
    #expect(dev.text.contains("ended with code 3; starts again in 0.5 s"))
    #expect(
      dev.text.contains(
        "error: service 'api' ended with code 3 (3 times in a row) before it was ready"
      )
    )
    #expect(dev.text.contains("\n  | line 3\n"))
    #expect(dev.text.contains("\n  | the reason\n"))
    #expect(dev.text.contains("  help: its whole log is in .infra/dev/exits/logs/api.log"))
    #expect(processes(in: run.folder) == [])
  }

  @Test("a service that never becomes healthy ends the run in time, with what it answers")
  func never() throws {
    let run = try Run("never", values: ["API_PORT": "\(try freePort())"])
    let dev = try run.start()
    #expect(dev.status() == 1)
    #expect(
      dev.text.contains(
        "error: service 'api' was not ready within 4.0 s: answers /broken with 503\n  | api is here"
      )
    )
    #expect(processes(in: run.folder) == [])
  }

  @Test("a release command that fails keeps its service from starting")
  func release() throws {
    let run = try Run("failing")
    let dev = try run.start()
    #expect(dev.status() == 1)
    #expect(
      dev.text.contains(
        "error: the release command of service 'api' ended with code 4: echo no such table; exit 4"
          + "\n  | no such table\n"
      )
    )
    #expect(run.read("started") == nil)
  }

  @Test("a program that is not there is named at once")
  func missing() throws {
    let run = try Run("missing")
    let dev = try run.start()
    #expect(dev.status() == 1)
    #expect(dev.text.contains("before it was ready: no-such-program-here"))
    #expect(dev.text.contains("not found"))
  }

  @Test("a service that cannot run without an image is an error at its line")
  func imageOnly() throws {
    let run = try Run("waits")
    let dev = try run.start()
    #expect(dev.status() == 1)
    #expect(dev.text.contains("error: service 'api' does not say how it runs without an image"))
    #expect(dev.text.contains("dev: \"npm run dev\", at infra_dev_fixture/Scenarios.swift:"))
  }

  @Test("a port that is taken is named with the variable that moves it")
  func portTaken() throws {
    let port = try freePort()
    let socket = try #require(LocalSocket.make(isIPv6: false))
    defer { close(socket) }
    #expect(LocalSocket.withAddress(port, isIPv6: false) { bind(socket, $0, $1) } == 0)
    #expect(listen(socket, 1) == 0)
    let run = try Run("never", values: ["API_PORT": "\(port)"])
    let dev = try run.start()
    #expect(dev.status() == 1)
    #expect(dev.text.contains("error: port \(port), where service 'api' is to listen, is taken"))
    #expect(dev.text.contains(/put API_PORT=\d+ into \.env/))
  }

  @Test("a port that is no port is named")
  func noPort() throws {
    let run = try Run("never", values: ["API_PORT": "eighty"])
    let dev = try run.start()
    #expect(dev.status() == 1)
    #expect(dev.text.contains("error: API_PORT is 'eighty', which is no port"))
  }

  @Test("without .env and without a terminal, the command that makes it is named")
  func noValues() throws {
    let run = try Run("values")
    try FileManager.default.removeItem(at: run.folder.appending(path: run.environmentFile))
    let dev = try run.start()
    #expect(dev.status() == 1)
    #expect(dev.text.contains("error: there is no 'generated/values/.env'"))
    #expect(dev.text.contains("help: make it: swift run infra secrets init values"))
    let some = try Run("values", values: ["FIRST_VALUE": "x"])
    let second = try some.start()
    #expect(second.status() == 1)
    #expect(
      second.text.contains("generated/values/.env has no value for SECOND_VALUE, THIRD_VALUE")
    )
  }

  @Test("a .env that cannot be read is named with its line")
  func unreadable() throws {
    let run = try Run("values")
    try run.write("A=1\nFIRST_VALUE='a\n", to: run.environmentFile)
    let dev = try run.start()
    #expect(dev.status() == 1)
    #expect(
      dev.text.contains("error: generated/values/.env:2: the value of FIRST_VALUE starts with")
    )
  }

  @Test("awkward values arrive byte for byte, and no log shows them")
  func awkward() async throws {
    let values = [
      "FIRST_VALUE": "p$$w #d \"q\" 'a' \\ end\\", "SECOND_VALUE": "two\nlines\n\ttab ${HOME} `id`",
      "THIRD_VALUE": " é 🎟️ \r\n$'x' ",
    ]
    let run = try Run("values", values: values)
    try run.write(
      """
      import json, os
      names = ["FIRST", "SECOND", "THIRD", "MIXED"]
      json.dump({n: os.environb[n.encode()].hex() for n in names}, open("seen.new", "w"))
      os.rename("seen.new", "seen")
      print("mine is " + os.environ["FIRST"], flush=True)
      """,
      to: "variables.py"
    )
    let dev = try run.start("--logs")
    try await dev.says("mine is [FIRST_VALUE]")
    let text = try #require(run.read("seen"))
    let seen = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    func hexadecimal(_ text: String) -> String {
      text.utf8.map { String(format: "%02x", $0) }.joined()
    }
    #expect(seen["FIRST"] == hexadecimal(values["FIRST_VALUE"] ?? ""))
    #expect(seen["SECOND"] == hexadecimal(values["SECOND_VALUE"] ?? ""))
    #expect(seen["THIRD"] == hexadecimal(values["THIRD_VALUE"] ?? ""))
    #expect(seen["MIXED"] == hexadecimal("<" + (values["FIRST_VALUE"] ?? "") + ">"))
    #expect(run.read(".infra/dev/values/logs/api.log") == "mine is [FIRST_VALUE]\n")
    dev.signal(SIGINT)
    #expect(dev.status() == 0)
  }
}
