/// Changes of single values in the text of a `.env`, which leave everything else as it stands.
package enum EnvEdit {
  /// The text with other values for some names; nil takes a name away.
  ///
  /// What is not there yet is added at the end. A value is written so that Compose and `infra dev`
  /// read it back as exactly that.
  package static func applying(
    _ changes: [(name: String, value: String?)],
    to text: String
  ) throws(EnvProblem) -> String {
    var text = text
    for change in changes { text = try applying(change.name, change.value, to: text) }
    // What was written is read again: a file that says something else must not be left behind.
    let file = try EnvFile(text)
    for change in changes where file[change.name] != change.value {
      throw EnvProblem(
        line: file.entries.last { $0.name == change.name }?.line ?? 1,
        message: "the value of \(change.name) cannot be changed here",
        help: "write NAME=value in a line of its own"
      )
    }
    return text
  }

  private static func applying(
    _ name: String,
    _ value: String?,
    to text: String
  ) throws(EnvProblem) -> String {
    let entries = try EnvFile(text).entries.filter { $0.name == name }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let last = entries.last else {
      guard let value else { return text }
      let start = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
      return start + EnvText.assignment(name, value) + "\n"
    }
    if let value {
      lines.replaceSubrange(last.line - 1..<last.lastLine, with: [EnvText.assignment(name, value)])
    } else {
      for entry in entries.reversed() { lines.removeSubrange(entry.line - 1..<entry.lastLine) }
    }
    return lines.joined(separator: "\n")
  }
}
