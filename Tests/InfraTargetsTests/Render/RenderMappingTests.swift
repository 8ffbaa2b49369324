import InfraContract
import InfraKit
import InfraReading
import InfraTargets
import TestSupport
import Testing

@Suite("Render, from a description")
struct RenderMappingTests {
  /// The backend on Render, the page elsewhere.
  static var helpdesk: Environment {
    let helpdesk = RenderHelpdesk()
    return Environment(
      "prod",
      helpdesk.application,
      on: .render(
        region: .frankfurt,
        hosting: helpdesk.backend,
        helpdesk.worker,
        helpdesk.database,
        at: "render.yaml"
      ),
      Elsewhere()
    )
  }

  @Test("the helpdesk's production is one backend, one worker and one database")
  func helpdesk() throws {
    let result = RenderResult(Self.helpdesk)
    #expect(result.findings("render/references-supported").isEmpty)
    try expectGolden(result.file, "render/prod/render.yaml")
    try expectGolden(result.sheet, "render/prod/SETUP.md")
  }

  @Test("everything that the model can say reaches the file or the setup sheet")
  func shop() throws {
    let result = RenderResult(RenderShop.environment)
    try expectGolden(result.file, "render/shop/render.yaml")
    try expectGolden(result.sheet, "render/shop/SETUP.md")
    try expectGolden(
      result.findings(on: "render").joined(separator: "\n") + "\n",
      "render/shop/findings.txt"
    )
  }

  @Test("what is made is valid under Render's schema", .needsSchemaValidator)
  func valid() async throws {
    let files = [RenderResult(Self.helpdesk).file, RenderResult(RenderShop.environment).file]
    let documents = files.map { SchemaValidator.Document("render.yaml", $0, .yaml) }
    #expect(try await SchemaValidator(.render).errors(in: documents) == [[], []])
  }

  @Test("the file lies where the author wants it, else in the environment's directory")
  func paths() {
    let service = Service("api", source: .image("a:1"), port: 1)
    let application = Application("shop", services: [service])
    func path(_ environment: Environment) -> String? {
      Generation([environment]).environments.flatMap(\.files).map(\.path)
        .first { $0.hasSuffix("render.yaml") }
    }
    let plain = Environment("prod", application, on: .render(region: .ohio))
    #expect(path(plain) == "generated/prod/render.yaml")
    let placed = Environment("prod", application, on: .render(region: .ohio, at: "./render.yaml"))
    #expect(path(placed) == "render.yaml")
  }

  @Test(
    "a name at Render tells application, resource and environment, unless the author says otherwise",
    arguments: [
      (Render.Naming.qualified, "api", "shop-api-prod"),
      (.qualified, "shop", "shop-prod"),
      (.qualified, "shop-api", "shop-api-prod"),
      (.plain, "api", "api"),
      (.affixed(prefix: "acme-", suffix: "-live"), "api", "acme-api-live"),
    ]
  )
  func names(naming: Render.Naming, resource: String, name: String) throws {
    let service = Service(resource, source: .image("a:1"), port: 1)
    let application = Application("shop", services: [service])
    let target = Render.render(region: .ohio, naming: naming)
    let result = RenderResult(Environment("prod", application, on: target))
    let blueprint = try Reader.decode(Blueprint.self, yaml: result.file).value
    #expect(blueprint.services.map(\.name) == [name])
  }

  @Test("a target that hosts nothing writes nothing")
  func nothing() {
    let result = RenderResult(Environment("prod", Application("shop"), on: .render(region: .ohio)))
    #expect(result.file.isEmpty)
  }
}
