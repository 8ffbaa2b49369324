import Foundation
import InfraKit
import Testing

@testable import InfraCLI

@Suite("infra generate and check")
struct GenerateCommandTests {
  @Test("writes what a named environment needs, and says so a line per file")
  func writes() throws {
    let scene = try Scene()
    #expect(scene.run("generate", "prod", environments: shop()) == 0)
    #expect(scene.out.contains("created    generated/prod/api.yaml\n"))
    #expect(
      scene.out.contains(
        "\nNext: review the diff, commit it, and follow\n  generated/prod/SETUP.md\n"
      )
    )
    #expect(scene.read("generated/prod/api.yaml") == "replicas: 1\n")
    #expect(scene.read("generated/dev/api.yaml") == nil)

    #expect(scene.run("generate", "prod", environments: shop()) == 0)
    #expect(scene.out.contains("unchanged  generated/prod/api.yaml\n"))
    #expect(scene.out.hasSuffix("\nNothing to do: every file is as described.\n"))
  }

  @Test("writes nothing while a rule finds an error")
  func error() throws {
    let scene = try Scene()
    let environments = shop(prod: Notebook(severity: .error))
    #expect(scene.run("generate", "prod", environments: environments) == 1)
    #expect(scene.err.contains("error: the page is full [notebook/error]\n  help: turn it\n"))
    #expect(scene.err.contains("Nothing was written: 1 error."))
    #expect(scene.files == ["Package.swift"])

    #expect(scene.run("generate", "dev", environments: environments) == 0)
  }

  @Test("a dry run says what would happen and touches nothing")
  func dryRun() throws {
    let scene = try Scene()
    #expect(scene.run("generate", "--dry-run", environments: shop()) == 0)
    #expect(scene.out.contains("created    generated/dev/api.yaml"))
    #expect(scene.out.contains("dry run"))
    #expect(scene.files == ["Package.swift"])
  }

  @Test("leaves a file that was edited by hand, and everything else, unless forced")
  func edited() throws {
    let scene = try Scene()
    #expect(scene.run("generate", environments: shop()) == 0)
    try scene.write("replicas: 9\n", to: "generated/prod/api.yaml")
    let changed = shop(Notebook(text: "replicas: 2\n"))
    #expect(scene.run("generate", environments: changed) == 1)
    #expect(scene.err.contains("'generated/prod/api.yaml' was edited after infra wrote it"))
    #expect(scene.err.contains("--force"))
    #expect(scene.read("generated/prod/api.yaml") == "replicas: 9\n")
    #expect(scene.read("generated/dev/api.yaml") == "replicas: 1\n")
    #expect(scene.err.contains(".swift:"))

    #expect(scene.run("check", environments: changed) == 1)
    #expect(scene.err.contains("'swift run infra generate --force' to lose them"))

    #expect(scene.run("generate", "--force", environments: changed) == 0)
    #expect(scene.read("generated/prod/api.yaml") == "replicas: 2\n")
  }

  @Test("an output folder takes every file, and the repository none")
  func output() throws {
    let scene = try Scene()
    let other = scene.folder.appendingPathComponent("look").path
    #expect(scene.run("generate", "dev", "--output", other, environments: shop()) == 0)
    #expect(scene.read("look/generated/dev/api.yaml") == "replicas: 1\n")
    #expect(scene.read("generated/dev/api.yaml") == nil)
  }

  @Test("an output folder that is a file is refused by name")
  func outputIsFile() throws {
    let scene = try Scene()
    let file = scene.folder.appendingPathComponent("Package.swift").path
    #expect(scene.run("generate", "dev", "--output", file, environments: shop()) == 1)
    #expect(scene.err.contains("Package.swift"))
    #expect(scene.read("Package.swift") == "// a package")
  }

  @Test("check is 0 on a clean tree and 1 after any change, naming the line")
  func check() throws {
    let scene = try Scene()
    #expect(scene.run("check", environments: shop()) == 1)
    #expect(scene.out.contains("missing: generated/dev/api.yaml"))
    #expect(scene.run("generate", environments: shop()) == 0)
    #expect(scene.run("check", environments: shop()) == 0)
    #expect(scene.out.contains("as described"))

    let sheet = try #require(scene.read("generated/dev/SETUP.md"))
    try scene.write(
      sheet.replacing("# Setting up", with: "# Setting Up"),
      to: "generated/dev/SETUP.md"
    )
    #expect(scene.run("check", environments: shop()) == 1)
    #expect(scene.out.contains("stale: generated/dev/SETUP.md:1\n"))
    #expect(scene.out.contains("-# Setting Up dev"))
    #expect(scene.out.contains("+# Setting up dev"))
  }

  @Test("an unknown environment, deployment or option is wrong usage with the nearest name")
  func unknown() throws {
    let scene = try Scene()
    #expect(scene.run("generate", "pord", environments: shop()) == 64)
    #expect(scene.err.contains("there is no environment 'pord'\n  help: did you mean 'prod'?"))
    #expect(scene.run("generate", "--deployment", "mian", environments: shop()) == 64)
    #expect(scene.err.contains("did you mean 'main'?"))
    #expect(scene.run("generate", "--dryrun", environments: shop()) == 64)
    #expect(scene.err.contains("Did you mean '--dry-run'?"))
    #expect(scene.files == ["Package.swift"])
  }

  @Test("JSON lists every file and finding")
  func json() throws {
    let scene = try Scene()
    let environments = shop(Notebook(severity: .warning))
    #expect(scene.run("generate", "dev", "--format", "json", environments: environments) == 0)
    #expect(scene.out.contains("\"written\": true"))
    #expect(scene.out.contains("\"path\": \"generated/dev/api.yaml\""))
    #expect(scene.out.contains("\"code\": \"notebook/warning\""))
    #expect(scene.err == "")
  }
}
