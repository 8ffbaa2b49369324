import InfraContract
import InfraKit

/// The assignment of an overlay that a finding is most likely about.
///
/// Plain assignments, such as `shop.api.instances = 3`, carry no line of their own. So the file of
/// the environment is searched for one to the finding's resource whose property or value the message
/// names; where there is none, or more than one, nothing is said.
struct NearAssignment {
  /// The environment's file.
  let file: String

  /// The line, counted from one.
  let line: Int

  /// The assignment.
  let text: String

  init?(_ diagnostic: Diagnostic, in environments: [Environment], _ sources: Sources) {
    guard let site = diagnostic.site, diagnostic.resource != nil,
      let variable = Self.variable(at: site, in: sources),
      // What several have is caused by what they share.
      diagnostic.environments.count == 1,
      let environment = environments.first(where: { $0.name == diagnostic.environments[0] })
    else { return nil }
    let file = environment.site.file.description
    // In one file the finding's own line is near enough.
    if file == site.file.description { return nil }
    let found = sources.lines(of: file).enumerated().compactMap { index, line in
      Self.isAbout(diagnostic, line, variable) ? index : nil
    }
    guard found.count == 1 else { return nil }
    self.file = file
    line = found[0] + 1
    text = Wording.printable(
      sources.lines(of: file)[found[0]].trimmingPrefix { $0.isWhitespace }.description
    )
  }

  /// The name of the variable that a resource's declaration is assigned to.
  private static func variable(at site: CallSite, in sources: Sources) -> String? {
    let file = site.file.description
    guard var line = sources.line(site.line, of: file) else { return nil }
    if !line.contains("="), site.line > 1, let above = sources.line(site.line - 1, of: file),
      above.last(where: { !$0.isWhitespace }) == "="
    {
      line = above
    }
    guard let equals = line.firstIndex(of: "=") else { return nil }
    let head = line[..<equals].split(separator: ":")[0]
    let words = head.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return words.last.map(String.init)
  }

  /// Whether a line assigns something to the variable that the finding speaks of.
  private static func isAbout(_ diagnostic: Diagnostic, _ line: String, _ variable: String) -> Bool
  {
    let trimmed = line.drop { $0.isWhitespace }
    guard !trimmed.hasPrefix("//"), let equals = trimmed.firstIndex(of: "=") else { return false }
    let path = trimmed[..<equals].split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    guard let position = path.firstIndex(where: { $0 == variable }), position + 1 < path.count
    else { return false }
    // `LOG_LEVEL` in a message is `logLevel` in Swift.
    let spoken = words(diagnostic.message)
    let said = Set(spoken + spoken.map { $0.filter { $0 != "_" && $0 != "-" } })
    let property = path[position + 1].lowercased()
    if said.contains(property) || said.contains(String(property.dropLast())) { return true }
    let values = Set(quoted(diagnostic.message).flatMap(words))
    return words(String(trimmed[equals...])).contains { value in
      if value.allSatisfy(\.isNumber) { return said.contains(value) }
      return value.count > 3 && values.contains(value) && value != diagnostic.resource?.name
    }
  }

  /// What stands in quotes: names and the values that were found.
  ///
  /// The rest is a rule's own words.
  private static func quoted(_ message: String) -> [String] {
    var found: [String] = []
    var rest = message[...]
    while let open = rest.firstIndex(of: "'") {
      // `Render's` has an apostrophe.
      let isApostrophe = open > rest.startIndex && rest[rest.index(before: open)].isLetter
      rest = rest[rest.index(after: open)...]
      guard !isApostrophe, let close = rest.firstIndex(of: "'") else { continue }
      found.append(String(rest[..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
      .map(String.init)
  }
}
