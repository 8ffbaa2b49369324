import InfraContract
import InfraKit
import Testing

@Suite("Exceptions")
struct ExceptionRulesTests {
  private func weak(_ rules: [RuleException]) -> Service {
    Service("weak", source: image, rules: rules)
  }

  private func generation(_ service: Service, target: Somewhere = .plain) -> Generation {
    Generation([Environment("dev", Application("shop", services: [service]), on: target)])
  }

  @Test("a warning is silenced with its reason, or raised to an error")
  func effects() {
    #expect(generation(weak([])).diagnostics.map(\.severity) == [.warning])
    let silenced = generation(weak([.silence("somewhere/weak", because: "it is meant")]))
    #expect(silenced.diagnostics == [])
    #expect(silenced.silenced.map(\.exception.reason) == ["it is meant"])
    let raised = generation(weak([.raise("somewhere/weak", because: "we are strict")]))
    #expect(raised.diagnostics.map(\.severity) == [.error])
    #expect(raised.hasErrors)
  }

  @Test("a target's exception holds for what it hosts, and for nothing else")
  func target() {
    let service = weak([])
    let other = Service("other", source: .image("acme/api"))
    let first = Somewhere("first", hosting: [service]).with {
      $0.rules = [
        .silence("somewhere/weak", because: "it is meant"),
        .silence("model/pinned-images", because: "it is meant"),
      ]
    }
    let shop = Application("shop", services: [service, other])
    let generation = Generation([Environment("dev", shop, on: first, Somewhere("second"))])
    #expect(
      generation.diagnostics.map(\.rule.code) == ["model/pinned-images", "model/used-exceptions"]
    )
  }

  @Test("an unknown code is an error with the nearest one")
  func unknown() {
    let line: UInt = #line + 1
    let misspelt = RuleException.silence("model/pined-images", because: "it is meant")
    let foreign = RuleException.silence("somewhere/other", because: "it is meant")
    let formless = RuleException.raise("strict", because: "it is meant")
    let service = Service("api", source: image, rules: [misspelt, foreign, formless])
    let generation = generation(service)
    #expect(
      generation.diagnostics.map(Finding.init) == [
        Finding("known-exceptions", line, "no rule has the code 'model/pined-images'"),
        Finding("known-exceptions", line + 1, "no rule has the code 'somewhere/other'"),
        Finding("known-exceptions", line + 2, "no rule has the code 'strict'"),
      ]
    )
    #expect(
      generation.diagnostics.map(\.help) == [
        "did you mean 'model/pinned-images'?", "take the code from the finding itself",
        "take the code from the finding itself",
      ]
    )
  }

  @Test("an exception of one environment says nothing of another")
  func otherEnvironment() {
    let misspelt = RuleException.silence("model/pined-images", because: "it is meant")
    func environment(_ name: String, _ rules: [RuleException]) -> Environment {
      let api = Service("api", source: image, rules: rules)
      return Environment(name, Application("shop", services: [api]), on: Somewhere.plain)
    }
    let generation = Generation([environment("dev", [misspelt]), environment("prod", [])])
    #expect(generation.selecting(["dev"]).diagnostics.map(\.environments) == [["dev"]])
    #expect(generation.selecting(["prod"]).diagnostics == [])
  }

  @Test("a code of a platform that is not used here is left alone, and noted as unused")
  func elsewhere() {
    let line: UInt = #line + 1
    let exception = RuleException.silence("render/disk-single-instance", because: "it is meant")
    let service = Service("api", source: image, rules: [exception])
    #expect(
      generation(service).diagnostics.map(Finding.init) == [
        Finding(
          "used-exceptions",
          line,
          "'render/disk-single-instance' is silenced here, and no environment has a finding of it",
          .note
        )
      ]
    )
  }

  @Test("an exception gives a reason, and silences no error")
  func reasons() {
    let line: UInt = #line + 1
    let mute = RuleException.silence("somewhere/weak", because: " ")
    let hard = RuleException.silence("somewhere/strict", because: "it is meant")
    #expect(
      generation(weak([mute, hard])).diagnostics.map(Finding.init) == [
        Finding("known-exceptions", line, "'somewhere/weak' has an exception without a reason"),
        Finding(
          "known-exceptions",
          line + 1,
          "'somewhere/strict' is an error, which cannot be silenced: Nothing is called 'strict'."
        ),
      ]
    )
  }

  @Test("an exception that silences nothing anywhere is noted once")
  func unused() {
    let line: UInt = #line + 1
    let exception = RuleException.silence("somewhere/weak", because: "it is meant")
    let late = RuleException.silence("somewhere/dated", because: "it is meant")
    let raise = RuleException.raise("somewhere/weak", because: "we are strict")
    let api = Service("api", source: image, rules: [exception, late])
    let bot = Service("bot", source: image, rules: [raise])
    let shop = Application("shop", services: [api, bot])
    let dev = Environment("dev", shop, on: Somewhere.plain)
    let prod = Environment("prod", shop, on: Somewhere.plain)
    #expect(
      Generation([dev, prod]).diagnostics.map(Finding.init) == [
        Finding(
          "used-exceptions",
          line,
          "'somewhere/weak' is silenced here, and no environment has a finding of it",
          .note
        )
      ]
    )
  }

  @Test("an exception that one of several environments needs is in use")
  func usedOnce() {
    let exception = RuleException.silence("model/pinned-images", because: "dev follows main")
    var api = Service("api", source: image, rules: [exception])
    let prod = Environment("prod", Application("shop", services: [api]), on: Somewhere.plain)
    api.source = .image("acme/api")
    let dev = Environment("dev", Application("shop", services: [api]), on: Somewhere.plain)
    #expect(findings(in: [dev, prod]) == [])
  }
}
