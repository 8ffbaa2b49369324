import InfraKit

/// A language runtime as the official image that builds and runs a directory.
///
/// Images on Debian, so that programs find glibc, bash and apt
/// (hub.docker.com/_/node, /python, /ruby, /golang, /rust, /elixir, 2026-11-23).
struct ComposeRuntime {
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

  /// Where package managers keep what they have fetched, between builds.
  private var cache: String? {
    switch name {
    case "node": "/root/.npm"
    case "python": "/root/.cache/pip"
    case "go": "/root/.cache/go-build"
    default: nil
    }
  }

  /// The lines of a Dockerfile that builds a directory and stays to run it.
  func image(build: Command?, arguments: [String]) -> [String] {
    var lines = ["FROM \(image)"]
    if name == "node" {
      lines += [
        "# Prisma's engines are linked with OpenSSL, which the slim image does not have.",
        "RUN apt-get update \\",
        "  && apt-get install -y --no-install-recommends ca-certificates openssl \\",
        "  && rm -rf /var/lib/apt/lists/*",
      ]
    }
    return lines + ["WORKDIR /app"] + steps(build: build, arguments: arguments)
  }

  /// The lines that copy a directory and build it.
  func steps(build: Command?, arguments: [String]) -> [String] {
    var lines = ["COPY . ."] + arguments.map { "ARG \($0)" }
    if let build { lines.append(run(build)) }
    return lines
  }

  private func run(_ command: Command) -> String {
    let mount = cache.map { "--mount=type=cache,target=\($0) " } ?? ""
    switch command {
    case .shell(let line):
      // A line break would end the instruction; the shell takes a semicolon for it.
      let parts = line.split(whereSeparator: \.isNewline)
      return "RUN \(mount)" + parts.joined(separator: "; ")
    case .exec: return "RUN \(mount)" + command.shellText
    }
  }
}
