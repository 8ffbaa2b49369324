import Foundation
import InfraSerialization
import Synchronization
import TestSupport
import Testing

@testable import InfraVendors

/// A vendor of one switch, in memory, whose answers a test scripts.
private final class Switch: Transport, Sendable {
  /// What becomes of a call.
  enum Fate: Sendable { case works, isLost, worksUnheard, isRefused }

  private let kept = Mutex((isOn: false, calls: 0, fates: [Fate]()))

  init(_ fates: [Fate] = []) { kept.withLock { $0.fates = fates } }

  var calls: Int { kept.withLock { $0.calls } }
  var isOn: Bool { kept.withLock { $0.isOn } }

  func send(_ request: Request, to endpoint: Endpoint) throws(VendorError) -> Response {
    let fate = kept.withLock { kept in
      kept.calls += 1
      let fate = kept.fates.isEmpty ? Fate.works : kept.fates.removeFirst()
      if fate == .works || fate == .worksUnheard { kept.isOn = true }
      return fate
    }
    switch fate {
    case .works: return Response(status: 200, body: Array("{\"id\":\"new\"}".utf8))
    case .isRefused: return Response(status: 400, body: [])
    case .isLost, .worksUnheard:
      throw VendorError(.unknownOutcome, "nobody answered", help: "go on with --resume")
    }
  }
}

@Suite("Executor and journal")
struct ExecutorTests {
  private let folder: URL
  private let root: String

  init() throws {
    folder = try PackageRoot.temporaryFolder()
    root = folder.path
  }

