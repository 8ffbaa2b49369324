import InfraContract
import InfraKit
import InfraSerialization

extension ComposeMapping {
  /// What `.env` lacks, as Compose says it.
  private var missing: String {
    "make \(project.environmentFile) with '\(LocalNames.makingCommand(for: part.environment))'"
  }

  /// A variable of `.env` without which Compose must not start.
  mutating func required(
    _ name: String,
    _ origin: Secret.Origin,
    _ purpose: String,
    at site: CallSite
  ) -> ComposeVariable {
    let wanted = WantedValue(name: name, origin: origin, purpose: purpose)
    let kept = project.want(wanted)
    if kept != wanted, clashes.insert(name).inserted {
      findings.report(
        ComposeRules.serviceNames,
        "'\(name)' in '\(project.environmentFile)' would be both \(kept.purpose) and "
          + wanted.purpose,
        help: "call the secret otherwise",
        at: site
      )
    }
    return ComposeVariable(name, required: missing)
  }

  /// The variables of a resource, with PORT where it listens and does not name it itself.
  mutating func environment(
    of resource: some Configured,
    port: Port? = nil
  ) -> ComposePairs? {
    var pairs: OrderedMap<ComposeScalar> = [:]
    for entry in part.variables(of: resource) {
      let place = "variable '\(entry.name)' of \(resource.id.title)"
      if !ComposeVariable.isName(entry.name) {
        findings.report(
          ComposeRules.variableNames,
          "\(place) has a name that no shell can set",
          help: "use letters, digits and underscores, and no digit at its start",
          at: entry.site ?? resource.site,
          about: resource.id
        )
      }
      pairs[entry.name] = .text(
        text(of: entry.value, place, at: entry.site ?? resource.site, about: resource.id)
      )
    }
    if let port, pairs["PORT"] == nil { pairs["PORT"] = .text("\(port.number)") }
    return pairs.isEmpty ? nil : .map(pairs)
  }

  /// A value as the file writes it; what Compose cannot give is reported.
  mutating func text(
    of value: Value,
    _ place: String,
    at site: CallSite,
    about id: ResourceID
  ) -> ComposeText {
    var text: ComposeText = ""
    for part in value.parts {
      switch part {
      case .literal(let literal): text += ComposeText(literal)
      case .secret(let secret): text += self.text(of: secret)
      case .reference(let reference):
        text += self.text(of: reference, place, at: site, about: id)
      }
    }
    return text
  }

  private mutating func text(of secret: Secret) -> ComposeText {
    ComposeText(variable(of: secret))
  }

  /// The variable of `.env` that holds a secret.
  mutating func variable(of secret: Secret) -> ComposeVariable {
    if !ComposeVariable.isName(secret.name) {
      findings.report(
        ComposeRules.variableNames,
        "secret '\(secret.name)' has a name that '\(project.environmentFile)' cannot hold",
        help: "use letters, digits and underscores, and no digit at its start",
        at: secret.site
      )
    }
    switch secret.origin {
    case .generated(let bytes):
      return required(
        secret.name,
        .generated(bytes: bytes),
        LocalNames.purpose(of: secret),
        at: secret.site
      )
    case .provided(let source):
      return required(
        secret.name,
        .provided(source),
        LocalNames.purpose(of: secret),
        at: secret.site
      )
    }
  }

  /// A reference as the file writes it.
  mutating func text(
    of reference: Reference,
    _ place: String,
    at site: CallSite,
    about id: ResourceID
  ) -> ComposeText {
    guard let provider = part.provider(reference) else { return "" }
    let outcome = ComposeReferences.outcome(
      of: reference.property,
      kind: reference.kind,
      here: provider.whereabouts == .here,
      domain: provider.domain != nil
    )
    let words = "the \(ComposeReferences.words(reference.property)) of '\(reference.name)'"
    switch outcome {
    case .literal, .vendor:
      if let text = known(reference, provider) { return text }
      findings.report(
        ComposeRules.knownReferences,
        "\(place) asks for \(words), which has none: only a service with a port"
          + (reference.property == .origin || reference.property == .publicHost
            ? " that is public has one" : " has one"),
        help: "give '\(reference.name)' a port, or ask for another property",
        at: site,
        about: id
      )
    case .asked(let hint):
      findings.report(
        ComposeRules.askedValues,
        "\(place) needs \(words), which another platform hosts",
        help: "put it into '\(project.environmentFile)', as the setup sheet says",
        at: site,
        about: id
      )
      let name = LocalNames.variable(reference)
      return ComposeText(required(name, .provided(hint), words, at: site))
    case .unsupported(let reason):
      findings.report(
        ComposeRules.knownReferences,
        "\(place) asks for \(words), which Compose cannot give: \(reason)",
        help: "ask for a public property, such as its origin",
        at: site,
        about: id
      )
    }
    return ""
  }

  /// The text of a property that is known, or that a variable of `.env` moves.
  private mutating func known(_ reference: Reference, _ provider: Provider) -> ComposeText? {
    if case .elsewhere = provider.whereabouts {
      guard let domain = provider.domain else { return nil }
      return ComposeText(reference.property == .origin ? domain.origin : domain.name)
    }
    switch provider.resource {
    case .service(let service):
      return web(reference.property, service.id, port: service.port?.number)
    case .site(let site):
      return web(reference.property, site.id, port: site.serve?.port.number ?? ComposeSite.port)
    case .postgres(let database), .replica(_, of: let database):
      return property(reference.property, of: database)
    case .keyValue(let cache):
      switch reference.property {
      case .url: return ComposeText("redis://\(cache.name):\(LocalPort.keyValue)")
      case .host: return ComposeText(cache.name)
      case .port: return "\(LocalPort.keyValue)"
      default: return nil
      }
    }
  }

  private func web(_ property: Reference.Property, _ id: ResourceID, port: Int?) -> ComposeText? {
    guard let port else { return property == .host ? ComposeText(id.name) : nil }
    switch property {
    case .origin:
      return project.port(of: id).map { "http://localhost:\($0.reference)" }
    case .publicHost: return project.port(of: id) == nil ? nil : "localhost"
    case .host: return ComposeText(id.name)
    case .port: return "\(port)"
    case .privateOrigin: return ComposeText("http://\(id.name):\(port)")
    default: return nil
    }
  }

  private mutating func property(
    _ property: Reference.Property,
    of database: Postgres
  ) -> ComposeText? {
    let user = LocalNames.user(database)
    let name = LocalNames.database(database)
    switch property {
    case .url, .pooledURL:
      let login = "postgres://\(LocalURL.escaped(user)):"
      let place = "@\(database.name):\(LocalPort.postgres)/\(LocalURL.escaped(name))"
      return ComposeText(login) + ComposeText(password(of: database)) + ComposeText(place)
    case .host: return ComposeText(database.name)
    case .port: return "\(LocalPort.postgres)"
    case .user: return ComposeText(user)
    case .password: return ComposeText(password(of: database))
    case .database: return ComposeText(name)
    default: return nil
    }
  }

  /// The password of a database, as a variable of `.env`.
  mutating func password(of database: Postgres) -> ComposeVariable {
    required(
      LocalNames.password(of: database),
      .generated(bytes: LocalNames.passwordBytes),
      LocalNames.passwordPurpose(of: database),
      at: database.site
    )
  }
}
