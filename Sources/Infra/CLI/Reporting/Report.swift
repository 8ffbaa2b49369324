import InfraContract
import InfraKit

/// The findings of a generation, for people.
struct Report {
  private let generation: Generation
  private let colour: Bool
  private let sources: Sources

  init(_ generation: Generation, in context: Context) {
    self.generation = generation
    colour = context.console.errorHasColour
    sources = Sources(
      of: generation.diagnostics.filter { $0.severity != .note },
      context.environments,
      in: context.directory
    )
  }

  /// Every finding, one after the other, and every silenced one with its reason.
  var text: String {
    generation.diagnostics.map(lines).joined() + silenced
  }

  /// What a run needs to say that goes well: of what has moved to the setup sheets, how much.
  var brief: String {
    let moved = generation.diagnostics.count(where: \.hasMoved)
    let others = generation.diagnostics.filter { !$0.hasMoved }
    var text = others.map(lines).joined()
    if moved > 0 {
      let what = moved == 1 ? "1 note says" : "\(moved) notes say"
      text += Paint.blue("note:", colour)
      text += " \(what) what moved to the setup sheets or is weaker elsewhere; all of them: "
      text += "swift run infra validate\n"
    }
    return text + silenced
  }

  /// The findings of rules about changes alone.
  var changes: String {
    generation.diagnostics.filter { $0.rule.needs == .history }.map(lines).joined()
  }

  /// How many findings there are of each severity, such as `2 errors, 1 warning`.
  var summary: String { Self.summary(of: generation.diagnostics) }

  /// How many findings there are of each severity, such as `2 errors, 1 warning`.
  static func summary(of diagnostics: [Diagnostic]) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      if count == 0 { return nil }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
  }

  private var silenced: String {
    var text = ""
    var seen: Set<String> = []
    for finding in generation.silenced {
      let exception = finding.exception
      let line = "\(exception.site): silenced \(exception.code): \(exception.reason)"
      // Environments share targets and resources, and with them what was silenced there.
      if seen.insert(line).inserted { text += Paint.dim(line, colour) + "\n" }
    }
    return text
  }

  private func lines(_ diagnostic: Diagnostic) -> String {
    let word =
      switch diagnostic.severity {
      case .error: Paint.red("error:", colour)
      case .warning: Paint.yellow("warning:", colour)
      case .note: Paint.blue("note:", colour)
      }
    let names = diagnostic.environments.joined(separator: ", ")
    let place = diagnostic.site?.description ?? (names.isEmpty ? "environments" : names)
    var code = Paint.dim("[\(diagnostic.rule.code)]", colour)
    // What all of them share needs no names.
    if diagnostic.site != nil, !names.isEmpty,
      diagnostic.environments.count < generation.environments.count
    {
      code += Paint.dim(" in \(names)", colour)
    }
    var text = "\(place): \(word) \(diagnostic.message) \(code)\n"
    if let site = diagnostic.site, let spot = Spot(diagnostic, in: sources) {
      let (code, mark) = spot.excerpt(at: site.line)
      text += code + Paint.green(mark, colour)
    }
    if let near = NearAssignment(diagnostic, in: generation.all, sources) {
      text += "  set near: \(near.file):\(near.line): \(near.text)\n"
    }
    if let help = diagnostic.help { text += "  help: \(help)\n" }
    if let page = diagnostic.rule.page { text += "  see: \(page)\n" }
    return text
  }
}

extension Diagnostic {
  /// Whether it only says that a platform leaves something to the setup sheet, or does it otherwise.
  fileprivate var hasMoved: Bool {
    severity == .note && rule.code.utf8.starts(with: "model/".utf8) == false
  }
}

extension Generation {
  /// The environments as the author wrote them.
  var all: [Environment] { environments.map(\.environment) }
}
