import InfraKit
import InfraReading
import InfraSerialization
import TestSupport

/// A process as a generated manifest starts it.
struct DeployedProcess: Sendable {
  /// The command, as a shell would split it.
  let command: [String]

  /// The variables, with references resolved to what is on this machine.
  let variables: [String: String]

  /// Every process of ours in a generated file; none in a file that starts no processes.
  static func read(_ file: GeneratedFile, _ local: LocalValues) async throws -> [DeployedProcess] {
    let name = file.path.split(separator: "/").last
    switch name {
    case "render.yaml":
      return try render(Reader.decode(AnyValue.self, yaml: file.contents).value, local)
    case "railway.ts":
      let json = try await Node.defaultExport(of: file.contents)
      return try railway(Reader.decode(AnyValue.self, json: json).value, local)
    case "docker-compose.yml":
      return try compose(Reader.decode(AnyValue.self, yaml: file.contents).value, local)
    default: return []
    }
  }

  /// A Blueprint: the release command runs with the variables of its service.
  private static func render(_ root: AnyValue, _ local: LocalValues) throws -> [DeployedProcess] {
    try (root["services"]?.items ?? []).flatMap { service in
      var variables: [String: String] = [:]
      for entry in service["envVars"]?.items ?? [] {
        guard let name = entry["key"]?.text else { throw Unknown(entry) }
        if let value = entry["value"]?.text {
          variables[name] = value
        } else if entry["fromDatabase"]?["property"] == "connectionString" {
          variables[name] = local.databaseURL
        } else if entry["generateValue"] == true {
          variables[name] = local.secret(name)
        } else if entry["sync"] == false {
          variables[name] = try local.asked(name)
        } else {
          throw Unknown(entry)
        }
      }
      return processes([service["preDeployCommand"], service["dockerCommand"]], variables, local)
    }
  }

  /// Railway's graph: the release command runs with the variables of its service.
  private static func railway(_ root: AnyValue, _ local: LocalValues) throws -> [DeployedProcess] {
    try (root["resources"]?.items ?? []).flatMap { resource in
      guard let deploy = resource["deploy"], deploy["startCommand"] != nil else {
        return [DeployedProcess]()
      }
      var variables: [String: String] = [:]
      for (name, variable) in resource["variables"]?.entries ?? [] {
        switch variable["type"]?.text {
        case "literal": variables[name] = variable["value"]?.text.map(local.railway)
        case "preserve": variables[name] = local.secret(name)
        case "reference" where variable["resource"] == "database.database":
          variables[name] = local.databaseURL
        default: throw Unknown(variable)
        }
      }
      return processes([deploy["preDeployCommand"], deploy["startCommand"]], variables, local)
    }
  }

  /// A Compose file: the release command is a service of its own.
  private static func compose(_ root: AnyValue, _ local: LocalValues) throws -> [DeployedProcess] {
    (root["services"]?.entries ?? []).flatMap { _, service in
      var variables: [String: String] = [:]
      for (name, value) in service["environment"]?.entries ?? [] {
        variables[name] = value.text.map(local.interpolated)
      }
      return processes([service["command"]], variables, local)
    }
  }

  private static func processes(
    _ commands: [AnyValue?],
    _ variables: [String: String],
    _ local: LocalValues
  ) -> [DeployedProcess] {
    var variables = variables
    // A port is a property of this machine too: the one of the manifest may be taken.
    if variables["PORT"] != nil { variables["PORT"] = "\(local.port)" }
    return commands.compactMap { $0 }.map { command in
      let words = command.items.isEmpty ? [command] : command.items
      return DeployedProcess(
        command: words.compactMap(\.text).flatMap { $0.split(separator: " ").map(String.init) },
        variables: variables
      )
    }
    .filter { $0.command.first == "backend" }
  }

  /// Part of a manifest that this reading does not understand, and so must not pass over.
  private struct Unknown: Error, CustomStringConvertible {
    let description: String

    init(_ value: AnyValue) { description = "not understood: \(value)" }
  }
}

extension AnyValue {
  fileprivate subscript(_ key: String) -> AnyValue? { entries.first { $0.key == key }?.value }

  fileprivate var entries: [(key: String, value: AnyValue)] {
    guard case .map(let map) = self else { return [] }
    return map.entries
  }

  fileprivate var items: [AnyValue] {
    if case .list(let items) = self { items } else { [] }
  }

  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
