import InfraSerialization
import TestSupport
import Testing

@testable import InfraVendors

@Suite("Clients", .needsPython(), .needsProgram("curl"))
struct ClientTests {
  @Test("Render: every page of a list is read, and names are compared exactly")
  func pages() throws {
    let server = try VendorServer()
    let access = try server.access()
    let client = try #require(
      RenderClient(
        key: SecretText("rnd_token-of-render"),
        at: access.addresses.render,
        through: access.transport,
        pageSize: 1
      )
    )
    let services = try client.services(named: ["other-api", "shop-api", "shop-worker-prod"])
    #expect(services.map(\.id) == ["srv-other", "srv-worker"])
    #expect(try client.deploys(of: "srv-api", limit: 50).count == 3)
    #expect(try client.deploys(of: "srv-api", limit: 2).count == 2)
  }

  @Test("Render: variables of services and groups are set and read back")
  func renderVariables() async throws {
    let server = try VendorServer()
    let client = try #require(try server.access().render())
    let transport = client.connection.transport
    let value = SecretText("a \"quoted\"\\ value\nwith two lines and é")
    _ = try client.setVariable("NEW KEY/", to: value, of: "srv-api").make(through: transport)
    let variables = try client.variables(of: "srv-api")
    #expect(variables.map(\.name) == ["KEY", "OTHER", "NEW KEY/"])
    #expect(variables.last?.value == value)
    _ = try client.removeVariable("OTHER", of: "srv-api").make(through: transport)
    #expect(try client.variables(of: "srv-api").map(\.name) == ["KEY", "NEW KEY/"])

    let group = try #require(try client.groups().first)
    #expect(group.name == "shared")
    _ = try client.setVariable("LEVEL", to: value, ofGroup: group.id).make(through: transport)
    #expect(try client.variables(ofGroup: group.id).first?.value == value)
    #expect(throws: VendorError.self) {
      try client.setVariable("KEY", to: SecretText(""), of: "srv-api").make(through: transport)
    }
  }

  @Test("Railway: variables are set together, and sealed ones never come back")
  func railwayVariables() async throws {
    let server = try VendorServer()
    let client = try #require(try server.access().railway())
    let scope = try client.scope()
    #expect(scope.environmentName == "production")
    let service = try #require(try client.services(in: scope).first { $0.name == "api" })
    let values = [(name: "A", value: SecretText("1")), (name: "B", value: SecretText("2 \" 3"))]
    let call = client.setVariables(values, of: service.id, in: scope, deploying: false)
    #expect(call.shown.contains("\"variables\":{\"A\":\"[redacted]\",\"B\":\"[redacted]\"}"))
    _ = try call.make(through: client.connection.transport)
    let names = try client.variables(of: service.id, in: scope).map(\.name)
    #expect(names == ["KEY", "RAILWAY_X", "A", "B"])
    let refused = #expect(throws: VendorError.self) {
      try client.rollBack(to: "\(service.id)-2").make(through: client.connection.transport)
    }
    #expect(refused?.kind == .refused(200))
    #expect(refused?.message.contains("Deployment cannot be rolled back") == true)
  }

  @Test("Vercel: a variable is made, set again, changed and removed; its value never comes back")
  func vercelVariables() throws {
    let server = try VendorServer()
    let client = try #require(try server.access().vercel())
    let transport = client.connection.transport
    func set(_ value: String) throws {
      _ = try client.setVariable(
        "KEY",
        to: SecretText(value),
        of: "shop-web",
        targets: ["production"],
        isSensitive: true
      ).make(through: transport)
    }
    try set("1")
    let first = try #require(try client.variables(of: "shop-web").first)
    #expect(first.isSensitive && first.targets == ["production"])
    try set("2")
    let again = try client.variables(of: "shop-web")
    #expect(again.count == 1 && again[0].updatedAt > first.updatedAt)
    _ = try client.changeVariable(first.id, to: SecretText("3"), of: "shop-web")
      .make(through: transport)
    _ = try client.removeVariable(first.id, of: "shop-web").make(through: transport)
    #expect(try client.variables(of: "shop-web").isEmpty)
  }

  @Test("Vercel: pages of deployments, and what Hobby refuses")
  func vercelDeployments() throws {
    let server = try VendorServer()
    let access = try server.access()
    let client = try #require(
      VercelClient(
        token: SecretText("token-of-vercel"),
        at: access.addresses.vercel,
        through: access.transport,
        pageSize: 1
      )
    )
    let project = try client.project("shop-web")
    #expect(
      try client.productionDeployments(of: project.id, limit: 9).map(\.id)
        == ["dpl_2", "dpl_1", "dpl_0"]
    )
    let refused = #expect(throws: VendorError.self) {
      try client.rollBack(project.id, to: "dpl_0").make(through: access.transport)
    }
    #expect(refused?.kind == .refused(402))
  }
}
