import InfraContract
import InfraKit
import InfraSerialization

extension ComposeFile.Service {
  /// The ports in the long form.
  fileprivate var longPorts: [ComposeFile.Port] { (ports ?? []).compactMap(\.right) }
}

extension ComposeFile.Port {
  /// The port on the host as text; nil for a free one.
  fileprivate var host: ComposeText? {
    switch published {
    case .value(let number): "\(number)"
    case .text(let text): text
    case nil: nil
    }
  }

  /// The port on the host unless `.env` moves it; nil where that is not known here, or a range.
  fileprivate var number: Int? {
    guard let host else { return nil }
    if let literal = host.literal { return Int(literal) }
    guard let parts = host.parts, parts.count == 1, case .variable(let variable) = parts[0],
      case .text(let text) = variable.fallback
    else { return nil }
    return text.literal.flatMap { Int($0) }
  }
}

extension ComposeRules {
  /// Ports without an address are open to the network, past the host's firewall.
  enum LoopbackPorts: ComposeRule {
    static let rule = Rule.compose(
      "loopback-ports",
      .warning,
      "Published ports are reachable from this machine only.",
      ComposePages.services
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        for port in service.ports ?? [] {
          let address: String?
          let shown: String
          switch port {
          case .right(let port):
            address = port.hostIP?.written
            shown = port.host?.written ?? "a free port"
          case .left(.text(let text)):
            address = text.written.hasPrefix("127.0.0.1:") ? "127.0.0.1" : nil
            shown = text.written
          case .left(.value(let number)):
            address = nil
            shown = Wording.number(number)
          }
          if ["127.0.0.1", "::1"].contains(address) { continue }
          project.report(
            rule,
            name,
            "publishes '\(shown)' on \(address.map { "'\($0)'" } ?? "every address"), where others "
              + "on the network can reach it",
            help: "write .init(target: …, published: …, hostIP: \"127.0.0.1\")",
            &findings
          )
        }
      }
    }
  }

  /// One port of the host leads to one service.
  enum UniquePorts: ComposeRule {
    static let rule = Rule.compose(
      "unique-ports",
      .error,
      "A port of the host is a number from 1 to 65535 and leads to one service.",
      ComposePages.services
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      var owners: [String: String] = [:]
      for (name, service) in project.file.services.entries {
        for port in service.longPorts {
          guard let number = port.number else { continue }
          guard (1...65535).contains(number) else {
            project.report(
              rule,
              name,
              "publishes port \(number), which is no port",
              help: "choose one from 1024 to 65535",
              &findings
            )
            continue
          }
          let key = "\(number)/\(port.protocol?.written ?? "tcp")"
          if let other = owners[key] {
            project.report(
              rule,
              name,
              "publishes port \(number), as '\(other)' does",
              help: "choose another port for one of them",
              &findings
            )
          } else {
            owners[key] = name
          }
        }
      }
    }
  }

  /// Several containers cannot have one name or one port of the host.
  enum SeveralInstances: ComposeRule {
    static let rule = Rule.compose(
      "several-instances",
      .error,
      "A service with several instances has no fixed name and no fixed port of the host.",
      ComposePages.consistency
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        let counts = [service.deploy?.replicas, service.scale].compactMap { count -> Int? in
          if case .value(let number)? = count { number } else { nil }
        }
        if counts.count == 2, counts[0] != counts[1] {
          project.report(
            rule,
            name,
            "has \(counts[0]) as deploy.replicas and \(counts[1]) as scale",
            help: "set one of them",
            &findings
          )
        }
        guard let count = counts.max(), count > 1 else { continue }
        var obstacles: [String] = []
        if let fixed = service.containerName { obstacles.append("container '\(fixed.written)'") }
        for port in service.longPorts where port.number != nil {
          obstacles.append("port \(port.host?.written ?? "")")
        }
        for obstacle in obstacles {
          project.report(
            rule,
            name,
            "has \(count) instances, and only one can have \(obstacle)",
            help: "remove it, or run one instance",
            &findings
          )
        }
      }
    }
  }

  /// A network that is not the project's own leaves no room for others.
  enum NetworkModes: ComposeRule {
    static let rule = Rule.compose(
      "network-modes",
      .error,
      "A service with network_mode has no networks, and on the host's network no ports.",
      ComposePages.consistency
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        guard let mode = service.networkMode?.written else { continue }
        var excluded: [String] = []
        if service.networks != nil { excluded.append("networks") }
        if mode == "host", service.ports?.isEmpty == false { excluded.append("ports") }
        for field in excluded {
          project.report(
            rule,
            name,
            "has network_mode '\(mode)' and also \(field)",
            help: "set \(field) to nil",
            &findings
          )
        }
      }
    }
  }
}
