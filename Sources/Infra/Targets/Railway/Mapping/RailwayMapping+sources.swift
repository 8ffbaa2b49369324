import InfraContract
import InfraKit
import InfraSerialization

extension RailwayMapping {
  /// Where a service comes from and how it is built.
  func apply(_ source: Source, watching: WatchPaths?, to own: inout RailwayGraph.Service) {
    switch source {
    case .directory(let directory):
      own.source = repository(root: directory.path)
      own.build?.buildCommand = directory.build.map { Self.line($0, shell: true) }
    case .dockerfile(let dockerfile):
      own.source = repository(root: dockerfile.context)
      own.build?.builder = .dockerfile
      // The place is from the root directory; a Dockerfile of this name there is found anyway.
      let path = RelativePath.path(from: dockerfile.context, to: dockerfile.path)
      if path != "Dockerfile" { own.build?.dockerfilePath = path }
    case .image(let image):
      own.source = .image(image.reference)
      return
    }
    if let watching { own.build?.watchPatterns = Self.patterns(watching) }
  }

  /// The repository, or what `railway up` sends; nil for all of that.
  func repository(root directory: String) -> RailwayGraph.Source? {
    let path = RelativePath.normalized(directory)
    let root = path == "." ? nil : path
    if let repository = target.repository {
      return .github(repository, branch: target.branch ?? "main", rootDirectory: root)
    }
    return root.map { .empty(rootDirectory: $0) }
  }

  /// The variables that choose a runtime's version, and the arguments of a Dockerfile.
  ///
  /// A Dockerfile sees the service's variables where it declares them with ARG, and nothing else
  /// (docs.railway.com/builds/dockerfiles, 2026-08-21).
  static func buildVariables(of source: Source) -> [Variables.Entry] {
    switch source {
    case .directory(let directory): runtimeVariables(of: directory.runtime)
    case .dockerfile(let dockerfile): dockerfile.arguments.entries
    case .image: []
    }
  }

  /// The variable that chooses a runtime's version.
  static func runtimeVariables(of runtime: Runtime) -> [Variables.Entry] {
    guard let version = runtime.version,
      let name = RailwayFacts.runtimes.first(where: { $0.name == runtime.name })?.versionVariable
    else { return [] }
    return Variables(dictionaryLiteral: (name, Value(version))).entries
  }

  /// A command as one line.
  ///
  /// What Railpack builds is started through a shell. A Dockerfile's or an image's start command is
  /// run as it stands (docs.railway.com/builds/build-and-start-commands, 2026-08-21), so a line that
  /// needs a shell brings one.
  static func line(_ command: Command, shell: Bool) -> String {
    switch command {
    case .shell(let line) where !shell && needsShell(line):
      Command.exec(["/bin/sh", "-c", line]).shellText
    case .shell, .exec: command.shellText
    }
  }

  /// Whether a line says something to a shell, beyond a program and plain words.
  static func needsShell(_ line: String) -> Bool {
    // An assignment before the program, such as `PORT=1 serve`, is a shell's too.
    let program = line.split(separator: " ").first ?? ""
    if program.contains("=") { return true }
    return line.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ";"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["),
        UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(ascii: "\n"):
        true
      default: false
      }
    }
  }
}

extension Source {
  /// Whether Railway starts it through a shell.
  var hasShell: Bool {
    if case .directory = self { true } else { false }
  }
}
