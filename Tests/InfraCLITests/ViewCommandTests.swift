import Foundation
import InfraContract
import InfraKit
import Testing

@testable import InfraCLI

@Suite("infra compare, explain and graph")
struct ViewCommandTests {
  @Test("compare shows what differs, as text, Markdown and data")
  func compare() throws {
    let scene = try Scene()
    let environments = store()
    #expect(scene.run("compare", "dev", "prod", environments: environments) == 0)
    #expect(
      scene.out == """
        dev → prod

        service api
          instances  1 → 2
          MODE       slow → fast

        """
    )
    #expect(scene.run("compare", "dev", "dev", environments: environments) == 0)
    #expect(scene.out == "dev and dev do not differ.\n")
    #expect(
      scene.run("compare", "dev", "prod", "--format", "markdown", environments: environments) == 0
    )
    #expect(scene.out.contains("| MODE | `slow` | `fast` |\n"))
    #expect(
      scene.run("compare", "dev", "prod", "--format", "json", environments: environments) == 0
    )
    let data = try JSONSerialization.jsonObject(with: Data(scene.out.utf8)) as? [String: Any]
    #expect((data?["resources"] as? [[String: Any]])?.first?["name"] as? String == "api")
  }

  @Test("explain shows all variables, or one")
  func explain() throws {
    let scene = try Scene()
    #expect(scene.run("explain", "prod", "api", environments: store()) == 0)
    #expect(scene.out.hasPrefix("service 'api' in prod  InfraCLITests/ViewCommandTests.swift:"))
    #expect(
      scene.out.contains("\nMODE\n  value     fast\n  from      the description\n  set at    ")
    )
    #expect(scene.out.contains("\n  Notebook  not set\n"))
    #expect(scene.out.contains("\nTOKEN\n  value     secret TOKEN\n"))
    #expect(scene.out.contains("  from      secret TOKEN: generated, 32 bytes, declared at "))
    #expect(scene.run("explain", "prod", "api", "MODE", environments: store()) == 0)
    #expect(!scene.out.contains("TOKEN"))
    #expect(
      scene.run("explain", "prod", "api", "--format", "json", environments: store()) == 0
    )
    let data = try JSONSerialization.jsonObject(with: Data(scene.out.utf8)) as? [String: Any]
    let variables = data?["variables"] as? [[String: Any]]
    #expect(variables?.map { $0["origin"] as? String } == ["secret", "literal"])
  }

  @Test("graph writes the three formats, and says when there are other deployments")
  func graph() throws {
    let scene = try Scene()
    #expect(scene.run("graph", "prod", environments: store()) == 0)
    #expect(scene.out.hasPrefix("flowchart LR\n"))
    #expect(scene.err.isEmpty)
    #expect(scene.run("graph", "prod", "--format", "dot", environments: store()) == 0)
    #expect(scene.out.hasPrefix("digraph \"store, prod\" {\n"))
    #expect(scene.run("graph", "prod", "--format", "svg", environments: store()) == 0)
    #expect(scene.out.hasPrefix("<svg ") && scene.out.hasSuffix("</svg>\n"))
    let several = [
      Environment(
        "prod",
        store()[0].application,
        deployments: [Deployment("one", on: Notebook()), Deployment("two", on: Notebook())]
      )
    ]
    #expect(scene.run("graph", "prod", environments: several) == 0)
    #expect(
      scene.err == "Showing deployment 'one'; there are others: two (--deployment NAME).\n"
    )
    #expect(scene.run("graph", "prod", "--deployment", "two", environments: several) == 0)
    #expect(scene.err.isEmpty)
  }

  @Test(
    "a name that names nothing is wrong usage, with the nearest that does",
    arguments: [
      (["compare", "dev", "prd"], "there is no environment 'prd'", "did you mean 'prod'?"),
      (["graph", "pord"], "there is no environment 'pord'", "did you mean 'prod'?"),
      (
        ["graph", "prod", "--deployment", "mian"], "environment 'prod' has no deployment 'mian'",
        "did you mean 'main'?"
      ),
      (
        ["explain", "prod", "apo"], "there is no service, site or cron job 'apo' in 'prod'",
        "did you mean 'api'?"
      ),
      (
        ["explain", "prod", "data"], "database 'data' reads no variables", "those that do are api"
      ),
      (
        ["explain", "prod", "api", "MOED"], "service 'api' has no variable 'MOED'",
        "did you mean 'MODE'?"
      ),
    ]
  )
  func names(arguments: [String], message: String, help: String) throws {
    let scene = try Scene()
    #expect(scene.run(arguments, environments: store()) == 64)
    #expect(scene.err == "error: \(message)\n  help: \(help)\n")
    #expect(scene.out.isEmpty)
  }

  @Test("explain refuses to speak of a description with errors, which it shows")
  func errors() throws {
    let scene = try Scene()
    let broken = shop(Notebook(severity: .error))
    #expect(scene.run("explain", "prod", "api", environments: broken) == 1)
    #expect(scene.err.contains("error: the page is full"))
    #expect(scene.out.isEmpty)
  }

  private func store() -> [Environment] {
    let token = Secret("TOKEN", .generated(bytes: 32))
    let data = Postgres("data")
    var api = Service("api", source: .image("ghcr.io/acme/api:1.0.0"), port: 8080)
    api.variables["TOKEN"] = token.value.value
    api.variables["MODE"] = "slow"
    let dev = Application("store", services: [api], databases: [data])
    api.instances = 2
    api.variables["MODE"] = "fast"
    let prod = Application("store", services: [api], databases: [data])
    return [Environment("dev", dev, on: Notebook()), Environment("prod", prod, on: Notebook())]
  }
}
