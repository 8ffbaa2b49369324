package import InfraContract
package import InfraKit

/// Where each variable of a resource comes from, and what each target makes of it.
package struct Explanation: Sendable {
  /// Where a value comes from.
  package enum Origin: String, Sendable {
    /// Text of the description.
    case literal
    /// A property of another resource.
    case reference
    /// A secret.
    case secret
    /// Several of these in one text.
    case composed
    /// The program's own default, which the description leaves as it is.
    case contractDefault = "contract default"
    /// The platform, such as PORT.
    case platform
    /// A target, or an author's edit of its manifest.
    case target
    /// Nothing: the program works without it.
    case unset
  }

  /// What the line is that is known of a variable.
  package enum Place: String, Sendable {
    /// The line that set it.
    case own = "set at"
    /// The line at which a contract was filled; a property may have been assigned elsewhere since.
    case contract = "filled at"
    /// The declaration around it.
    case declaration = "declared at"
  }

  /// What one target makes of a variable.
  package struct Delivered: Sendable, Equatable {
    /// The deployment.
    package let deployment: String
    /// The platform.
    package let platform: String
    /// The way: literal, reference, generated, kept, setup step, or absent.
    package let form: String
    /// The words of the manifest, or of the step.
    package let text: String
  }

  /// One variable.
  package struct Variable: Sendable {
    /// The name.
    package let name: String
    /// What it is for, where a contract says so.
    package let purpose: String?
    /// Whether it must be there, where a contract says so: required, optional, defaulted, platform.
    package let presence: String?
    /// Where its value comes from.
    package let origin: Origin
    /// The value in the words of the description; nil for what it does not set.
    package let value: String?
    /// What is known about a secret or a default.
    package let remark: String?
    /// The shared set that it comes from.
    package let shared: String?
    /// The line that is known of it.
    package let site: CallSite?
    /// What that line is.
    package let place: Place
    /// What each target makes of it.
    package let deliveries: [Delivered]
  }

  /// The environment.
  package let environment: String
  /// The resource.
  package let resource: ResourceID
  /// Where the resource was declared.
  package let site: CallSite
  /// The variables, those that the description sets first.
  package let variables: [Variable]

  /// Explains the variables of a resource.
  ///
  /// - Parameters:
  ///   - resource: The resource.
  ///   - environment: The environment that lists it.
  ///   - deployments: The deployments to look at, worked out.
  package init(_ resource: any Configured, in environment: Environment, deployments: [Plan]) {
    self.environment = environment.name
    self.resource = resource.id
    site = resource.site
    let reader = VariableReader(resource, deployments: deployments)
    variables = reader.variables
  }
}

/// Brings together what the description, the contracts and the targets say about variables.
private struct VariableReader {
  private let resource: any Configured
  private let fields: [FilledContract.Field]
  private let contractSites: [CallSite]
  private let targets: [(deployment: String, platform: String, deliveries: [Delivery])]

  init(_ resource: any Configured, deployments: [Plan]) {
    self.resource = resource
    var fields: [FilledContract.Field] = []
    if let contracted = resource as? any Contracted {
      for field in contracted.contracts.flatMap(\.fields)
      where !fields.contains(where: { $0.name == field.name }) {
        fields.append(field)
      }
    }
    self.fields = fields
    contractSites = (resource as? any Contracted)?.contracts.map(\.site) ?? []
    targets = deployments.map { plan in
      let deployment = plan.deployment.name
      guard let index = plan.place(resource.id)?.target else { return (deployment, "", []) }
      let target = plan.deployment.targets[index]
      let part = HostedPart(plan, target: index)
      return (deployment, target.platform.title, target.deliveries(part, to: resource.id))
    }
  }

  var variables: [Explanation.Variable] {
    var names: [String] = []
    var seen: Set<String> = []
    func add(_ name: String) { if seen.insert(name).inserted { names.append(name) } }
    for entry in resource.shared.flatMap(\.variables.entries) + resource.variables.entries {
      add(entry.name)
    }
    for field in fields { add(field.name) }
    for target in targets { for delivery in target.deliveries { add(delivery.variable) } }
    return names.map(variable)
  }

  private func variable(_ name: String) -> Explanation.Variable {
    let field = fields.first { $0.name == name }
    let own = resource.variables.entry(name)
    let shared = resource.shared.last { $0.variables.entry(name) != nil }
    let entry = own ?? shared?.variables.entry(name)
    let (origin, remark) = origin(of: entry?.value, field, name)
    let around = own == nil ? shared?.site : resource.site
    return Explanation.Variable(
      name: name,
      purpose: field?.purpose,
      presence: field.map { Self.word($0.presence) },
      origin: origin,
      value: entry.map { ValueText.of($0.value, named: name) },
      remark: remark,
      shared: own == nil ? shared?.name : nil,
      site: entry.flatMap { $0.site ?? around },
      place: place(of: entry),
      deliveries: targets.map { delivered(name, $0) }
    )
  }

  private func place(of entry: Variables.Entry?) -> Explanation.Place {
    guard let site = entry?.site else { return .declaration }
    return contractSites.contains(site) ? .contract : .own
  }

  private func origin(
    of value: Value?,
    _ field: FilledContract.Field?,
    _ name: String
  ) -> (Explanation.Origin, String?) {
    if let value {
      let secrets = value.secrets.map { secret in
        "secret \(secret.name): \(ValueText.origin(of: secret)), declared at \(secret.site)"
      }
      let remark = secrets.isEmpty ? nil : secrets.joined(separator: "; ")
      if value.literal != nil { return (.literal, nil) }
      guard value.parts.count == 1 else { return (.composed, remark) }
      return (value.secrets.isEmpty ? .reference : .secret, remark)
    }
    switch field?.presence {
    case .defaulted(let text): return (.contractDefault, "the program takes '\(text)'")
    case .platform: return (.platform, nil)
    case .optional, .required: return (.unset, nil)
    case nil: return (.target, nil)
    }
  }

  private static func word(_ presence: ContractPresence) -> String {
    switch presence {
    case .required: "required"
    case .optional: "optional"
    case .defaulted: "defaulted"
    case .platform: "platform"
    }
  }

  private func delivered(
    _ name: String,
    _ target: (deployment: String, platform: String, deliveries: [Delivery])
  ) -> Explanation.Delivered {
    // Of a name that a manifest has twice the last counts, as for a process.
    let form = target.deliveries.last { $0.variable == name }?.form
    let (word, text) = Self.words(form, named: name)
    return Explanation.Delivered(
      deployment: target.deployment,
      platform: target.platform,
      form: word,
      text: text
    )
  }

  private static func words(
    _ form: Delivery.Form?,
    named name: String
  ) -> (form: String, text: String) {
    switch form {
    case .literal(let text): ("literal", ValueText.delivered(text, named: name))
    case .reference(let text): ("reference", Wording.printable(text))
    case .generated(let text): ("generated", Wording.printable(text))
    case .kept(let text): ("kept", Wording.printable(text))
    case .asked(let text): ("setup step", Wording.printable(text))
    case nil: ("absent", "")
    }
  }
}
