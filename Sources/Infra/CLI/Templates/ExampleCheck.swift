import InfraContract
import InfraKit

/// Compares an owner's `.env.example` with what is read: by the programs, and by the Compose file.
struct ExampleCheck {
  /// What may stand there.
  private(set) var known: Set<String> = ["COMPOSE_PROJECT_NAME"]

  /// What must, in order, with who needs it.
  private(set) var wanted: [(name: String, by: String)] = []

  /// Gathers what the processes of all environments and their Compose files read.
  init(_ outputs: [EnvironmentOutput]) { for output in outputs { add(output) } }

  private mutating func add(_ output: EnvironmentOutput) {
    let application = output.environment.application
    for resource in application.configured {
      known.formUnion(resource.variables.entries.map(\.name))
      known.formUnion(resource.shared.flatMap(\.variables.entries).map(\.name))
    }
    let contracts =
      application.services.flatMap(\.contracts) + application.jobs.flatMap(\.contracts)
    for contract in contracts {
      for field in contract.fields {
        known.insert(field.name)
        if field.presence == .required { want(field.name, by: "'\(contract.process)'") }
      }
    }
    for file in output.files where file.path.hasSuffix("docker-compose.yml") {
      for (name, isRequired) in Self.interpolations(in: file.contents) {
        known.insert(name)
        if isRequired { want(name, by: "'\(file.path)'") }
      }
    }
  }

  /// Whether there is anything that such a file could hold.
  var isEmpty: Bool { known.count == 1 }

  /// Reports the names that nothing reads, and those that are missing.
  func check(_ text: String, at path: String, site: CallSite, _ findings: inout Findings) {
    var named: Set<String> = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let name = Self.name(in: line) else { continue }
      named.insert(name)
      if known.contains(name) { continue }
      findings.report(
        TemplateRules.example,
        "'\(path)' names \(Wording.quote(name)), which nothing reads (line \(index + 1))",
        help: nearest(name, in: known.sorted()).map { "did you mean '\($0)'?" } ?? "remove it",
        at: site
      )
    }
    for (name, reader) in wanted where !named.contains(name) {
      findings.report(
        TemplateRules.example,
        "'\(path)' leaves out '\(name)', which \(reader) needs",
        help: "add a line such as \(name)=",
        at: site
      )
    }
  }

  private mutating func want(_ name: String, by reader: String) {
    if !wanted.contains(where: { $0.name == name }) { wanted.append((name, reader)) }
  }

  /// The variable of a line, also where the line is commented out to show a default.
  private static func name(in line: Substring) -> String? {
    var rest = line[...]
    if rest.first == "#" { rest.removeFirst() }
    if rest.hasPrefix("export ") { rest = rest.dropFirst(7) }
    let name = rest.prefix { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
    guard rest.dropFirst(name.count).first == "=", name.first?.isNumber == false,
      name == name.uppercased()
    else { return nil }
    return String(name)
  }

  /// The variables that a Compose file takes from its environment, and whether it insists on them.
  private static func interpolations(in text: String) -> [(name: String, isRequired: Bool)] {
    var found: [(String, Bool)] = []
    // Two dollars are a literal one.
    let parts = text.replacing("$$", with: "").split(
      separator: "${",
      omittingEmptySubsequences: false
    )
    for part in parts.dropFirst() {
      let name = part.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
      let rest = part.dropFirst(name.count)
      found.append((String(name), rest.hasPrefix(":?") || rest.hasPrefix("?")))
    }
    return found
  }
}
