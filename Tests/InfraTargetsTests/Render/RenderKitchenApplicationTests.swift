import InfraContract
import InfraKit
import InfraTargets
import TestSupport
import Testing

extension Kitchen {
  /// The application without what Render and Vercel refuse.
  static var onRender: Kitchen {
    var kitchen = Kitchen()
    kitchen.media.source = .dockerfile(
      "media/Dockerfile",
      arguments: ["CODEC": "av1"],
      secrets: [kitchen.mailPassword]
    )
    kitchen.proxy.domains = ["proxy.example.com"]
    kitchen.digest.timeZone = nil
    return kitchen
  }

  /// The same with its site of plain files at Vercel.
  static func prod(_ kitchen: Kitchen) -> InfraKit.Environment {
    Environment(
      "prod",
      kitchen.application,
      on: .render(region: .frankfurt),
      .vercel(hosting: kitchen.docs)
    )
  }
}

@Suite("Render with Vercel: the kitchen sink")
struct RenderKitchenApplicationTests {
  @Test("every file reads well")
  func files() throws {
    let generation = Generation([Kitchen.prod(.onRender)])
    #expect(generation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    for file in generation.files {
      try expectGolden(file.contents, "kitchen/render-vercel/\(file.path)")
    }
  }

  @Test("the vendors' schemas take every manifest", .needsSchemaValidator)
  func schemas() async throws {
    let files = Generation([Kitchen.prod(.onRender)]).files
    let blueprint = try #require(files.first { $0.path.hasSuffix("render.yaml") })
    let config = try #require(files.first { $0.path.hasSuffix("vercel.json") })
    #expect(
      try await SchemaValidator(.render).errors(in: blueprint.contents, .yaml, name: "render.yaml")
        == []
    )
    #expect(
      try await SchemaValidator(.vercel).errors(in: config.contents, .json, name: "vercel.json")
        == []
    )
  }

  @Test("everything that the two do not take as it is described is reported")
  func findings() throws {
    let lines = Generation([Kitchen.prod(Kitchen())]).diagnostics.map { finding in
      "\(finding.severity): \(finding.message) "
        + "[\(finding.rule.code)]\n  help: \(finding.help ?? "-")\n"
    }
    try expectGolden(lines.joined(), "kitchen/render-vercel/findings.txt")
  }
}
