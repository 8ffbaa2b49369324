import InfraContract
import InfraKit
import InfraSerialization

/// A variable that a person sets, because its value is known to no file.
struct RailwayAsked {
  /// The service that reads it.
  let service: String
  /// The variable.
  let variable: String
  /// What is asked for, with the text around it, if any.
  let words: String
  /// The first reference that is asked for.
  let reference: Reference

  /// The resource that knows the value.
  var provider: ResourceID? { reference.owner }

  /// Whether a connection pooler's address is asked for.
  var isPooled: Bool { reference.property == .pooledURL }

  /// Whether the value is not to be shown.
  var isCredential: Bool {
    switch reference.property {
    case .url, .pooledURL, .password: true
    default: false
    }
  }
}

extension RailwayMapping {
  /// Every variable of a service: one that is not listed is planned for deletion.
  mutating func variables(
    of resource: some Configured,
    port: Int?,
    more: [Variables.Entry] = []
  ) -> OrderedMap<RailwayGraph.Variable> {
    var variables: OrderedMap<RailwayGraph.Variable> = [:]
    if let port { variables["PORT"] = .literal(String(port)) }
    let entries = part.variables(of: resource)
    for entry in entries {
      let value = variable(entry, of: resource, among: entries, &variables)
      // Where the port is given, nothing else sets PORT: the model's rules see to that.
      if variables[entry.name] == nil { variables[entry.name] = value }
    }
    for entry in more {
      let value = variable(entry, of: resource, among: entries, &variables)
      guard let own = variables[entry.name] else {
        variables[entry.name] = value
        continue
      }
      if own == value { continue }
      findings.report(
        RailwayRules.buildVariables,
        "\(resource.id.title) sets '\(entry.name)' to one value as a variable and to another for "
          + "its build, and Railway has one of each name",
        help: "give them the same value, or one of them another name",
        at: entry.site ?? resource.site,
        about: resource.id
      )
    }
    return variables
  }

  private mutating func variable(
    _ entry: Variables.Entry,
    of resource: some Configured,
    among entries: [Variables.Entry],
    _ variables: inout OrderedMap<RailwayGraph.Variable>
  ) -> RailwayGraph.Variable {
    let site = entry.site ?? resource.site
    if entry.value.parts.count == 1 {
      switch entry.value.parts[0] {
      case .secret(let secret):
        secrets.add(secret, resource.id.name, entry.name, site)
        return .preserve
      case .reference(let reference):
        return whole(reference, entry.name, of: resource, at: site)
      case .literal: break
      }
    }
    var text = ""
    var question: Reference?
    var answers: [String] = []
    for part in entry.value.parts {
      switch part {
      case .literal(let literal):
        if literal.utf8.count > 2, RailwayText.hasReference(literal) {
          findings.report(
            RailwayRules.plainLiterals,
            "\(resource.id.title) sets '\(entry.name)' to a text with '${{', which Railway reads "
              + "as a reference",
            help: "take another text, or refer to a resource by its value, such as "
              + "\\(database.url)",
            at: site,
            about: resource.id
          )
        }
        text += literal
      case .secret(let secret):
        let name = keeper(of: secret, for: entry.name, of: resource, among: entries, at: site)
        let isListed = entries.contains { $0.name == name }
        if !isListed, variables[name] == nil { variables[name] = .preserve }
        text += "${{\(name)}}"
      case .reference(let reference):
        switch resolved(reference, entry.name, of: resource, at: site) {
        case .text(let part): text += part
        case .asked(let words):
          question = question ?? reference
          let blank = "VALUE" + (answers.isEmpty ? "" : "\(answers.count + 1)")
          answers.append("`\(blank)` is \(words) of \(reference.title)")
          text += blank
        case .nothing: return .preserve
        }
      }
    }
    if let question {
      asked.append(
        RailwayAsked(
          service: resource.id.name,
          variable: entry.name,
          words: "`\(text)`, where \(answers.joined(separator: " and "))",
          reference: question
        )
      )
      return .preserve
    }
    return .literal(text)
  }

  /// The variable that keeps a secret which stands inside other text.
  private mutating func keeper(
    of secret: Secret,
    for variable: String,
    of resource: some Configured,
    among entries: [Variables.Entry],
    at site: CallSite
  ) -> String {
    if let whole = entries.first(where: { $0.value.parts == [.secret(secret)] }) {
      return whole.name
    }
    if entries.contains(where: { $0.name == secret.name }) {
      findings.report(
        RailwayRules.secretsOfTheirOwn,
        "\(resource.id.title) has secret '\(secret.name)' inside '\(variable)', and its variable "
          + "'\(secret.name)' holds something else",
        help: "set a variable to the secret alone, such as \"\(secret.name)_VALUE\": …value, or "
          + "rename the variable",
        at: site,
        about: resource.id
      )
    }
    secrets.add(secret, resource.id.name, secret.name, site)
    return secret.name
  }
}

extension Reference {
  /// The resource as sentences name it.
  var title: String { "\(kind.title) '\(name)'" }

  /// The resource that it points at; nil for a read replica, which is part of another.
  var owner: ResourceID? {
    switch kind {
    case .service: ResourceID(.service, name)
    case .site: ResourceID(.site, name)
    case .postgres: ResourceID(.postgres, name)
    case .keyValue: ResourceID(.keyValue, name)
    case .replica: nil
    }
  }
}
