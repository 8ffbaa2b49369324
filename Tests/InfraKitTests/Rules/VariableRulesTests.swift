import InfraContract
import InfraKit
import Testing

@Suite("Variables and shared sets")
struct VariableRulesTests {
  @Test(
    "a variable has a name that a shell can set",
    arguments: [
      ("", "is empty", "_"),
      ("1A", "starts with '1'", "_1A"),
      ("A-B", "has '-' in it", "A_B"),
      ("A B", "has ' ' in it", "A_B"),
      ("A=B", "has '=' in it", "A_B"),
      ("Ä", "has 'Ä' in it", "_"),
      ("A.B", "has '.' in it", "A_B"),
    ]
  )
  func name(name: String, fault: String, legal: String) {
    var api = Service("api", source: image)
    let line: UInt = #line + 1
    api.variables[name] = "x"
    #expect(
      findings(services: [api]) == [
        Finding(
          "legal-variable-names",
          line,
          "the name of variable '\(name)' of service 'api' \(fault); names of variables are letters, "
            + "digits and underscores, and no digit first"
        )
      ]
    )
    #expect(VariableName.legal(name) == legal)
  }

  @Test("build arguments and shared sets are looked at too")
  func others() {
    let line: UInt = #line + 1
    let shared = SharedVariables("common", ["A-B": "x"])
    let api = Service(
      "api",
      source: .dockerfile("Dockerfile", arguments: ["C-D": "x"]),
      shared: [shared]
    )
    let rest = "; names of variables are letters, digits and underscores, and no digit first"
    #expect(
      findings(services: [api]) == [
        Finding(
          "legal-variable-names",
          line,
          "the name of variable 'A-B' of shared set 'common' has '-' in it" + rest
        ),
        Finding(
          "legal-variable-names",
          line + 1,
          "the name of build argument 'C-D' of service 'api' has '-' in it" + rest
        ),
      ]
    )
  }

  @Test("names of letters, digits and underscores pass", arguments: ["A", "_", "a1_B", "_9"])
  func legal(name: String) {
    var api = Service("api", source: image)
    api.variables[name] = "x"
    #expect(findings(services: [api]) == [])
  }

  @Test("a variable holds no NUL, and any other text")
  func values() {
    var api = Service("api", source: image)
    let line: UInt = #line + 1
    api.variables["A"] = "a\u{0}b"
    api.variables["B"] = "a\nb\t\u{1B}\u{2028}'\"$`\\"
    #expect(
      findings(services: [api]) == [
        Finding(
          "legal-values",
          line,
          "service 'api' sets 'A' to a text with a NUL, which ends a variable"
        )
      ]
    )
  }

  @Test("a variable is set once in a resource, a shared set, and a build")
  func twice() {
    let line: UInt = #line + 1
    let shared = SharedVariables("common", ["A": "1", "A": "2"])
    let api = Service(
      "api",
      source: .dockerfile("Dockerfile", arguments: ["B": "1", "C": "1", "B": "1"]),
      variables: ["D": "1", "D": "1", "D": "2"],
      shared: [shared, shared]
    )
    #expect(
      findings(services: [api]) == [
        Finding("unique-variables", line, "shared set 'common' sets 'A' twice"),
        Finding("unique-variables", line + 1, "service 'api' sets 'D' twice"),
        Finding("unique-variables", line + 1, "service 'api' reads shared set 'common' twice"),
        Finding("unique-variables", line + 1, "service 'api' sets build argument 'B' twice"),
      ]
    )
  }

  @Test("among many variables the one that is there twice is found")
  func many() {
    var api = Service("api", source: image)
    for number in 0..<40 { api.variables["V\(number)"] = "x" }
    #expect(findings(services: [api]) == [])
    let more = Service("more", source: image, variables: ["V1": "x"])
    let joined = more.reading(Wide())
    #expect(
      findings(services: [joined]).map(\.message) == [
        "service 'more' sets 'V1' twice, first at \(joined.site)"
      ]
    )
  }

  @Test("a resource's own variable may stand over a shared one")
  func over() {
    let shared = SharedVariables("common", ["A": "1"])
    let api = Service("api", source: image, variables: ["A": "2"], shared: [shared])
    #expect(findings(services: [api]) == [])
    let shop = Application("shop", services: [api])
    let environment = Environment("dev", shop, on: Somewhere.plain)
    let part = HostedPart(Plan(environment, environment.deployments[0]), target: 0)
    #expect(part.variables(of: api).map(\.value) == ["2"])
  }

  @Test("a shared set has one content")
  func contents() {
    let line: UInt = #line + 1
    var shared = SharedVariables("common", ["A": "1"])
    let api = Service("api", source: image, shared: [shared])
    shared.variables["A"] = "2"
    let worker = Service("worker", source: image, shared: [shared])
    #expect(
      findings(services: [api, worker]) == [
        Finding(
          "one-content-per-shared-set",
          line,
          "shared set 'common' is one thing for service 'api' and another for service 'worker'"
        )
      ]
    )
  }

  @Test("two declarations of a shared set with one content pass, with two contents they do not")
  func declarations() {
    let line: UInt = #line + 1
    let first = SharedVariables("common", ["A": "1"])
    let second = SharedVariables("common", ["A": "1"])
    let third = SharedVariables("common", ["A": "3"])
    let api = Service("api", source: image, shared: [first])
    let worker = Service("worker", source: image, shared: [second])
    #expect(findings(services: [api, worker]) == [])
    let other = Service("other", source: image, shared: [third])
    #expect(
      findings(services: [api, other]) == [
        Finding(
          "one-content-per-shared-set",
          line,
          "shared set 'common' is one thing for service 'api' and another for service 'other', which "
            + "reads that of \(third.site)"
        )
      ]
    )
  }
}

/// A contract with more variables than are compared pair by pair.
private struct Wide: ProcessContract {
  static let process = "wide"
  let site = CallSite()

  static let fields: [ContractField<Wide>] = (0..<20).map { number in
    .required("V\(number)", "The variable \(number).") { _ in "text \(number)" }
  }
}
