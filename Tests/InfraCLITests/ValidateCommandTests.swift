import ArgumentParser
import InfraKit
import Testing

@testable import InfraCLI

@Suite("infra validate and list")
struct ValidateCommandTests {
  @Test("exit codes follow the worst finding and --strict")
  func exitCodes() throws {
    let scene = try Scene()
    #expect(scene.run("validate", environments: shop()) == 0)
    #expect(scene.out == "dev, prod: no findings\n")
    let warned = shop(Notebook(severity: .warning))
    #expect(scene.run("validate", environments: warned) == 0)
    #expect(scene.run("validate", "--strict", environments: warned) == 2)
    #expect(scene.err.contains("warning: the page is full [notebook/warning]"))
    #expect(scene.run("validate", environments: shop(Notebook(severity: .error))) == 1)
    #expect(scene.files == ["Package.swift"])
  }

  @Test("a finding of one environment does not fail another")
  func selection() throws {
    let scene = try Scene()
    let environments = shop(prod: Notebook(severity: .error))
    #expect(scene.run("validate", "dev", environments: environments) == 0)
    #expect(scene.run("validate", "prod", environments: environments) == 1)
  }

  @Test("a silenced finding is printed with its reason and does not count")
  func silenced() throws {
    let scene = try Scene()
    let target = Notebook(
      rules: [.silence("notebook/warning", because: "it is a small notebook")],
      severity: .warning
    )
    #expect(scene.run("validate", "--strict", environments: shop(target)) == 0)
    #expect(scene.err.contains("silenced notebook/warning: it is a small notebook"))
  }

  @Test("the list shows environments, where each resource is hosted, and files")
  func list() throws {
    let scene = try Scene()
    #expect(scene.run("list", "prod", environments: shop()) == 0)
    #expect(scene.out.hasPrefix("prod  shop, InfraCLITests/Scene.swift:"))
    #expect(scene.out.contains("    service  api  Notebook\n"))
    #expect(scene.out.contains("writes generated/prod/api.yaml\n"))
    #expect(!scene.out.contains("dev"))
    #expect(scene.run("list", "--format", "json", environments: shop()) == 0)
    #expect(scene.out.contains("\"platform\": \"Notebook\""))
  }

  @Test(
    "the help of every command fits 80 columns",
    arguments: [
      "generate", "check", "validate", "list", "rules", "facts", "compare", "explain", "graph",
    ]
  )
  func help(command: String) throws {
    let scene = try Scene()
    _ = scene.run("help", command, environments: [])
    let text = RootCommand.helpMessage(
      for: try #require(
        RootCommand.configuration.subcommands.first { $0._commandName == command }
      ),
      columns: 80
    )
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(text.contains("EXAMPLES"))
  }

  @Test("a description without an environment is an error of every command about environments")
  func none() throws {
    let scene = try Scene()
    for command in ["generate", "check", "validate"] {
      #expect(scene.run(command, environments: []) == 1)
      #expect(
        scene.err == """
          error: the description lists no environment
            help: give Infra.run one, such as Infra.run([.prod])

          """
      )
    }
  }
}
