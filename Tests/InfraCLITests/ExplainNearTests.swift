import Foundation
import InfraContract
import InfraKit
import InfraTargets
import Testing

@testable import InfraCLI

/// What the process of this file reads.
private struct LoggingProcess: ProcessContract {
  static let process = "serve"
  static let fields: [ContractField<LoggingProcess>] = [
    .defaulted("LOG_LEVEL", "How much is logged.", "info") { $0.logLevel },
    .defaulted("POOL_SIZE", "Connections.", 10) { $0.poolSize },
  ]
  let logLevel: String
  let poolSize: InfraContract.Port
  let site = CallSite(file: "environments/Shop.swift", line: 7)

  init(_ logLevel: String, _ poolSize: InfraContract.Port) {
    self.logLevel = logLevel
    self.poolSize = poolSize
  }
}

@Suite("infra explain: where an overlay and an edit set a value")
struct ExplainNearTests {
  private let prod = """
    extension Environment {
      static var prod: Environment {
        var shop = Shop()
        // shop.settings.logLevel = "debug"
        let logLevel = "debug"
        shop.settings.logLevel = "debug"
        shop.settings.poolSize = 2_0
        return Environment("prod", shop.application, on: .compose)
      }
    }
    """

  private func environments(
    _ target: any Target = Compose.compose,
    level: String = "debug",
    pool: InfraContract.Port = 20
  ) -> [Environment] {
    let api = Service(
      "api",
      source: .image("ghcr.io/acme/api:1.0.0"),
      port: 8080,
      file: "environments/Shop.swift",
      line: 4
    )
    return [
      Environment(
        "prod",
        Application(
          "shop",
          services: [api.reading(LoggingProcess(level, pool))]
        ),
        on: target,
        file: "environments/prod.swift",
        line: 8
      )
    ]
  }

  @Test("an assignment to the property of a contract is near the value that it set")
  func near() throws {
    let scene = try Scene()
    try scene.write(prod, to: "environments/prod.swift")
    #expect(scene.run("explain", "prod", "api", environments: environments()) == 0)
    #expect(
      scene.out.contains(
        "  filled at       environments/Shop.swift:7\n"
          + "  set near        environments/prod.swift:6: shop.settings.logLevel = \"debug\"\n"
      )
    )
    #expect(
      scene.out.contains(
        "  set near        environments/prod.swift:7: shop.settings.poolSize = 2_0\n"
      )
    )
    #expect(
      scene.run("explain", "prod", "api", "--format", "json", environments: environments()) == 0
    )
    #expect(scene.out.contains("\"near\": {"))
    #expect(scene.out.contains("\"line\": 6"))
  }

  @Test("nothing is said of a value that no line assigns, or that two do")
  func silent() throws {
    let scene = try Scene()
    try scene.write(prod, to: "environments/prod.swift")
    let other = environments(level: "trace", pool: 30)
    #expect(scene.run("explain", "prod", "api", environments: other) == 0)
    #expect(!scene.out.contains("set near"))
    try scene.write(prod + prod, to: "environments/prod.swift")
    #expect(scene.run("explain", "prod", "api", environments: environments()) == 0)
    #expect(!scene.out.contains("set near"))
    let empty = try Scene()
    #expect(empty.run("explain", "prod", "api", environments: environments()) == 0)
    #expect(!empty.out.contains("set near"))
  }

  @Test("what an edit of a manifest changes is told with its line and what was there before")
  func edited() throws {
    let scene = try Scene()
    let api = Service("api", source: .image("ghcr.io/acme/api:1.0.0"))
    let line: UInt = #line + 1
    let compose = Compose.compose { $0.edit(api) { $0.environment?["LOG_LEVEL"] = .text("trace") } }
    let render = Render.render(region: .frankfurt) {
      $0.edit(api) { $0.envVars.append(.value("ADDED", "1")) }
    }
    #expect(scene.run("explain", "prod", "api", environments: environments(compose)) == 0)
    #expect(
      scene.out.contains(
        "  Docker Compose  literal: trace\n"
          + "  edited at       InfraCLITests/ExplainNearTests.swift:\(line), without which it is "
          + "literal: debug\n"
      )
    )
    #expect(scene.run("explain", "prod", "api", environments: environments(render)) == 0)
    #expect(
      scene.out.contains(
        "ExplainNearTests.swift:\(line + 2), without which it is not set\n"
      )
    )
    #expect(!scene.out.contains("edited near"))
  }

  @Test("an edit of the whole file is near the line of its target")
  func whole() throws {
    let scene = try Scene()
    let line: UInt = #line + 1
    let render = Render.render(region: .frankfurt) {
      $0.editBlueprint { $0.services = [] }
    }
    let application = environments()[0].application
    let environment = Environment("prod", application, on: render)
    #expect(scene.run("explain", "prod", "api", "LOG_LEVEL", environments: [environment]) == 0)
    #expect(
      scene.out.contains(
        "  edited near  InfraCLITests/ExplainNearTests.swift:\(line), without which it is literal: "
          + "debug\n"
      )
    )
  }
}
