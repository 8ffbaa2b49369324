import InfraDev

/// Why a command about releases cannot go on, and one way to mend it.
package struct ReleaseProblem: Error, Hashable {
  /// What is wrong.
  package let message: String

  /// One way to mend it.
  package let help: String

  /// The last lines of what failed, as they are.
  package let log: [String]

  /// Words a problem.
  package init(_ message: String, help: String, log: [String] = []) {
    self.message = message
    self.help = help
    self.log = log
  }

  /// Runs a body, and makes its problem one of a release.
  static func translating<Result>(
    _ body: () throws(DevProblem) -> Result
  ) throws(ReleaseProblem) -> Result {
    do { return try body() } catch {
      throw ReleaseProblem(error.message, help: error.help, log: error.log)
    }
  }
}
