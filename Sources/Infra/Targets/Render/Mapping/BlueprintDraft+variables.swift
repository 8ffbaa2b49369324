import InfraContract
import InfraKit

extension BlueprintDraft {
  /// The variables of a resource, and behind them the groups that it reads.
  ///
  /// - Parameters:
  ///   - resource: The resource.
  ///   - type: What the resource is at Render.
  ///   - port: The port that it is told to listen on.
  ///   - extra: Texts that the platform needs besides, unless the author set them.
  /// - Returns: The entries of `envVars`.
  mutating func variables(
    of resource: some Configured,
    _ type: Blueprint.ServiceType,
    port: Port? = nil,
    extra: Variables = [:]
  ) -> [Blueprint.Variable] {
    let read = resource.shared.filter { !(groups[$0.name]?.held.isEmpty ?? true) }
    let entries = part.variables(of: resource)
    var variables: [Blueprint.Variable] = []
    variables.reserveCapacity(entries.count)
    func isOnlyInGroup(_ entry: Variables.Entry) -> Bool {
      if read.isEmpty { return false }
      // Between two groups Render's order is not settled, so a name that both hold is written.
      guard resource.variables.entry(entry.name) == nil else { return false }
      let holders = read.filter { groups[$0.name]?.held.contains(entry.name) == true }
      return holders.count == 1 && holders[0].variables.entry(entry.name)?.value == entry.value
    }
    for entry in entries where !isOnlyInGroup(entry) {
      if let variable = variable(entry, of: resource, type) { variables.append(variable) }
    }
    func isSet(_ name: String) -> Bool { entries.contains { $0.name == name } }
    for entry in extra.entries where !isSet(entry.name) {
      if let variable = variable(entry, of: resource, type) { variables.append(variable) }
    }
    if let port, port.number != RenderFacts.standardPort.value, !isSet("PORT"),
      extra.entry("PORT") == nil
    {
      variables.append(.value("PORT", .text(String(port.number))))
    }
    for set in read { variables.append(.fromGroup(name(set.name))) }
    return variables
  }

  private mutating func variable(
    _ entry: Variables.Entry,
    of resource: some Configured,
    _ type: Blueprint.ServiceType
  ) -> Blueprint.Variable? {
    let key = entry.name
    guard entry.value.parts.count == 1 else {
      if let text = text(of: entry.value) { return .value(key, .text(text)) }
      return composed(entry, of: resource)
    }
    switch entry.value.parts[0] {
    case .literal(let text):
      return .value(key, .text(text))
    case .secret(let secret):
      return self.secret(secret, entry, of: resource, type)
    case .reference(let reference):
      // Without a provider, validation has complained.
      guard let provider = part.provider(reference) else { return nil }
      return self.reference(RenderReference(reference, provider), entry, of: resource)
    }
  }

  private mutating func reference(
    _ reference: RenderReference,
    _ entry: Variables.Entry,
    of resource: some Configured
  ) -> Blueprint.Variable? {
    let key = entry.name
    switch reference {
    case .text(let text):
      return .value(key, .text(text))
    case .database(let database, let property):
      return .fromDatabase(key, name(database), property)
    case .property(let type, let id, let property):
      return .fromService(key, type, name(id.name), property)
    case .variable(let type, let id, let variable):
      return .fromService(key, type, name(id.name), variable: variable)
    case .asked(let what):
      return asked(what, what, entry, of: resource)
    case .unsupported(let reason):
      report(
        RenderRules.referencesSupported,
        "\(resource.id.title) reads '\(key)', but \(reason)",
        help: "give it a value of another kind, or let another target host \(resource.id.title)",
        about: resource,
        at: entry.site
      )
      return nil
    }
  }

  /// A value of several parts that Render cannot join.
  private mutating func composed(
    _ entry: Variables.Entry,
    of resource: some Configured
  ) -> Blueprint.Variable? {
    for case .reference(let reference) in entry.value.parts {
      guard let provider = part.provider(reference) else { return nil }
      if case .unsupported = RenderReference(reference, provider) {
        return self.reference(RenderReference(reference, provider), entry, of: resource)
      }
    }
    let pattern = pattern(of: entry.value)
    return asked(pattern, "`\(pattern)`", entry, of: resource)
  }

  /// A value that a person puts together, in words for a finding and for the setup sheet.
  private mutating func asked(
    _ what: String,
    _ markdown: String,
    _ entry: Variables.Entry,
    of resource: some Configured
  ) -> Blueprint.Variable {
    let service = name(resource.id.name)
    let kind: Chore.Kind =
      isKnownEarly(entry.value)
      ? .secret(markdown + origins(of: entry.value)) : .late(markdown + origins(of: entry.value))
    chores.append(Chore(service: service, variable: entry.name, kind: kind))
    for secret in entry.value.secrets {
      let place = "Render service '\(service)'"
      stores.append(SecretStore(secret, in: place, site: entry.site ?? resource.site))
    }
    report(
      RenderRules.valuesByHand,
      "'\(entry.name)' of \(resource.id.title) is set by hand, as the setup sheet tells: \(what)",
      about: resource,
      at: entry.site
    )
    return .secret(entry.name)
  }

  /// The value as a person would put it together: `postgres://[user of database]@…`.
  private func pattern(of value: Value) -> String {
    let pieces = value.parts.map { piece in
      switch piece {
      case .literal(let text): text
      case .secret(let secret): "[secret \(secret.name)]"
      case .reference(let reference):
        text(of: Value([piece])) ?? "[\(reference.property.rawValue) of \(reference.name)]"
      }
    }
    return pieces.joined()
  }

  /// Whether a person can put a value together before anything runs.
  private func isKnownEarly(_ value: Value) -> Bool {
    value.parts.allSatisfy { piece in
      if case .reference = piece { text(of: Value([piece])) != nil } else { true }
    }
  }

  /// Where the secrets inside a text come from, to follow the text.
  private func origins(of value: Value) -> String {
    var isURL = false
    for case .literal(let text) in value.parts where text.contains("://") { isURL = true }
    let words = value.secrets.map { secret in
      switch secret.origin {
      case .provided(let source): "`\(secret.name)` from \(source)"
      case .generated(let bytes): "`\(secret.name)` of \(bytes) random bytes"
      }
    }
    if words.isEmpty { return "" }
    return ", with " + words.joined(separator: ", ")
      + (isURL ? "; in a URL, percent-encode it" : "")
  }

  private mutating func secret(
    _ secret: Secret,
    _ entry: Variables.Entry,
    of resource: some Configured,
    _ type: Blueprint.ServiceType
  ) -> Blueprint.Variable {
    if let owner = secretOwners[secret.name] {
      return .fromService(entry.name, owner.type, owner.service, variable: owner.variable)
    }
    let service = name(resource.id.name)
    secretOwners[secret.name] = SecretOwner(type: type, service: service, variable: entry.name)
    let place = String(joining: ["Render service '", service, "'"])
    stores.append(SecretStore(secret, in: place, site: entry.site ?? resource.site))
    switch secret.origin {
    case .generated:
      noteGenerated(secret)
      return .generated(entry.name)
    case .provided(let origin):
      chores.append(Chore(service: service, variable: entry.name, kind: .secret(origin)))
      return .secret(entry.name)
    }
  }
}
