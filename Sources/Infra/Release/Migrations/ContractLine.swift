import InfraKit

/// A line of a migration by which its author says that a step is meant to break what was:
/// `-- infra: contract v1.4.0`, where v1.4.0 is the newest version that no longer has to run.
struct ContractLine: Sendable, Hashable {
  /// The word after `infra:`.
  static let word = "contract"

  /// The version that it names.
  let version: ReleaseVersion

  /// The version as it is written.
  let text: String

  /// The line in the file.
  let line: Int

  /// What a comment turns out to be.
  enum Reading: Sendable, Hashable {
    /// It speaks to people.
    case none
    /// It allows breaking steps.
    case contract(ContractLine)
    /// It speaks to us, and cannot be understood.
    case unclear(String)
  }

  /// Reads a comment.
  static func read(_ comment: SQLStatement.Comment) -> Reading {
    guard comment.text.lowercased().hasPrefix("infra:") else { return .none }
    let words = comment.text.dropFirst(6).split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count >= 2, words[0].lowercased() == word, words[1].hasPrefix("v"),
      let version = ReleaseVersion(words[1])
    else { return .unclear(comment.text) }
    return .contract(ContractLine(version: version, text: words[1], line: comment.line))
  }
}
