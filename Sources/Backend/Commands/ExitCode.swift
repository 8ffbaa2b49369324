#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How the program ends, in the numbers of sysexits.h where that has one.
enum ExitCode: Int32, Error {
  case done = 0
  /// `migrate check` found something to apply, or a migration failed.
  case failed = 1
  /// The command line is wrong.
  case usage = 64
  /// An applied migration was edited.
  case data = 65
  /// The database cannot be reached.
  case unavailable = 69
  /// The program itself is wrong.
  case software = 70
  /// A variable is missing or malformed.
  case configuration = 78

  /// Ends the process.
  func leave() -> Never { exit(rawValue) }
}

/// Prints a text and a line break to standard error.
func printError(_ text: String) {
  let bytes = [UInt8]((text + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}
