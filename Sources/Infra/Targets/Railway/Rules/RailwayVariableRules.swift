import InfraContract
import InfraKit
import InfraSerialization

extension RailwayRules {
  /// Text is text.
  static let plainLiterals = rule(
    "plain-literals",
    .error,
    "A text holds no '${{', which Railway reads as a reference.",
    page: "variables/reference"
  )

  /// A reference leads to something that Railway has.
  static let availableReferences = rule(
    "available-references",
    .error,
    "A reference asks for what Railway can tell of the resource.",
    page: "variables/reference"
  )

  /// A secret inside text has a variable of its own.
  static let secretsOfTheirOwn = rule(
    "secrets-of-their-own",
    .error,
    "A secret inside a text has a variable of its own name, which keeps its value.",
    page: "variables"
  )

  /// One value for each name.
  static let buildVariables = rule(
    "build-variables",
    .error,
    "A build and the process that it makes read one value under each name.",
    page: "builds/dockerfiles"
  )

  /// References of edits lead somewhere.
  static let knownReferences = rule(
    "known-references",
    .error,
    "A variable refers to a resource of the same file, in the same spelling.",
    page: "variables/reference"
  )

  /// No value that is a secret.
  static let noSecretValues = rule(
    "no-secret-values",
    .error,
    "A file holds no sealed value and no registry password.",
    page: "variables"
  )
}

/// Rules about variables.
enum RailwayVariableRules: RailwayTopic {
  static let rules = [
    RailwayRules.plainLiterals, RailwayRules.availableReferences, RailwayRules.secretsOfTheirOwn,
    RailwayRules.buildVariables, RailwayRules.knownReferences, RailwayRules.noSecretValues,
  ]

  // The first four are found while variables are mapped, where their lines are known.
  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    let resources = project.graph.resources
    let addresses = Set(resources.map(\.address))
    var names: Set<String> = ["shared"]
    for case .service(let service) in resources { names.insert(service.name) }
    for case .database(let database) in resources { names.insert(database.name) }

    for service in project.services {
      let (id, site) = project.origin(service.address)
      for (name, variable) in service.variables.entries {
        if let unknown = unknown(variable, addresses, names) {
          findings.report(
            RailwayRules.knownReferences,
            "service '\(service.name)' sets '\(name)' to a value of '\(unknown)', which this "
              + "project does not have",
            help: "spell it as the resource's own name; case counts",
            at: site,
            about: id
          )
        }
        if variable.config?.isSealed == true || variable.config?.encryptedValue != nil {
          findings.report(
            RailwayRules.noSecretValues,
            "service '\(service.name)' holds the sealed value of '\(name)'",
            help: "set it to .preserve, and the value as SETUP.md says",
            at: site,
            about: id
          )
        }
      }
      if service.deploy?.registryCredentials != nil {
        findings.report(
          RailwayRules.noSecretValues,
          "service '\(service.name)' holds the password of a registry",
          help: "give it to Railway in the service's settings, as SETUP.md says",
          at: site,
          about: id
        )
      }
    }
  }

  /// The resource that a value refers to and the project does not have.
  private static func unknown(
    _ variable: RailwayGraph.Variable,
    _ addresses: Set<String>,
    _ names: Set<String>
  ) -> String? {
    switch variable {
    case .reference(let resource, _):
      return addresses.contains(resource) ? nil : resource
    case .literal(let config), .raw(let config):
      guard let text = config.value, RailwayText.hasReference(text) else { return nil }
      return RailwayText.namespaces(in: text).first { !names.contains($0) }
    case .sharedReference, .preserve:
      return nil
    }
  }
}

extension RailwayGraph.Variable {
  fileprivate var config: RailwayGraph.VariableConfig? {
    switch self {
    case .literal(let config), .raw(let config): config
    case .reference, .sharedReference, .preserve: nil
    }
  }
}

extension RailwayText {
  /// The names before the dot of every reference in a text; those to a service's own variables,
  /// which have no dot, are left out.
  static func namespaces(in text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let opening = rest.range(of: "${{") {
      rest = rest[opening.upperBound...]
      guard let closing = rest.range(of: "}}") else { return names }
      let inside = rest[..<closing.lowerBound]
      rest = rest[closing.upperBound...]
      guard let dot = inside.lastIndex(of: "."), !inside.contains("(") else { continue }
      let name = inside[..<dot].drop { $0 == " " }
      names.append(String(name))
    }
    return names
  }
}

extension Substring {
  /// Where another text first stands in this one.
  fileprivate func range(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) {
        return start..<index(start, offsetBy: other.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
