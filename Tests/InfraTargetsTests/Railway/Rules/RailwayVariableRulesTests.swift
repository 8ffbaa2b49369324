import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Railway: variables")
struct RailwayVariableRulesTests {
  private var api = Service("api", source: .image("acme/api:1"), port: 8080)

  @Test("a text with '${{' is refused at the variable's line")
  func literal() {
    var api = api
    let line: UInt = #line + 1
    api.variables["TEMPLATE"] = "Hello ${{ name }}"
    #expect(
      railwayFindings("plain-literals", services: [api]) == [
        "\(line): error: service 'api' sets 'TEMPLATE' to a text with '${{', which Railway reads as "
          + "a reference"
      ]
    )
    api.variables["TEMPLATE"] = "Hello ${name} $$ {{name}} $ {{"
    #expect(railwayFindings("plain-literals", services: [api]) == [])
  }

  @Test("a secret inside a text does not take the variable of another value")
  func secretName() {
    var api = api
    let password = Secret("PASSWORD", .generated(bytes: 32))
    api.variables["PASSWORD"] = "none"
    let line: UInt = #line + 1
    api.variables["URL"] = "https://user:\(password.value)@example.com"
    #expect(
      railwayFindings("secrets-of-their-own", services: [api]) == [
        "\(line): error: service 'api' has secret 'PASSWORD' inside 'URL', and its variable "
          + "'PASSWORD' holds something else"
      ]
    )
    api.variables["PASSWORD"] = password.value
    #expect(railwayFindings("secrets-of-their-own", services: [api]) == [])
  }

  @Test("a build argument and a variable of one name have one value")
  func buildArgument() {
    let line: UInt = #line + 1
    var api = Service(
      "api",
      source: .dockerfile("Dockerfile", arguments: ["CODEC": "av1"]),
      variables: ["CODEC": "h264"]
    )
    #expect(
      railwayFindings("build-variables", services: [api]) == [
        "\(line): error: service 'api' sets 'CODEC' to one value as a variable and to another for "
          + "its build, and Railway has one of each name"
      ]
    )
    api.variables["CODEC"] = "av1"
    #expect(railwayFindings("build-variables", services: [api]) == [])
  }

  @Test("an edit refers to what the project has, in the same spelling")
  func unknown() {
    let database = Postgres("database")
    let api = api
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) {
        $0.variables["A"] = .reference(resource: "database.orders", output: "DATABASE_URL")
        $0.variables["B"] = .literal("x ${{Database.PGHOST}} ${{OWN}} ${{shared.KEY}}")
      }
    }
    #expect(
      railwayFindings("known-references", services: [api], databases: [database], on: target) == [
        "\(line): error: service 'api' sets 'A' to a value of 'database.orders', which this project "
          + "does not have",
        "\(line): error: service 'api' sets 'B' to a value of 'Database', which this project does "
          + "not have",
      ]
    )
    let legal = Railway.railway {
      $0.edit(api) { $0.variables["B"] = .literal("${{ database.PGHOST }} ${{secret(32)}}") }
    }
    #expect(
      railwayFindings("known-references", services: [api], databases: [database], on: legal) == []
    )
  }

  @Test("an edit writes no sealed value and no registry password")
  func secrets() {
    let api = api
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) {
        var config = RailwayGraph.VariableConfig(value: "hidden")
        config.isSealed = true
        $0.variables["KEY"] = .literal(config)
        $0.deploy?.registryCredentials = RailwayConfig.RegistryCredentials()
      }
    }
    #expect(
      railwayFindings("no-secret-values", services: [api], on: target) == [
        "\(line): error: service 'api' holds the sealed value of 'KEY'",
        "\(line): error: service 'api' holds the password of a registry",
      ]
    )
    let legal = Railway.railway { $0.edit(api) { $0.variables["KEY"] = .preserve } }
    #expect(railwayFindings("no-secret-values", services: [api], on: legal) == [])
  }

  @Test("a reference asks for what Railway can tell")
  func reference() {
    var api = api
    let worker = Service("worker", source: .image("acme/worker:1"))
    let line: UInt = #line + 1
    api.variables["WORKER"] = worker.host
    #expect(
      railwayFindings("available-references", services: [api, worker]) == [
        "\(line): error: service 'api' sets 'WORKER' to the host of service 'worker', but it has no "
          + "port to listen on"
      ]
    )
    var listening = worker
    listening.port = 80
    #expect(railwayFindings("available-references", services: [api, listening]) == [])
  }
}
