import InfraContract

/// A health check asks for a path or runs a command, in times that can pass.
enum LegalHealthChecks: EnvironmentRule {
  static let rule = Rule(
    "model/legal-health-checks",
    .error,
    "A health check has a path that starts with '/', a positive interval and timeout, "
      + "no negative grace, and at least one try."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let services = environment.application.services
    for index in services.indices {
      guard let health = services[index].health else { continue }
      let faults = faults(of: health)
      if faults.isEmpty { continue }
      for (fault, help) in faults {
        findings.report(
          rule,
          "the health check of \(services[index].id.title) \(fault)",
          help: help,
          at: services[index].site,
          about: services[index].id
        )
      }
    }
  }

  private static func faults(of health: HealthCheck) -> [(String, String)] {
    var faults: [(String, String)] = []
    switch health.probe {
    case .http(let path):
      if !path.hasPrefix("/") {
        faults.append(
          ("asks for \(Wording.quote(path)), which does not start with '/'", "write '/\(path)'")
        )
      } else if !path.utf8.allSatisfy(isPath),
        let character = path.first(where: { !$0.utf8.allSatisfy(isPath) })
      {
        faults.append(
          (
            "asks for \(Wording.quote(path)), which has '\(character)' in it",
            "write it percent-encoded"
          )
        )
      }
    // An empty command is a fault like that of any other command.
    case .command: break
    }
    if health.interval <= .zero {
      faults.append(("comes every \(health.interval)", "take an interval such as .seconds(10)"))
    }
    if health.timeout <= .zero {
      faults.append(("may take \(health.timeout)", "take a timeout such as .seconds(5)"))
    }
    if health.grace < .zero {
      faults.append(("has a grace of \(health.grace)", "take .zero for none"))
    }
    if health.retries < 1 {
      faults.append(("fails after \(health.retries) tries", "take at least 1"))
    }
    return faults
  }

  /// Whether a byte can stand in the path and query of a request (RFC 3986, 3.3 and 3.4).
  private static func isPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"):
      true
    default: marks.contains(byte)
    }
  }

  private static let marks = Array("-._~%!$&'()*+,;=:@?".utf8)
}
