import InfraContract

/// A process gets the variables that it requires, with texts that it takes.
///
/// A contract's initialiser already asks for every required variable; this sees what was removed or
/// set to something else afterwards.
enum ContractFilled: EnvironmentRule {
  static let rule = Rule(
    "model/contract-filled",
    .error,
    "A process gets every variable that it requires, with a text that it takes."
  )

  static func check(_ environment: Environment, _ findings: inout Findings) {
    see(environment.application.services, &findings)
    see(environment.application.jobs, &findings)
  }

  private static func see(_ resources: [some Contracted], _ findings: inout Findings) {
    for index in resources.indices where !resources[index].contracts.isEmpty {
      var blamed: [String] = []
      for contract in resources[index].contracts {
        for field in contract.fields where !blamed.contains(field.name) {
          if let found = fault(field, contract, resources[index]) {
            findings.report(
              rule,
              found.message,
              help: found.help,
              at: found.site,
              about: resources[index].id
            )
            blamed.append(field.name)
          }
        }
      }
    }
  }

  private static func fault(
    _ field: FilledContract.Field,
    _ contract: FilledContract,
    _ resource: some Contracted
  ) -> (message: String, help: String, site: CallSite)? {
    let title = resource.id.title
    guard let (entry, site) = resource.effective(field.name) else {
      guard field.presence == .required else { return nil }
      return (
        "\(title) lacks '\(field.name)', which '\(contract.process)' requires: \(field.purpose)",
        "do not remove it: the contract fills it at \(contract.site)",
        resource.site
      )
    }
    if entry.value.parts.isEmpty {
      // An empty text counts as absent, which all but required variables may be.
      guard field.presence == .required else { return nil }
      return (
        "\(title) sets '\(field.name)' to an empty text, and '\(contract.process)' requires it: "
          + field.purpose,
        "give it \(field.expectation)",
        site
      )
    }
    if field.presence == .platform {
      // PORT of a service that listens has a rule of its own.
      if entry.name == "PORT", resource.listens { return nil }
      return (
        "\(title) sets '\(field.name)', which the platform sets for '\(contract.process)'",
        "remove it",
        site
      )
    }
    // A text that is a credential has a finding of its own.
    if Credentials.kind(of: entry.value, named: entry.name) != nil { return nil }
    if field.isSecret, entry.value.literal != nil {
      return (
        "\(title) sets '\(field.name)' to a text, and '\(contract.process)' takes a secret there",
        "declare a Secret and use its value",
        site
      )
    }
    guard let sample = entry.value.sample, !field.accepts(sample) else { return nil }
    let found =
      if NamedCredential.isSuspect(entry.name) {
        "to a text"
      } else if let literal = entry.value.literal {
        "to " + Wording.quote(literal)
      } else {
        "to a value such as " + Wording.quote(sample)
      }
    return (
      "\(title) sets '\(field.name)' \(found), and '\(contract.process)' takes only "
        + field.expectation,
      "give it \(field.expectation)",
      site
    )
  }
}

extension Configured {
  /// The entry that counts for a name, its own before shared ones, with the line that set it.
  func effective(_ name: String) -> (Variables.Entry, CallSite)? {
    if let own = variables.entry(name) { return (own, own.site ?? site) }
    for set in shared.reversed() {
      if let entry = set.variables.entry(name) { return (entry, entry.site ?? set.site) }
    }
    return nil
  }

  fileprivate var listens: Bool { (self as? Service)?.port != nil }
}

extension Value {
  /// The text that a process might see, with an example for each reference and generated secret;
  /// nil with a secret that a person provides, whose form nobody knows.
  fileprivate var sample: String? {
    if let literal { return literal }
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .reference(let reference): text += reference.sample
      case .secret(let secret):
        guard case .generated(let bytes) = secret.origin else { return nil }
        text += String(repeating: "x", count: max(0, min(bytes, 1024)))
      }
    }
    return text
  }
}

extension Reference {
  fileprivate var sample: String {
    switch property {
    case .origin: "https://\(name).example.com"
    case .publicHost: "\(name).example.com"
    case .host: name
    case .port: "8080"
    case .privateOrigin: "http://\(name):8080"
    case .url where kind == .keyValue: "redis://\(name):6379"
    case .url, .pooledURL: "postgres://user:password@\(name):5432/database"
    case .user: "user"
    case .password: "password"
    case .database: "database"
    }
  }
}
