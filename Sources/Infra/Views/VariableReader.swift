import InfraContract
import InfraKit

/// Brings together what the description, the contracts and the targets say about variables.
struct VariableReader {
  private let resource: any Configured
  private let fields: [FilledContract.Field]
  private let contractSites: [CallSite]
  private let targets: [TargetReader]

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
    targets = deployments.map { TargetReader(resource.id, in: $0) }
  }

  var variables: [Explanation.Variable] {
    var names: [String] = []
    var seen: Set<String> = []
    func add(_ name: String) { if seen.insert(name).inserted { names.append(name) } }
    for entry in resource.shared.flatMap(\.variables.entries) + resource.variables.entries {
      add(entry.name)
    }
    for field in fields { add(field.name) }
    for name in targets.flatMap(\.names) { add(name) }
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
      deliveries: targets.map { $0.delivered(name) }
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
}
