package import InfraKit
package import InfraSecrets

/// The values and ports of one run: `.env`, under what the shell says.
///
/// As in Compose, a variable of the shell beats the same one of the file.
package struct LocalValues: Sendable {
  private let stored: [String: String]

  /// The port of each resource that listens.
  package private(set) var ports: [ResourceID: Int]

  /// The ports that were asked for by name, and so are not moved in silence.
  package let chosen: Set<ResourceID>

  /// The name that keeps apart the projects of this machine.
  package let project: String

  /// Looks up all that a plan needs.
  package init(
    _ plan: DevPlan,
    file: EnvFile,
    shell: (String) -> String?,
    making command: String,
    path: String
  ) throws(DevProblem) {
    func value(_ name: String) -> String? { shell(name) ?? file[name] }
    var stored: [String: String] = [:]
    var missing: [String] = []
    for name in plan.storedNames {
      if let value = value(name), !value.isEmpty {
        stored[name] = value
      } else {
        missing.append(name)
      }
    }
    if !missing.isEmpty {
      throw DevProblem(
        "\(path) has no value for \(missing.joined(separator: ", "))",
        help: "make what is missing, and keep the rest: \(command)"
      )
    }
    for database in plan.databases {
      let name = LocalNames.password(of: database)
      if let password = stored[name], LocalURL.escaped(password) != password {
        throw DevProblem(
          "\(name) has a character that a URL needs escapes for, and programs get it inside of one",
          help: "use letters, digits, '-', '_', '.' and '~', and start with new data: "
            + "swift run infra dev reset \(plan.environment)"
        )
      }
    }
    var ports: [ResourceID: Int] = [:]
    var chosen: Set<ResourceID> = []
    for port in plan.ports {
      guard let text = value(port.variable), !text.isEmpty else {
        ports[port.id] = port.number
        continue
      }
      guard let number = Int(text), (1...65_535).contains(number) else {
        throw DevProblem(
          "\(port.variable) is '\(text)', which is no port",
          help: "write a number from 1 to 65535 into \(path), such as "
            + "\(port.variable)=\(port.number)"
        )
      }
      ports[port.id] = number
      chosen.insert(port.id)
    }
    for (index, port) in plan.ports.enumerated() {
      let other = plan.ports[..<index].first { ports[$0.id] == ports[port.id] }
      if let other, let number = ports[port.id] {
        throw DevProblem(
          "\(other.id.title) and \(port.id.title) are both to listen on port \(number)",
          help: "put another number for \(other.variable) or \(port.variable) into \(path)"
        )
      }
    }
    self.stored = stored
    self.ports = ports
    self.chosen = chosen
    project = value(EnvironmentFile.projectVariable) ?? Self.standardProject
  }

  /// The project's name where nobody chose one.
  package static let standardProject = "infra"

  /// Puts a resource on another port.
  package mutating func move(_ id: ResourceID, to port: Int) { ports[id] = port }

  /// A value of `.env`.
  package func stored(_ name: String) -> String { stored[name] ?? "" }

  /// A variable as a program gets it.
  package func text(of parts: [DevText]) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .stored(let name): text += stored(name)
      case .port(let id): text += ports[id].map(String.init) ?? ""
      }
    }
    return text
  }

  /// The values that must not be shown, with the names to show in their place.
  package var secrets: [(name: String, value: String)] {
    // Short texts occur by chance, and hiding them would garble every line.
    stored.filter { $0.value.utf8.count >= 6 }
      .map { ($0.key, $0.value) }
      .sorted { ($0.1.utf8.count, $0.0) > ($1.1.utf8.count, $1.0) }
  }
}
