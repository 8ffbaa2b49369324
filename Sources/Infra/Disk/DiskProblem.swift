/// One reason why files cannot be written, or a remark about the state they are in.
package struct DiskProblem: Sendable, Hashable {
  /// What kind of problem it is; the raw value is the stable code that people may search for.
  package enum Code: String, Sendable {
    case unsafePath = "disk/unsafe-path"
    case pathCollision = "disk/path-collision"
    case sharedPathDiffers = "disk/shared-path-differs"
    case outsideRoot = "disk/outside-root"
    case blockedPath = "disk/blocked-path"
    case noRoot = "disk/no-root"
    case busy = "disk/busy"
    case refused = "disk/refused"
    case unreadableIndex = "disk/unreadable-index"
    case keptFile = "disk/kept-file"
    case system = "disk/system"
  }

  /// The kind of problem.
  package let code: Code

  /// What is wrong, naming the path and the values found.
  package let message: String

  /// One way to mend it.
  package let help: String

  /// The line of the description that it is about, where there is one.
  package let place: String?

  /// Words a problem.
  package init(_ code: Code, _ message: String, help: String, place: String? = nil) {
    self.code = code
    self.message = message
    self.help = help
    self.place = place
  }
}

/// Why nothing was written: every problem that was found.
package struct DiskError: Error, CustomStringConvertible {
  /// The problems, at least one.
  package let problems: [DiskProblem]

  /// Gathers problems into an error.
  package init(_ problems: [DiskProblem]) {
    self.problems = problems
  }

  /// The problems, each with its place and its help on a line of its own.
  package var description: String {
    problems.map { problem in
      let place = problem.place.map { "\($0): " } ?? ""
      return "\(place)error: \(problem.message)\n  help: \(problem.help)"
    }.joined(separator: "\n")
  }
}
