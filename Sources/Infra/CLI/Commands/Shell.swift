#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraDev
import InfraKit
import InfraSecrets

/// The shell that a command was started from.
enum Shell {
  /// One of its variables.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

extension Console {
  /// The console as a run of an environment writes to it.
  var screen: Screen {
    var size = winsize()
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return Screen(
      hasColour: outputHasColour,
      isTerminal: isTerminal && Shell.variable("TERM") != "dumb",
      width: isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80,
      write: out
    )
  }
}

extension LocalPlace {
  /// The name that keeps apart the projects of this machine.
  static func project(_ place: LocalPlace) throws(Failure) -> String {
    let file = try Failure.translating { () throws(SecretsProblem) in
      try place.store.values(shell: Shell.variable)
    }
    let name = EnvironmentFile.projectVariable
    return Shell.variable(name) ?? file?[name] ?? LocalValues.standardProject
  }
}

extension Failure {
  /// Runs a body, and makes its problem one to report.
  static func translating<Result>(
    _ body: () throws(DevProblem) -> Result
  ) throws(Failure) -> Result {
    do { return try body() } catch {
      let log = error.log.map { "\n  | \($0)" }.joined()
      throw Failure.io(error.message + log, help: error.help)
    }
  }
}
