import InfraKit

/// A language runtime as the image that builds and runs a directory.
struct ComposeRuntime {
  private let runtime: RuntimeImage

  /// The runtime's name.
  var name: String { runtime.name }

  /// The image with its tag.
  var image: String { runtime.image }

  /// The runtimes that there are images for.
  static var names: [String] { RuntimeImage.names }

  /// The version of a runtime where the author names none.
  static func standardVersion(of name: String) -> String {
    RuntimeImage.standardVersion(of: name)
  }

  /// The image of a runtime; nil where there is none, or its version is no tag.
  init?(_ runtime: Runtime) {
    guard let image = RuntimeImage(runtime) else { return nil }
    self.runtime = image
  }

  /// What builds leave in a directory, which another machine's build must not find.
  var leftBehind: [String] { runtime.leftBehind }

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
        "# The slim image has no OpenSSL, which packages such as Prisma's engines are linked with.",
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
