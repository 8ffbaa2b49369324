import InfraDev

/// A git checkout, asked and changed through the `git` program.
package struct Git: Sendable {
  /// The folder that git runs in.
  package let root: String

  /// Points at the checkout that a folder lies in.
  package init(root: String) { self.root = root }

  /// What git says of some arguments; a failure is a problem in git's own words.
  @discardableResult
  package func output(
    of arguments: [String],
    input: String = "",
    within limit: Duration = .seconds(60)
  ) throws(ReleaseProblem) -> String {
    let run = try run(arguments, input: input, within: limit)
    guard run.status == 0 else {
      throw ReleaseProblem(
        "git \(arguments.prefix(2).joined(separator: " ")) failed: "
          + (run.complaints.last ?? "it ended with \(run.status)"),
        help: "mend what git says, and run this again",
        log: run.complaints.dropLast()
      )
    }
    return run.text
  }

  /// The lines that git says of some arguments.
  package func lines(of arguments: [String]) throws(ReleaseProblem) -> [String] {
    try output(of: arguments).split(separator: "\n").map(String.init)
  }

  /// Runs git to its end.
  func run(
    _ arguments: [String],
    input: String = "",
    within limit: Duration = .seconds(60)
  ) throws(ReleaseProblem) -> ProgramRun {
    try ReleaseProblem.translating { () throws(DevProblem) in
      try ProgramRun.run(
        ["git", "-C", root] + arguments,
        in: root,
        // Nobody is asked for a password, nor shown a page.
        variables: ["GIT_TERMINAL_PROMPT=0", "GIT_PAGER=cat", "LC_ALL=C"],
        inheriting: Self.environment,
        input: Array(input.utf8),
        within: limit
      )
    }
  }

  /// This process's variables without those by which a hook points git elsewhere.
  private static var environment: [String] {
    let elsewhere = ["GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_PREFIX="]
    return ProcessTable.ownEnvironment.filter { entry in
      !elsewhere.contains { entry.hasPrefix($0) }
    }
  }
}
