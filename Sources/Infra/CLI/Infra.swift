import ArgumentParser
public import InfraKit
import InfraVendors

/// The `infra` program: it parses, calls, writes and reports.
///
/// An executable of ten lines hands it the environments:
///
/// ```swift
/// import InfraCLI
/// import environments
///
/// Infra.run(Environment.all)
/// ```
public enum Infra {
  /// Runs the command that the process was started with, and exits with its code.
  ///
  /// 0 is success, 1 errors or drift, 2 warnings under `--strict`, 64 wrong usage, 70 a bug of ours.
  public static func run(_ environments: @autoclosure () -> [Environment]) -> Never {
    run(environments(), vendors: VendorSettings())
  }

  /// Runs the command with vendors of one's own, as a test does.
  package static func run(
    _ environments: @autoclosure () -> [Environment],
    vendors: @autoclosure () -> VendorSettings
  ) -> Never {
    ProcessMemory.settle()
    let console = Console.standard()
    do {
      switch try command(for: Array(CommandLine.arguments.dropFirst())) {
      case .ours(var command):
        let settings = vendors()
        let context = Context(
          environments: environments(),
          console: console,
          vendors: settings.access,
          applying: settings
        )
        try command.run(in: context)
        // To take a large description apart takes a while, and the process is over.
        withExtendedLifetime(context) { RootCommand.exit() }
      case .parsers(var command):
        try command.run()
      }
      RootCommand.exit()
    } catch let failure as Failure {
      console.complain(failure)
      RootCommand.exit(withError: failure.exitCode)
    } catch {
      RootCommand.exit(withError: error)
    }
  }
}

extension Infra {
  /// The command that arguments ask for.
  ///
  /// A command is asked directly for what it takes: on the way through the root, the parser builds
  /// every command first, which takes as long as a small environment. Where that is not all, as for
  /// help and mistakes, the root is asked, which knows the rest.
  static func command(for arguments: [String]) throws -> Asked {
    let rest = Array(arguments.dropFirst())
    if arguments.first == GenerateRun.command, let run = GenerateRun(plain: rest) {
      return .ours(run)
    }
    let named = RootCommand.configuration.subcommands.first {
      $0.configuration.commandName == arguments.first
    }
    if let named, named.configuration.subcommands.isEmpty,
      let command = try? named.parseAsRoot(rest)
    {
      return Asked(command)
    }
    return Asked(try RootCommand.parseAsRoot(arguments))
  }

  /// What arguments ask for: something of ours, or of the parser, such as help.
  enum Asked {
    case ours(any ContextRun)
    case parsers(any ParsableCommand)

    init(_ command: any ParsableCommand) {
      if let command = command as? any InfraCommand {
        self = .ours(command)
      } else {
        self = .parsers(command)
      }
    }
  }
}

/// The command without a subcommand: it shows the help.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infra",
    abstract: "Describe an application once; generate every platform's manifests.",
    discussion: """
      The description is Swift, in environments/. Manifests are plain files that you review, commit \
      and deploy.

      EXAMPLES
        swift run infra generate prod     write what production needs
        swift run infra check             fail when a generated file is stale
        swift run infra validate --strict fail on warnings too
        swift run infra list              show what is hosted where
        swift run infra rules CODE        explain a finding
        swift run infra dev               run everything on this machine
        swift run infra secrets init dev  make the values that this machine keeps
        swift run infra secrets check     look for secrets in files that git has
        swift run infra release migrations
                                          try migrations beside the last release
        swift run infra compare staging prod
                                          show what differs
        swift run infra explain prod backend
                                          show where variables come from
        swift run infra graph prod        draw who reads from whom
        swift run infra rollback prod     go back to the release before
      """,
    subcommands: [
      Generate.self, Check.self, Validate.self, List.self, Rules.self, Facts.self, Dev.self,
      Secrets.self, Release.self, Rollback.self, Compare.self, Explain.self, Graph.self,
    ]
  )
}

/// What gets all that it depends on handed in.
protocol ContextRun {
  /// Runs it.
  mutating func run(in context: Context) throws
}

/// A command of `infra`.
protocol InfraCommand: ParsableCommand, ContextRun {}

/// What a command works on.
struct Context {
  /// The environments, in the author's order.
  let environments: [Environment]

  /// Where it reports.
  let console: Console

  /// Whom it asks.
  var questions = Questions.standard()

  /// The directory that the command was started in.
  var directory = "."

  /// The day of the run, which only ages of facts depend on.
  var today = Day.today

  /// The moment, in seconds since 1970, which only rotations of secrets depend on.
  var now: @Sendable () -> Int = { Day.secondsNow }

  /// What opens the platforms' interfaces.
  var vendors = VendorAccess(variables: { Shell.variable($0) })

  /// How fast `--apply` goes, and who hears of its journal.
  var applying = VendorSettings()

  /// What lives as long as the command does.
  let attic = Attic()

  /// Keeps what is large and of no more use: to take it apart takes a while, and the process is over.
  final class Attic {
    private var kept: [Any] = []

    /// Keeps a value.
    func keep(_ value: Any) { kept.append(value) }
  }
}

/// A command that ended without success, with what a person should read.
struct Failure: Error {
  /// One reason.
  struct Fault {
    /// The line of the description that it is about, where there is one.
    var place: String?
    /// What went wrong.
    let message: String
    /// One way to mend it.
    let help: String?
  }

  /// What went wrong; nothing when the command has already said it.
  let faults: [Fault]

  /// The exit code.
  let exitCode: ExitCode

  /// Errors in a description or a stale file, already reported.
  static let reported = Failure(faults: [], exitCode: ExitCode(1))

  /// Warnings where none are allowed, already reported.
  static let warned = Failure(faults: [], exitCode: ExitCode(2))

  /// An argument that names nothing.
  static func usage(_ message: String, help: String? = nil) -> Failure {
    Failure(faults: [Fault(message: message, help: help)], exitCode: ExitCode(64))
  }

  /// A file or a program that cannot be used.
  static func io(_ message: String, help: String? = nil) -> Failure {
    Failure(faults: [Fault(message: message, help: help)], exitCode: ExitCode(1))
  }
}
