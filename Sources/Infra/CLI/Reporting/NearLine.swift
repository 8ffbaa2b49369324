import InfraContract
import InfraKit
import InfraViews

/// The assignment of an overlay that most likely set a variable.
///
/// An overlay of a contract, such as `shop.settings.logLevel = .debug`, carries no line: what is known
/// is where the contract was filled. So the file of the environment is searched for the one assignment
/// to a property of the variable's name, and to its value where that is a text; where there is none, or
/// more than one, nothing is said.
struct NearLine {
  /// The environment's file.
  let file: String

  /// The line, counted from one.
  let line: Int

  /// The assignment.
  let text: String

  /// The place and the assignment.
  var words: String { "\(file):\(line): \(text)" }

  init?(_ variable: Explanation.Variable, in environment: Environment, _ sources: Sources) {
    guard variable.place == .contract, variable.shared == nil, let value = variable.value else {
      return nil
    }
    let file = environment.site.file.description
    let lines = sources.lines(of: file)
    let wanted = Self.plain(variable.name)
    let text = variable.origin == .literal ? Self.plain(value) : nil
    let found = lines.indices.filter { Self.sets(lines[$0], wanted, to: text) }
    guard found.count == 1 else { return nil }
    self.file = file
    line = found[0] + 1
    self.text = Wording.printable(
      lines[found[0]].trimmingPrefix { $0.isWhitespace }.description
    )
  }

  /// Whether a line assigns a value to a property of a name.
  private static func sets(_ line: String, _ name: String, to text: String?) -> Bool {
    let trimmed = line.drop { $0.isWhitespace }
    guard !trimmed.hasPrefix("//"), let equals = trimmed.firstIndex(of: "=") else { return false }
    let path = trimmed[..<equals].split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }
    // `let logLevel = …` declares something else; an overlay goes through a value.
    guard path.count == 1, let whole = path.first, whole.contains("."),
      plain(whole.split(separator: ".").last ?? "") == name
    else { return false }
    let assigned = trimmed[trimmed.index(after: equals)...]
    if assigned.hasPrefix("=") { return false }
    return text.map { plain(assigned) == $0 } ?? true
  }

  /// A name or a value without the signs that Swift and variables write differently:
  /// `LOG_LEVEL` and `logLevel`, `.inProcess` and `in-process`, `8_080` and `8080`.
  private static func plain(_ text: some StringProtocol) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
