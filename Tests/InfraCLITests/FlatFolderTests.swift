import InfraKit
import Testing

@testable import InfraCLI

@Suite("The folder of a description is flat")
struct FlatFolderTests {
  /// An environment and a service that Swift says are in `environments/`.
  private func environments() -> [Environment] {
    let api = Service(
      "api",
      source: .image("ghcr.io/acme/api:1.0.0"),
      file: "environments/Shop.swift",
      line: 3
    )
    return [
      Environment(
        "prod",
        Application("shop", services: [api]),
        on: Notebook(),
        file: "environments/prod.swift",
        line: 4
      )
    ]
  }

  @Test("a description in a folder below is refused, with the place that it should have")
  func nested() throws {
    let scene = try Scene()
    try scene.write("// prod", to: "environments/prod.swift")
    try scene.write("// Shop", to: "environments/eu/deep/Shop.swift")
    for command in ["generate", "check", "validate"] {
      #expect(scene.run(command, environments: environments()) == 1)
      #expect(
        scene.err == """
          environments/eu/deep/Shop.swift: error: this file is in a folder below 'environments', and \
          Swift calls it 'environments/Shop.swift', which is where errors would lead
            help: move it to environments/Shop.swift

          """
      )
    }
    #expect(scene.read("generated/prod/api.yaml") == nil)
  }

  @Test("a flat folder, one that is elsewhere, and files of another kind pass")
  func flat() throws {
    let scene = try Scene()
    #expect(scene.run("generate", environments: environments()) == 0)
    try scene.write("// prod", to: "environments/prod.swift")
    try scene.write("// Shop", to: "environments/Shop.swift")
    try scene.write("notes", to: "environments/notes/prod.md")
    try scene.write("// excluded", to: "environments/Fixtures/Other.swift")
    #expect(scene.run("generate", environments: environments()) == 0)
  }
}
