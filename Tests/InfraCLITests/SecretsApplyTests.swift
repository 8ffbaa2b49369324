import Foundation
import InfraContract
import InfraKit
import InfraTargets
import Synchronization
import Testing

@testable import InfraCLI
@testable import InfraVendors

/// Railway's interface as its documentation has it: status 200 for refusals too, numbers for names,
/// and no value of a sealed variable.
private final class RailwayState: Transport {
  let variables = Mutex<[String: String]>([:])
  let sent = Mutex<[String]>([])
  /// What becomes of the next call that sets: it is carried out and its answer is lost.
  let losesNextAnswer = Mutex(false)
  /// Whether Render has made the value of a key already.
  let isMadeAtRender = Mutex(false)

  func send(_ request: Request, to endpoint: Endpoint) throws(VendorError) -> Response {
    if endpoint.vendor == "Render" { return render(request) }
    let text = request.content?.text(revealing: true) ?? "{}"
    let operation = request.operation ?? ""
    sent.withLock { $0.append(operation) }
    let body = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    let given = body["variables"] as? [String: Any] ?? [:]
    switch operation {
    case "projectToken":
      return answer(
        #"{"projectToken":{"project":{"id":"p1"},"environment":{"id":"e1","name":"prod"}}}"#
      )
    case "project":
      guard given["id"] as? String == "p1" else { return refusal("Project not found") }
      return answer(
        #"{"project":{"services":{"edges":[{"node":{"id":"s1","name":"api"}},"#
          + #"{"node":{"id":"s2","name":"worker"}}]}}}"#
      )
    case "variables":
      let service = given["service"] as? String ?? ""
      let held = variables.withLock { all in
        all.filter { $0.key.hasPrefix(service + "/") }
          .map { (String($0.key.dropFirst(service.count + 1)), $0.value) }
      }
      let members = held.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",")
      return answer("{\"variables\":{\(members)}}")
    case "variableCollectionUpsert":
      let input = given["input"] as? [String: Any] ?? [:]
      guard input["replace"] as? Bool == false, input["skipDeploys"] as? Bool == true,
        let service = input["serviceId"] as? String, ["s1", "s2"].contains(service)
      else { return refusal("Problem processing request") }
      for (name, value) in input["variables"] as? [String: String] ?? [:] {
        variables.withLock { $0["\(service)/\(name)"] = value }
      }
      if losesNextAnswer.withLock({
        let was = $0; $0 = false; return was
      }) {
        throw VendorError(.unknownOutcome, "no answer came", help: "look, and go on with --resume")
      }
      return answer(#"{"variableCollectionUpsert":true}"#)
    default: return refusal("Cannot query field")
    }
  }

  /// Render, with one service whose key it has made, once it has.
  private func render(_ request: Request) -> Response {
    let made = isMadeAtRender.withLock { $0 }
    let body =
      request.path.hasPrefix("/services/srv-1/env-vars")
      ? made ? #"[{"envVar":{"key":"SESSION_KEY","value":"made-at-render"},"cursor":"c"}]"# : "[]"
      : #"[{"service":{"id":"srv-1","name":"shop-api-prod","type":"web_service"},"cursor":"c"}]"#
    return Response(status: 200, body: Array(body.utf8))
  }

  private func answer(_ data: String) -> Response {
    Response(status: 200, body: Array("{\"data\":\(data)}".utf8))
  }

  private func refusal(_ message: String) -> Response {
    Response(status: 200, body: Array("{\"errors\":[{\"message\":\"\(message)\"}]}".utf8))
  }
}

@Suite("infra secrets init --apply")
struct SecretsApplyTests {
  private func environments(_ name: String = "prod") -> [InfraKit.Environment] {
    let key = Secret("SESSION_KEY", .generated(bytes: 32))
    let mail = Secret("MAIL_KEY", .provided("the mail provider"))
    let source = Source.image("ghcr.io/acme/api:1.0.0")
    let api = Service(
      "api",
      source: source,
      port: 8080,
      variables: ["SESSION_KEY": key.value.value, "MAIL_KEY": mail.value.value]
    )
    let worker = Service("worker", source: source, variables: ["SESSION_KEY": key.value.value])
    let application = Application("shop", services: [api, worker])
    return [Environment(name, application, on: .railway(region: .europeWest))]
  }

  private func run(
    _ scene: Scene,
    _ state: RailwayState,
    _ arguments: String...,
    name: String = "prod",
    token: String? = "token-of-the-test",
    input: String = "MAIL_KEY=mail-key-of-the-test\n"
  ) -> Int32 {
    scene.vendors.withLock {
      $0 = VendorAccess(
        variables: { $0 == "RAILWAY_TOKEN" ? token : nil },
        transport: state
      )
    }
    return scene.run(
      ["secrets", "init", name, "--apply"] + arguments,
      environments: environments(name),
      answering: .scripted(input: input)
    )
  }

