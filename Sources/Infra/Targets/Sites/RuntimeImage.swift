import InfraKit

/// The official image that builds in a language, the same on a developer's machine and elsewhere.
///
/// Images on Debian, so that programs find glibc, bash and apt
/// (hub.docker.com/_/node, /python, /ruby, /golang, /rust, /elixir, 2026-11-23).
struct RuntimeImage {
  /// The runtime's name.
  let name: String
  /// The image with its tag.
  let image: String

  private struct Facts: Sendable {
    let name: String
    let standard: String
    let image: @Sendable (String) -> String
  }

  private static let facts = [
    Facts(name: "node", standard: "22") { "node:\($0)-bookworm-slim" },
    Facts(name: "python", standard: "3.13") { "python:\($0)-slim" },
    Facts(name: "ruby", standard: "3.4") { "ruby:\($0)" },
    Facts(name: "go", standard: "1.25") { "golang:\($0)" },
    Facts(name: "rust", standard: "1") { "rust:\($0)" },
    Facts(name: "elixir", standard: "1.18") { "elixir:\($0)" },
  ]

  /// The runtimes that there are images for.
  static var names: [String] { facts.map(\.name) }

  /// The version of a runtime where the author names none.
  static func standardVersion(of name: String) -> String {
    facts.first { $0.name == name }?.standard ?? "1"
  }

  /// The image of a runtime; nil where there is none, or its version is no tag.
  init?(_ runtime: Runtime) {
    guard let facts = Self.facts.first(where: { $0.name == runtime.name }) else { return nil }
    let version = runtime.version ?? facts.standard
    let isTag =
      !version.isEmpty
      && version.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
    guard isTag else { return nil }
    name = facts.name
    image = facts.image(version)
  }

  /// What builds leave in a directory, which another machine's build must not find.
  var leftBehind: [String] {
    switch name {
    case "node": ["node_modules", ".next"]
    case "python": [".venv", "__pycache__"]
    case "ruby": [".bundle"]
    case "rust": ["target"]
    case "elixir": ["_build", "deps"]
    default: []
    }
  }
}
