import InfraContract
import InfraKit
import Testing

@Suite("Contracts")
struct ContractRulesTests {
  private let database = Postgres("database")
  private let key = Secret("KEY", .generated(bytes: 32))

  private func api(_ line: UInt = #line) -> Service {
    Service("api", source: image, port: 80, line: line)
      .reading(
        Program(
          database: database.url,
          page: "https://shop.example.com",
          key: key.value,
          line: line
        )
      )
  }

  private func findings(_ service: Service) -> [Finding] {
    InfraKitTests.findings(services: [service], databases: [database])
  }

  @Test("a filled contract passes")
  func filled() {
    #expect(findings(api()) == [])
    #expect(api().variables.entries.map(\.name) == ["DATABASE_URL", "PAGE", "KEY"])
  }

  @Test("a required variable that was removed is missed at the resource's line")
  func removed() {
    let line: UInt = #line + 1
    var api = api()
    api.variables["DATABASE_URL"] = nil
    #expect(
      findings(api) == [
        Finding(
          "contract-filled",
          line,
          "service 'api' lacks 'DATABASE_URL', which 'program' requires: The database."
        )
      ]
    )
  }

  @Test("a shared set may give what the resource itself does not")
  func shared() {
    var api = api()
    api.variables["DATABASE_URL"] = nil
    api.shared = [SharedVariables("common", ["DATABASE_URL": database.url])]
    #expect(findings(api) == [])
  }

  @Test("an empty text is no value for a required variable, and none for an optional one")
  func empty() {
    var api = api()
    let line: UInt = #line + 1
    api.variables["DATABASE_URL"] = ""
    api.variables["NOTE"] = ""
    #expect(
      findings(api) == [
        Finding(
          "contract-filled",
          line,
          "service 'api' sets 'DATABASE_URL' to an empty text, and 'program' requires it: The database."
        )
      ]
    )
  }

  @Test("a text that the program would refuse is refused here")
  func refused() {
    var api = api()
    let line: UInt = #line + 1
    api.variables["PAGE"] = "https://shop.example.com/"
    api.variables["LEVEL"] = 0
    #expect(
      findings(api) == [
        Finding(
          "contract-filled",
          line,
          "service 'api' sets 'PAGE' to 'https://shop.example.com/', and 'program' takes only an origin "
            + "such as https://app.example.com, without a path or a trailing slash"
        ),
        Finding(
          "contract-filled",
          line + 1,
          "service 'api' sets 'LEVEL' to '0', and 'program' takes only a port from 1 to 65535"
        ),
      ]
    )
  }

  @Test("a value with references is tried with an example in their place")
  func sample() {
    let page = StaticSite("page", directory: "page")
    func found(_ value: Value) -> [String] {
      var api = api()
      api.variables["PAGE"] = value
      return InfraKitTests.findings(services: [api], sites: [page], databases: [database])
        .map(\.message)
    }
    #expect(found(page.origin) == [])
    #expect(
      found("\(page.origin)/") == [
        "service 'api' sets 'PAGE' to a value such as 'https://page.example.com/', and 'program' takes "
          + "only an origin such as https://app.example.com, without a path or a trailing slash"
      ]
    )
    #expect(found(page.publicHost).count == 1)
    #expect(found("https://\(page.publicHost)") == [])
  }

  @Test("a credential is reported as one, and not printed as a text that is refused")
  func credential() {
    var api = api()
    api.variables["DATABASE_URL"] = "mysql://app:hun\("ter2")@localhost/app"
    api.variables["KEY"] = "short"
    #expect(
      findings(api).map(\.message) == [
        "service 'api' sets 'DATABASE_URL' to a text with a URL with a password",
        "service 'api' sets 'KEY' to a text, and 'program' takes a secret there",
      ]
    )
  }

  @Test("the platform's variable is not the author's to set")
  func platform() {
    let worker = Service("worker", source: image, variables: ["PORT": "80", "INSTANCE": "1"])
      .reading(Program(database: database.url, page: "https://a.example", key: key.value))
    #expect(
      findings(worker).map(\.message) == [
        "service 'worker' sets 'PORT', which the platform sets for 'program'",
        "service 'worker' sets 'INSTANCE', which the platform sets for 'program'",
      ]
    )
  }

  @Test("a variable that no contract reads is a warning with the nearest name")
  func unread() {
    var api = api()
    let line: UInt = #line + 1
    api.variables["DATBASE_URL"] = database.url
    api.variables["COLOUR"] = "red"
    api.variables["TZ"] = "Europe/Berlin"
    api.variables["PGSSLMODE"] = "require"
    #expect(
      findings(api) == [
        Finding(
          "read-variables",
          line,
          "service 'api' sets 'DATBASE_URL', which 'program' does not read",
          .warning
        ),
        Finding(
          "read-variables",
          line + 1,
          "service 'api' sets 'COLOUR', which 'program' does not read",
          .warning
        ),
      ]
    )
    let shop = Application("shop", services: [api], databases: [database])
    let generation = Generation([Environment("dev", shop, on: Somewhere.plain)])
    #expect(
      generation.diagnostics.map(\.help) == [
        "did you mean 'DATABASE_URL'?",
        "remove it, or silence this with the name of what reads it",
      ]
    )
  }

  @Test("a resource without a contract may set anything")
  func noContract() {
    #expect(findings(Service("a", source: image, variables: ["COLOUR": "red"])) == [])
  }

  @Test("two contracts of one program share their variables")
  func twoContracts() {
    let program = Program(database: database.url, page: "https://a.example", key: key.value)
    let both = Service("a", source: image).reading(program).reading(program)
    #expect(findings(both) == [])
    #expect(both.variables.count == 3)
  }

  @Test("a contract's reason to be alone is the service's")
  func alone() {
    let line: UInt = #line + 1
    var api = Service("api", source: image).reading(Alone())
    api.instances = 3
    #expect(
      findings(api) == [
        Finding(
          "sole-instance",
          line,
          "service 'api' has 3 instances, but only one may run: it sweeps tickets in process"
        )
      ]
    )
  }
}
