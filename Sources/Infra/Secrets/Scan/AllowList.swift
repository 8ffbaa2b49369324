import InfraDisk

/// The files in which an author allows what looks like a secret, each with a reason.
package struct AllowList: Sendable {
  /// Where it lies, from the root.
  package static let path = ".infra-secrets-allow"

  /// One line of it.
  package struct Entry: Sendable, Hashable {
    /// Paths: `*` within a name, `**` over folders.
    package let pattern: String
    /// The line.
    package let line: Int
  }

  /// The lines that say something.
  package let entries: [Entry]

  private let globs: [Glob]

  /// Reads the text of a list: in each line a pattern and a reason; `#` starts a comment.
  package init(_ text: String) throws(SecretsProblem) {
    var entries: [Entry] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.split(maxSplits: 1) { $0 == " " || $0 == "\t" || $0 == "\r" }
      guard let pattern = words.first, !pattern.hasPrefix("#") else { continue }
      guard words.count == 2, words[1].contains(where: { $0.isLetter }) else {
        throw SecretsProblem(
          "\(Self.path):\(index + 1): '\(pattern)' has no reason",
          help: "write why it may hold what looks like a secret: \(pattern) keys of tests alone"
        )
      }
      entries.append(Entry(pattern: String(pattern), line: index + 1))
    }
    self.entries = entries
    globs = entries.map { Glob($0.pattern) }
  }

  /// The entry that a path is allowed by.
  package func entry(for path: String) -> Entry? {
    globs.firstIndex { $0.matches(path) }.map { entries[$0] }
  }
}
