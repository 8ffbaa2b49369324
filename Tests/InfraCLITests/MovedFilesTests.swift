import InfraContract
import InfraKit
import InfraTargets
import Testing

@testable import InfraCLI

@Suite("Files that move because a deployment came or went")
struct MovedFilesTests {
  private let api = Service("api", source: .image("ghcr.io/acme/api:1.0.0"), port: 8080)

  private func one() -> [Environment] {
    [Environment("prod", Application("shop", services: [api]), on: .render(region: .frankfurt))]
  }

  private func two() -> [Environment] {
    [
      Environment(
        "prod",
        Application("shop", services: [api]),
        deployments: [
          Deployment("main", on: .render(region: .frankfurt)), Deployment("railway", on: .railway),
        ]
      )
    ]
  }

  @Test("a second deployment says why files moved, and who reads them by their path")
  func into() throws {
    let scene = try Scene()
    #expect(scene.run("generate", environments: one()) == 0)
    #expect(!scene.err.contains("moved:"))
    #expect(scene.run("generate", environments: two()) == 0)
    let line = """
      note: files of 'prod' moved: it has 2 deployments now, and each has a folder of its own. What \
      reads them must be told: the Blueprint's path at Render: generated/prod/render.yaml → \
      generated/prod/main/render.yaml

      """
    #expect(scene.err.contains(line))
    #expect(scene.run("generate", environments: two()) == 0)
    #expect(!scene.err.contains("moved:"))
  }

  @Test("one that is left says so, too")
  func out() throws {
    let scene = try Scene()
    #expect(scene.run("generate", environments: two()) == 0)
    #expect(scene.run("generate", environments: one()) == 0)
    #expect(
      scene.err.contains(
        "moved: it has one deployment now, which needs no folder of its own. What reads them must be "
          + "told: the Blueprint's path at Render: generated/prod/main/render.yaml → "
          + "generated/prod/render.yaml\n"
      )
    )
  }

  @Test("a file with a place of its own stays there")
  func placed() throws {
    let scene = try Scene()
    func environments(_ deployments: [Deployment]) -> [Environment] {
      [Environment("prod", Application("shop", services: [api]), deployments: deployments)]
    }
    let main = Deployment("main", on: .render(region: .frankfurt, at: "render.yaml"))
    #expect(scene.run("generate", environments: environments([main])) == 0)
    let both = environments([main, Deployment("railway", on: .railway)])
    #expect(scene.run("generate", environments: both) == 0)
    #expect(!scene.err.contains("moved:"))
  }
}
