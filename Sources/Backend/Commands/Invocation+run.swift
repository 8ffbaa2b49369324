import BackendContract
import InfraContract

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Invocation {
  /// Does what was asked and says how it went.
  func run(_ environment: [String: String]) async -> ExitCode {
    do {
      switch self {
      case .help:
        print(Invocation.usage)
        return .done
      case .serve(let checkOnly, let isLocal):
        let variables = try Variables(of: ServeVariables.self, in: environment)
        if checkOnly { return variables.show() }
        return try await ServeCommand.run(variables, isLocal: isLocal)
      case .worker(let checkOnly):
        let variables = try Variables(of: WorkerVariables.self, in: environment)
        return checkOnly ? variables.show() : try await WorkerCommand.run(variables)
      case .migrate(let task):
        // As the first process of a container it would ignore the signal otherwise.
        signal(SIGTERM) { _ in _exit(143) }
        return try await MigrateCommand.run(task, environment)
      }
    } catch let faults as ConfigurationFaults {
      printError("\(faults)")
      return .configuration
    } catch {
      printError("backend: \(error)")
      return .software
    }
  }
}

extension Variables {
  /// Lists the variables without their values.
  fileprivate func show() -> ExitCode {
    for name in asked { print("\(given.contains(name) ? "given" : "unset") \(name)") }
    return .done
  }
}
