import InfraContract
import InfraKit

/// Compares the Dockerfile of one service or job with what the description says of it.
struct DockerfileCheck {
  let resource: any Resource
  let path: String
  private let image: Dockerfile.Image

  /// Takes a Dockerfile; nil, with a finding, where the stage that is asked for is not in it.
  init?(
    _ resource: any Resource,
    _ source: DockerfileSource,
    _ text: String,
    _ findings: inout Findings
  ) {
    let path = RelativePath.normalized(source.path)
    let file = Dockerfile(text)
    guard let image = file.image(ofStage: source.stage) else {
      let names = file.stageNames
      findings.report(
        TemplateRules.stage,
        source.stage.map {
          "'\(path)' has no stage \(Wording.quote($0)), which \(resource.id.title) is built from"
        } ?? "'\(path)', which \(resource.id.title) is built from, has no FROM",
        help: names.isEmpty
          ? "name a stage behind AS in its FROM" : "its stages are \(Wording.list(names))",
        at: resource.site,
        about: resource.id
      )
      return nil
    }
    self.resource = resource
    self.path = path
    self.image = image
  }

  /// Reports where the image's port is another one.
  func port(_ port: Int, _ findings: inout Findings) {
    let exposed = image.instructions.filter { $0.keyword == "EXPOSE" }
    let ports = exposed.flatMap { Dockerfile.words(of: $0.text) }
      .compactMap { Int($0.prefix { $0 != "/" }) }
    if let instruction = exposed.last, !ports.isEmpty, !ports.contains(port) {
      let list = ports.map(String.init).joined(separator: ", ")
      report(
        TemplateRules.port,
        "exposes \(list), and \(resource.id.title) listens on port \(port)",
        help: "write EXPOSE \(port), or port: \(ports[0])",
        instruction,
        &findings
      )
    }
    for instruction in image.instructions where instruction.keyword == "ENV" {
      guard let value = Self.value(of: "PORT", in: instruction.text), let set = Int(value),
        set != port
      else { continue }
      report(
        TemplateRules.port,
        "sets PORT to \(set), and \(resource.id.title) listens on port \(port)",
        help: "leave PORT to the platform, which gives the program \(port)",
        instruction,
        &findings
      )
    }
  }

  /// Reports where the image's own check asks for another path.
  func health(_ path: String, _ findings: inout Findings) {
    guard let check = image.instructions.last(where: { $0.keyword == "HEALTHCHECK" }),
      let asked = Self.paths(in: check.text).first, asked != path
    else { return }
    report(
      TemplateRules.health,
      "asks for \(Wording.quote(asked)) in its HEALTHCHECK, and \(resource.id.title) is checked at "
        + Wording.quote(path),
      help: "ask for the same path in both",
      check,
      &findings
    )
  }

  /// Reports a program that the image seems not to have, or would be given to itself.
  func command(_ command: Command, called name: String, _ findings: inout Findings) {
    guard case .exec(let words) = command, let program = words.first else { return }
    let word = Self.lastPart(of: program)
    if let entry = image.instructions.last(where: { $0.keyword == "ENTRYPOINT" }),
      let first = Dockerfile.words(of: entry.text).first, Self.lastPart(of: first) == word
    {
      let line = words.joined(separator: " ")
      report(
        TemplateRules.command,
        "starts '\(first)' by its ENTRYPOINT, which would run the \(name) of "
          + "\(resource.id.title) as '\(first) \(line)'",
        help: "write CMD instead of ENTRYPOINT",
        entry,
        &findings
      )
    }
    if brings(word) || installsPrograms { return }
    let end = image.instructions.last { $0.keyword == "CMD" } ?? image.instructions.last
    guard let end else { return }
    report(
      TemplateRules.command,
      "puts no program '\(word)' into the image, which is the \(name) of \(resource.id.title)",
      help: "copy or install '\(word)', or correct the command",
      end,
      &findings
    )
  }

  /// Whether the image has a program, as far as can be told; in doubt it has.
  private func brings(_ program: String) -> Bool {
    if ["sh", "bash", "env"].contains(program) || Self.names(program, in: image.base) {
      return true
    }
    return image.instructions.contains { instruction in
      switch instruction.keyword {
      case "COPY", "ADD": Self.copies(program, instruction.text)
      case "RUN": Self.names(program, in: instruction.text)
      // Other base images have programs of their own, and these tell of them.
      case "CMD", "ENTRYPOINT": !isBare && Self.names(program, in: instruction.text)
      default: false
      }
    }
  }

  /// Whether the base image has nothing but a system's own programs.
  private var isBare: Bool {
    let bare: Set<Substring> = ["alpine", "busybox", "debian", "distroless", "scratch", "ubuntu"]
    return image.base.prefix { $0 != ":" && $0 != "@" }.split(separator: "/").contains {
      bare.contains($0)
    }
  }

  private static func names(_ program: String, in text: String) -> Bool {
    text.split { !($0.isLetter || $0.isNumber || "._-".contains($0)) }
      .contains { $0 == program || $0.split(separator: "-").contains(Substring(program)) }
  }

  /// Whether a program is among what is copied; what folders have in them cannot be seen.
  private static func copies(_ program: String, _ text: String) -> Bool {
    let words = Dockerfile.words(of: text).filter { !$0.hasPrefix("--") }
    guard let target = words.last else { return false }
    let sources = words.dropLast()
    if sources.contains(where: { $0.hasSuffix(".") || $0.hasSuffix("/") || $0.contains("*") }) {
      return true
    }
    guard target.hasSuffix("/") || target == "." else { return lastPart(of: target) == program }
    return sources.contains { lastPart(of: $0) == program }
  }

  /// Whether a package manager brings programs whose names are not to be seen here.
  private var installsPrograms: Bool {
    let managers: Set = [
      "bun", "bundle", "composer", "conda", "gem", "mix", "npm", "npx", "pip", "pip3", "pipenv",
      "pnpm", "poetry", "uv", "yarn",
    ]
    return image.instructions.contains { instruction in
      instruction.keyword == "RUN"
        && instruction.text.split { !($0.isLetter || $0.isNumber) }
          .contains { managers.contains(String($0)) }
    }
  }

  private func report(
    _ rule: Rule,
    _ sentence: String,
    help: String,
    _ instruction: Dockerfile.Instruction,
    _ findings: inout Findings
  ) {
    findings.report(
      rule,
      "'\(path)' \(sentence) (line \(instruction.line))",
      help: help,
      at: resource.site,
      about: resource.id
    )
  }

  /// What `ENV` gives a variable, in both of its forms.
  private static func value(of name: String, in text: String) -> String? {
    let words = text.split(separator: " ")
    if words.count == 2, words[0] == name { return String(words[1]) }
    return words.first { $0.hasPrefix(name + "=") }
      .map { $0.dropFirst(name.count + 1).filter { $0 != "\"" && $0 != "'" } }
  }

  /// The paths of the URLs in a text.
  private static func paths(in text: String) -> [String] {
    text.split(separator: "://").dropFirst().map { rest in
      let path = rest.drop { !"/\"' ".contains($0) }.prefix { !"\"' ;|)?#".contains($0) }
      return path.isEmpty ? "/" : String(path)
    }
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