  private func step(
    _ transport: Switch,
    _ repetition: Repetition = .harmless("on is on"),
    state: (@Sendable (String?) throws(VendorError) -> StepState)? = nil
  ) throws -> Step {
    let address = try #require(Address("http://127.0.0.1:1"))
    let client = try #require(
      RenderClient(
        key: SecretText("k"),
        at: address,
        through: transport
      )
    )
    let own: @Sendable (String?) throws(VendorError) -> StepState = { _ throws(VendorError) in
      transport.isOn ? .done : .notYet
    }
    return Step(
      "switch/on",
      "Switch it on",
      check: "the lamp is lit",
      .call(
        client.deploy("x", commit: "y"),
        repetition,
        state: state ?? own
      )
    )
  }

  private func executor(_ transport: Switch) -> Executor {
    var pace = Executor.Pace()
    pace.looks = 3
    pace.looksBeforeRepeating = 2
    return Executor(transport, pace: pace, sleep: { _ in })
  }

  private func run(_ step: Step, _ transport: Switch, resuming: Bool = false) throws {
    var journal =
      resuming
      ? try Journal.resume("test", in: root)
      : try Journal.start("test", in: root, facts: ["a": 1])
    try executor(transport).run([step], &journal)
    try journal.finish()
  }

  private var lines: [String] {
    let text = try? String(
      contentsOf: folder.appending(path: ".infra/test.journal"),
      encoding: .utf8
    )
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  private var events: [String] {
    lines.compactMap { JSONText.value(of: Array($0.utf8))?["event"]?.text }
  }

  @Test("the journal has a line before and after the call, and is readable for its owner alone")
  func order() throws {
    let lamp = Switch()
    try run(try step(lamp), lamp)
    #expect(events == ["calling", "answered", "done"])
    #expect(lines.first == "{\"begin\":\"test\",\"facts\":{\"a\":1}}")
    #expect(lines.last == "{\"end\":true}")
    let path = folder.appending(path: ".infra/test.journal").path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("what is done already is not called")
  func alreadyDone() throws {
    let lamp = Switch()
    _ = try lamp.send(Request(.post, "/"), to: try #require(endpoint))
    try run(try step(lamp), lamp)
    #expect(lamp.calls == 1)
    #expect(events == ["done"])
  }

  private var endpoint: Endpoint? {
    Address("https://example.com").flatMap {
      Endpoint("X", $0, token: SecretText("k"), named: "K")
    }
  }

  @Test("a call that worked unheard is seen in the live state, and not made again")
  func unheard() throws {
    let lamp = Switch([.worksUnheard])
    let step = try step(lamp)
    #expect(throws: ApplyProblem.self) { try run(step, lamp) }
    #expect(events == ["calling"])
    try run(step, lamp, resuming: true)
    #expect(lamp.calls == 1)
    #expect(events == ["calling", "done"])
  }

  @Test("a lost call is made once more where that is harmless, and never a third time")
  func lost() throws {
    let lamp = Switch([.isLost, .isLost])
    let step = try step(lamp)
    #expect(throws: ApplyProblem.self) { try run(step, lamp) }
    #expect(throws: ApplyProblem.self) { try run(step, lamp, resuming: true) }
    let last = #expect(throws: ApplyProblem.self) { try run(step, lamp, resuming: true) }
    #expect(lamp.calls == 2)
    #expect(events == ["calling", "repeating"])
    #expect(lines.contains { $0.contains("\"note\":\"on is on\"") })
    #expect(last?.message == "the call of 'Switch it on' was made twice and shows no effect")
  }

  @Test("a lost call that does harm twice is never made again")
  func never() throws {
    let lamp = Switch([.isLost])
    let step = try step(lamp, .never("look at the lamp"))
    #expect(throws: ApplyProblem.self) { try run(step, lamp) }
    let problem = #expect(throws: ApplyProblem.self) { try run(step, lamp, resuming: true) }
    #expect(problem?.help == "look at the lamp")
    #expect(lamp.calls == 1)
  }

  @Test("a refused call had no effect: it may be made when the reason is mended")
  func refused() throws {
    let lamp = Switch([.isRefused])
    let step = try step(lamp, .never("look at the lamp"))
    let problem = #expect(throws: ApplyProblem.self) { try run(step, lamp) }
    #expect(problem?.message == "Render answered POST /services/x/deploys with 400")
    try run(step, lamp, resuming: true)
    #expect(events == ["calling", "refused", "calling", "answered", "done"])
  }

  @Test("the check after a call knows what the call answered, and its failure stops the run")
  func failedCheck() throws {
    let lamp = Switch()
    let step = try step(lamp) { remembered throws(VendorError) in
      remembered.map { .failed("deploy \($0) ended as 'build_failed'") } ?? .notYet
    }
    let problem = #expect(throws: ApplyProblem.self) { try run(step, lamp) }
    #expect(
      problem?.message
        == "the check after 'Switch it on' failed: deploy new ended as 'build_failed'"
    )
    #expect(events == ["calling", "answered", "failed"])
    #expect(throws: ApplyProblem.self) { try run(step, lamp, resuming: true) }
    #expect(lamp.calls == 1)
  }

  @Test("what never shows is reported, and a later run looks again without a call")
  func silent() throws {
    let lamp = Switch()
    let isShown = Mutex(false)
    let step = try step(lamp) { _ throws(VendorError) in
      isShown.withLock { $0 } ? .done : .notYet
    }
    let problem = #expect(throws: ApplyProblem.self) { try run(step, lamp) }
    #expect(problem?.message == "'Switch it on' was accepted, and is still not done")
    isShown.withLock { $0 = true }
    try run(step, lamp, resuming: true)
    #expect(lamp.calls == 1)
  }

  @Test("a person's step stops the run with its commands, and --resume takes it as done")
  func person() throws {
    let lamp = Switch()
    let step = Step("p", "Turn the key", commands: ["turn key"], check: "it is turned", .person)
    let problem = #expect(throws: ApplyProblem.self) { try run(step, lamp) }
    #expect(problem?.message == "'Turn the key' is for a person:\n    turn key")
    try run(step, lamp, resuming: true)
    #expect(events == ["handed-over", "done"])
  }

  @Test("an unfinished run is in the way of a new one, and a finished one cannot be resumed")
  func oneAtATime() throws {
    let lamp = Switch([.isLost])
    let step = try step(lamp)
    let nothing = #expect(throws: ApplyProblem.self) { try run(step, lamp, resuming: true) }
    #expect(
      nothing?.message == "there is nothing to resume: '.infra/test.journal' holds no run"
    )
    #expect(throws: ApplyProblem.self) { try run(step, lamp) }
    #expect(Journal.isUnfinished("test", in: root))
    let inTheWay = #expect(throws: ApplyProblem.self) { try run(step, lamp) }
    #expect(inTheWay?.message == "an earlier run of this is unfinished: '.infra/test.journal'")
    try run(step, lamp, resuming: true)
    #expect(!Journal.isUnfinished("test", in: root))
    let finished = #expect(throws: ApplyProblem.self) { try run(step, lamp, resuming: true) }
    #expect(finished?.message == "there is nothing to resume: the last run finished")
    try run(step, lamp)
  }

  @Test("a line that a crash has cut off is not read, and the journal goes on after it")
  func cutOff() throws {
    let lamp = Switch([.worksUnheard])
    let step = try step(lamp)
    #expect(throws: ApplyProblem.self) { try run(step, lamp) }
    let file = folder.appending(path: ".infra/test.journal")
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"step\":\"switch/on\",\"event\":\"answ".utf8))
    try handle.close()
    try run(step, lamp, resuming: true)
    #expect(events == ["calling", "done"])
    #expect(lines.last == "{\"end\":true}")
  }
}
