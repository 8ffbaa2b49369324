import InfraContract
import InfraKit
import Testing

@Suite("Companions")
struct CompanionRulesTests {
  @Test("what a process needs beside it runs once, and on the same store")
  func companions() {
    let line: UInt = #line + 1
    let serve = Service("serve", source: image).reading(Serving(store: "one"))
    let worker = Service("worker", source: image).reading(Working(store: "one"))
    let other = Service("other", source: image).reading(Working(store: "two"))
    #expect(
      findings(services: [serve]) == [
        Finding(
          "companions-run",
          line,
          "service 'serve' needs a service that runs 'working', and there is none: jobs wait for it"
        )
      ]
    )
    #expect(findings(services: [serve, worker]) == [])
    #expect(
      findings(services: [serve, other]) == [
        Finding(
          "companions-run",
          line + 2,
          "service 'serve' and service 'other' are given different values of 'STORE', and must work on "
            + "the same: jobs wait for it"
        )
      ]
    )
    #expect(
      findings(services: [
        serve, worker, Service("more", source: image).reading(Working(store: "one")),
      ])
      .map(\.message) == [
        "service 'serve' needs one service that runs 'working', and 'worker' and 'more' all do: jobs "
          + "wait for it"
      ]
    )
  }
}

private struct Serving: ProcessContract {
  let store: String
  let site = CallSite()
  static let process = "serving"
  static let fields: [ContractField<Serving>] = [.required("STORE", "A store.") { $0.store }]
  var companion: Companion? {
    Companion("working", isAlone: true, sharing: ["STORE"], because: "jobs wait for it")
  }
}

private struct Working: ProcessContract {
  let store: String
  let site = CallSite()
  static let process = "working"
  static let fields: [ContractField<Working>] = [.required("STORE", "A store.") { $0.store }]
}
