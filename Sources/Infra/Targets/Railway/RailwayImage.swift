import InfraKit

/// The Dockerfile of a static site, with what its build may see.
struct RailwayImage {
  let site: StaticSite
  /// The folder of the generated files, from the repository's root.
  let folder: String
  /// Lines of a comment at the top.
  let comment: [String]
  /// The variables that the site's build reads.
  let arguments: [String]
  /// The variables whose values nginx reads.
  let values: [String]

  /// What keeps the site from being built, to follow its name in a sentence.
  var fault: (message: String, help: String)? {
    if site.output == nil {
      return (
        "does not say where its files lie, and Railway knows no framework's folder",
        "give it output:, or serve: where a process serves it"
      )
    }
    if site.build == nil || RuntimeImage(site.runtime) != nil { return nil }
    let names = RuntimeImage.names
    if let version = site.runtime.version, names.contains(site.runtime.name) {
      return (
        "asks for version '\(version)' of '\(site.runtime.name)', which is no tag of an image",
        "write one version, such as '\(RuntimeImage.standardVersion(of: site.runtime.name))'"
      )
    }
    return (
      "is built with '\(site.runtime.name)', for which there is no official image",
      "give it a runtime of \(names.joined(separator: ", "))"
    )
  }

  private var output: String { RelativePath.normalized(site.output ?? ".") }

  /// The text of the Dockerfile.
  var text: String {
    var lines = comment.map { "# \($0)" } + [""]
    if let build = site.build, let runtime = RuntimeImage(site.runtime) {
      lines += ["FROM \(runtime.image) AS build", "WORKDIR /site"]
      lines.append(Self.copy(RelativePath.normalized(site.directory) + "/", "./"))
      lines += arguments.map { "ARG \($0)" }
      lines += [Self.run(build), "", "FROM \(NginxSite.image)"]
    } else {
      lines.append("FROM \(NginxSite.image)")
    }
    lines.append(Self.copy("\(folder)/nginx.conf", RailwaySite.configuration))
    lines += valueLines
    if site.build == nil {
      let files = RelativePath.joined(site.directory, output)
      lines.append(Self.copy(files + "/", RailwaySite.documentRoot + "/"))
    } else {
      let files = RelativePath.joined("site", output)
      lines.append(Self.copy("/\(files)/", RailwaySite.documentRoot + "/", from: "build"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Lines that hand an address, which only Railway knows, to nginx as a variable.
  private var valueLines: [String] {
    values.flatMap { name in
      [
        "ARG \(name)",
        "RUN printf 'map \"\" $\(Self.serverVariable(name)) { default \"%s\"; }\\n' \"$\(name)\" "
          + ">> /etc/nginx/conf.d/addresses.conf",
      ]
    }
  }

  /// The variable of nginx that holds a variable of the service.
  static func serverVariable(_ name: String) -> String { "env_\(name.lowercased())" }

  /// The text of the ignore file, which the builder takes in place of the repository's own.
  var ignored: String {
    let directory = RelativePath.normalized(site.directory)
    let kept = directory == "." ? [] : ["*", "!\(directory)"]
    let left = RuntimeImage(site.runtime)?.leftBehind ?? []
    let lines =
      comment.map { "# \($0)" } + kept
      + ([".git", ".env", ".env.*"] + left).map { "**/\($0)" } + ["!\(folder)/nginx.conf"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func copy(_ source: String, _ to: String, from stage: String? = nil) -> String {
    let flag = stage.map { "--from=\($0) " } ?? ""
    let isPlain = (source + to).utf8.allSatisfy { isTagByte($0) || $0 == UInt8(ascii: "/") }
    return isPlain
      ? "COPY \(flag)\(source) \(to)" : "COPY \(flag)[\(json(source)), \(json(to))]"
  }

  /// A build step; a list of words and what Docker would take apart go without a shell line.
  private static func run(_ command: Command) -> String {
    if case .shell(let line) = command, isPlain(line) { return "RUN \(line)" }
    return "RUN [\(command.arguments.map(json).joined(separator: ", "))]"
  }

  private static func isPlain(_ line: String) -> Bool {
    guard let first = line.utf8.first else { return false }
    return first != UInt8(ascii: "[") && first != UInt8(ascii: "-") && first != UInt8(ascii: "@")
      && !line.hasSuffix("\\") && !line.utf8.contains(UInt8(ascii: "\n"))
      && !line.utf8.contains(UInt8(ascii: "\r"))
      && zip(line.utf8, line.utf8.dropFirst()).allSatisfy { $0 != UInt8(ascii: "<") || $1 != $0 }
  }

  private static func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result.append("\\")
        result.unicodeScalars.append(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
