/// What the program is asked to do.
enum Invocation: Equatable {
  case serve(checkOnly: Bool, isLocal: Bool)
  case worker(checkOnly: Bool)
  case migrate(Migration)
  case help

  /// What `backend migrate` is asked to do.
  enum Migration: String {
    case deploy
    case status
    case check
  }

  /// Reads the arguments behind the program's name; nil when they make no sense.
  init?(_ arguments: [String]) {
    switch arguments {
    case ["serve"]: self = .serve(checkOnly: false, isLocal: false)
    case ["serve", "--local"]: self = .serve(checkOnly: false, isLocal: true)
    case ["serve", "--check"]: self = .serve(checkOnly: true, isLocal: false)
    case ["worker"]: self = .worker(checkOnly: false)
    case ["worker", "--check"]: self = .worker(checkOnly: true)
    case ["help"], ["--help"], ["-h"]: self = .help
    default:
      guard arguments.count == 2, arguments[0] == "migrate",
        let migration = Migration(rawValue: arguments[1])
      else { return nil }
      self = .migrate(migration)
    }
  }

  /// What `backend help` prints.
  static let usage = """
    usage: backend serve [--check | --local]  answer HTTP requests
           backend worker [--check]           escalate overdue tickets
           backend migrate deploy             apply the migrations that are pending
           backend migrate status             list all migrations
           backend migrate check              exit 1 when one is pending
           backend help                       print this

    --check reads the variables, lists them without their values, and ends.
    --local answers this machine alone, at 127.0.0.1; without it everybody who can reach the port.
    Exit codes: 0 done, 1 failed or pending, 64 wrong usage, 65 an applied migration was edited,
    69 the database cannot be reached, 78 a variable is missing or malformed.
    """
}
