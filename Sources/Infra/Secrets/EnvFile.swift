/// The values of a `.env` file, read exactly as Docker Compose reads it.
///
/// The syntax is that of compose-go's dotenv package: `#` starts a comment where a space stands
/// before it, quotes may span lines, and `$NAME` and `${NAME:-…}` are replaced outside of
/// apostrophes. Tests hold it against the real program.
package struct EnvFile: Sendable, Hashable {
  /// One assignment.
  package struct Entry: Sendable, Hashable {
    /// The name.
    package let name: String
    /// The value, ready for a program.
    package let value: String
    /// The line that it starts on.
    package let line: Int
    /// The line that it ends on: another one where its quotes go over several.
    let lastLine: Int
  }

  /// The assignments, in order; of two with one name the later counts.
  package let entries: [Entry]

  /// A file without anything in it.
  package init() { entries = [] }

  /// Reads the text of a file.
  ///
  /// Variables that values mention come from `shell` first and then from the lines above, which is
  /// Compose's order.
  package init(_ text: String, shell: (String) -> String? = { _ in nil }) throws(EnvProblem) {
    entries = try withoutActuallyEscaping(shell) { shell throws(EnvProblem) in
      var reader = EnvReader(text, shell: shell)
      return try reader.read()
    }
  }

  /// The value of a name.
  package subscript(name: String) -> String? { entries.last { $0.name == name }?.value }
}

/// A `.env` file that cannot be read, without a word of its values.
package struct EnvProblem: Error, Hashable {
  /// The line.
  package let line: Int

  /// What is wrong there.
  package let message: String

  /// One way to mend it.
  package let help: String
}