  @Test("sets what is missing, once, with one value for all readers, and shows none")
  func apply() throws {
    let scene = try Scene()
    let state = RailwayState()
    #expect(run(scene, state, "--stdin") == 0, "\(scene.err)")
    let held = state.variables.withLock { $0 }
    #expect(held.keys.sorted() == ["s1/MAIL_KEY", "s1/SESSION_KEY", "s2/SESSION_KEY"])
    #expect(held["s1/SESSION_KEY"]?.count == 64)
    #expect(held["s1/SESSION_KEY"] == held["s2/SESSION_KEY"])
    #expect(held["s1/MAIL_KEY"] == "mail-key-of-the-test")
    for value in held.values { #expect(!(scene.out + scene.err).contains(value)) }
    #expect(run(scene, state, "--stdin") == 0)
    #expect(scene.out == "SESSION_KEY is there\nMAIL_KEY is there\n")
    #expect(state.variables.withLock { $0 } == held)
    #expect(state.sent.withLock { $0.count { $0 == "variableCollectionUpsert" } } == 3)
  }

  @Test("a run whose answer was lost goes on where it was, with the value that is there")
  func lost() throws {
    let scene = try Scene()
    let state = RailwayState()
    state.losesNextAnswer.withLock { $0 = true }
    #expect(run(scene, state, "--stdin") == 1)
    #expect(scene.err.contains("no answer came"))
    let first = state.variables.withLock { $0["s1/SESSION_KEY"] }
    #expect(first != nil)
    #expect(run(scene, state, "--stdin") == 0, "\(scene.err)")
    #expect(state.variables.withLock { $0["s2/SESSION_KEY"] } == first)
    #expect(state.sent.withLock { $0.count { $0 == "variableCollectionUpsert" } } == 3)
  }

  @Test("what one platform has made is read there for the others, and nothing is passed over")
  func madeElsewhere() throws {
    let key = Secret("SESSION_KEY", .generated(bytes: 32))
    let pass = Secret("QUEUE_PASS", .provided("the queue's dashboard"))
    let source = Source.image("ghcr.io/acme/api:1.0.0")
    let api = Service(
      "api",
      source: source,
      port: 8080,
      variables: ["SESSION_KEY": key.value.value]
    )
    let worker = Service(
      "worker",
      source: source,
      variables: ["SESSION_KEY": key.value.value, "QUEUE": "redis://:\(pass.value)@queue.example"]
    )
    let environments = [
      Environment(
        "prod",
        Application("shop", services: [api, worker]),
        on: .render(region: .frankfurt, hosting: api),
        .railway(region: .europeWest, hosting: worker)
      )
    ]
    let scene = try Scene()
    let state = RailwayState()
    scene.vendors.withLock {
      $0 = VendorAccess(variables: { _ in "token-of-the-test" }, transport: state)
    }
    let arguments = ["secrets", "init", "prod", "--apply"]
    #expect(scene.run(arguments, environments: environments) == 1)
    #expect(
      scene.err.contains("waits for the value that service 'api' gets from its platform"),
      "\(scene.err)"
    )
    #expect(state.variables.withLock { $0.isEmpty })
    state.isMadeAtRender.withLock { $0 = true }
    #expect(scene.run(arguments, environments: environments) == 0, "\(scene.err)")
    #expect(state.variables.withLock { $0 } == ["s2/SESSION_KEY": "made-at-render"])
    #expect(
      scene.out.contains(
        "QUEUE_PASS: 'QUEUE' of service 'worker' is set by hand, as SETUP.md says"
      ),
      "\(scene.out)"
    )
    #expect(!(scene.out + scene.err).contains("made-at-render"))
  }

  @Test("a dry run names the calls with a word for each value, and makes none that sets")
  func dryRun() throws {
    let scene = try Scene()
    let state = RailwayState()
    #expect(run(scene, state, "--dry-run") == 0)
    #expect(scene.out.contains("Railway: POST  variableCollectionUpsert"))
    #expect(scene.out.contains("[redacted]"))
    #expect(state.variables.withLock { $0.isEmpty })
  }

  @Test("a missing token, another environment's token and a missing value are told")
  func refused() throws {
    let scene = try Scene()
    let state = RailwayState()
    #expect(run(scene, state, token: nil) == 1)
    #expect(scene.err.contains("the shell has no RAILWAY_TOKEN"))
    #expect(run(scene, state, name: "staging") == 1)
    #expect(scene.err.contains("RAILWAY_TOKEN is of environment 'prod', and 'staging' is wanted"))
    #expect(run(scene, state) == 1)
    #expect(scene.err.contains("there is no value for MAIL_KEY"))
    #expect(state.variables.withLock { $0.isEmpty })
  }
}
