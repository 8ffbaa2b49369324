import CLibpq
import Configuration
import InfraContract
import Synchronization

/// The variables of one process, read once and checked against its contract.
struct Variables: Sendable {
  private let texts: [String: String]

  /// The names that were asked for, set or not, in the order of asking.
  let asked: [String]

  /// The names that were set.
  let given: [String]

  /// Reads every variable of a contract and nothing else, and reports all faults together.
  init<Process: ProcessContract>(
    of process: Process.Type,
    in environment: [String: String]
  ) throws(ConfigurationFaults) {
    let recorder = AskedNames()
    let reader = ConfigReader(
      provider: EnvironmentVariablesProvider(
        environmentVariables: environment,
        secretsSpecifier: .all
      ),
      accessReporter: recorder
    )
    var found: [String: String] = [:]
    for field in Process.fields {
      let key = ConfigKey(field.name.lowercased().split(separator: "_").map(String.init))
      if let text = reader.string(forKey: key, isSecret: true) { found[field.name] = text }
    }
    var faults = Process.faults(in: { found[$0] }).map(\.description)
    faults += Self.furtherFaults(in: found)
    guard faults.isEmpty else {
      throw ConfigurationFaults(process: Process.process, faults: faults)
    }
    given = Process.fields.map(\.name).filter { found[$0] != nil }
    for field in Process.fields where found[field.name]?.isEmpty ?? true {
      // An optional variable that is empty counts as absent.
      if case .defaulted(let standard) = field.presence { found[field.name] = standard }
      if case .optional = field.presence { found[field.name] = nil }
      if case .platform = field.presence { found[field.name] = nil }
    }
    texts = found
    asked = recorder.names
  }

  /// The text of a variable, or its default.
  subscript(_ name: String) -> String? { texts[name] }

  /// What a contract's types cannot see: values that only make sense together, or to libpq.
  private static func furtherFaults(in found: [String: String]) -> [String] {
    var faults: [String] = []
    if let url = found["DATABASE_URL"], PostgresURL.accepts(url), let reason = complaint(about: url)
    {
      faults.append("DATABASE_URL is malformed: \(reason).")
    }
    if let access = found["JWT_ACCESS_SECRET"], access == found["JWT_REFRESH_SECRET"] {
      faults.append(
        "JWT_REFRESH_SECRET equals JWT_ACCESS_SECRET: each kind of token needs a key of its own."
      )
    }
    return faults
  }

  /// Why libpq does not understand a URL, without any part of it; nil when it does.
  private static func complaint(about url: String) -> String? {
    var message: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(url, &message) else {
      PQfreemem(message)
      return "it is no URL that libpq understands"
    }
    PQconninfoFree(options)
    return nil
  }
}

/// Why a process cannot start with the variables that it was given; never their values.
struct ConfigurationFaults: Error, CustomStringConvertible {
  /// The process as it is started.
  let process: String

  /// The faults, one line each.
  let faults: [String]

  /// The faults under a heading, as they are printed.
  var description: String {
    let count = faults.count == 1 ? "a variable is" : "\(faults.count) variables are"
    return (["\(process) cannot start: \(count) missing or malformed"] + faults.map { "  " + $0 })
      .joined(separator: "\n")
  }
}

/// The names of the variables that were asked for.
private final class AskedNames: AccessReporter {
  private let state = Mutex<[String]>([])

  var names: [String] { state.withLock { $0 } }

  func report(_ event: AccessEvent) {
    let name = event.metadata.key.components.joined(separator: "_").uppercased()
    state.withLock { $0.append(name) }
  }
}
