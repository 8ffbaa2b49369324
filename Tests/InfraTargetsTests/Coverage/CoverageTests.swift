import InfraKit
import InfraTargets
import TestSupport
import Testing

/// Prints the table that `scripts/coverage` shows, and demands that nothing is missing from it.
@Suite("Coverage", .serialized)
struct CoverageTests {
  /// The parts of a Compose file that must be complete, with where they lie.
  private static let composeParts = [
    ("services", "services.*."), ("build", "services.*.build."), ("deploy", "services.*.deploy."),
    ("develop", "services.*.develop."), ("healthcheck", "services.*.healthcheck."),
    ("networks", "networks."), ("volumes", "volumes."), ("secrets", "secrets."),
    ("configs", "configs."), ("include", "include."),
  ]

  @Test(
    "every property of the official schemas has a typed field",
    .needsSharedFiles,
    .needsSchemaValidator
  )
  func table() async throws {
    print("Coverage of the vendors' schemas\n" + Coverage.header)
    let files = RandomDescriptions.files(count: 300, seed: 20_261_124)
    for platform in PlatformManifest.all {
      let coverage = try await Coverage(
        platform,
        generated: files.filter { platform.wrote($0.path) }.map(\.contents),
        parts: platform.name == "compose" ? Self.composeParts : []
      )
      for row in coverage.rows {
        print(row.text)
        #expect(row.missing == [], "\(row.name)")
        #expect(!row.properties.isEmpty, "\(row.name)")
        for path in row.missing { print("    missing: \(path)") }
      }
      #expect(!coverage.rows[0].byModel.isEmpty)
    }
  }
}

extension PlatformManifest {
  /// Whether a generated file is of this kind.
  func wrote(_ path: String) -> Bool {
    let name =
      switch self.name {
      case "render": "render.yaml"
      case "railway": "railway.json"
      case "vercel": "vercel.json"
      default: "docker-compose.yml"
      }
    return path.hasSuffix(name)
  }
}
