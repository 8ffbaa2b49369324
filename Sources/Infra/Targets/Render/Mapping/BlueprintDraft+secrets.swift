import InfraContract
import InfraKit

extension BlueprintDraft {
  /// The first variable that holds a secret; the others refer to it, so that all hold the same value.
  struct SecretOwner {
    let type: Blueprint.ServiceType
    let service: String
    let variable: String
  }

  /// A shared set of variables that becomes a group.
  struct GroupPlan {
    /// The set.
    let set: SharedVariables
    /// The variables that a group can hold, by name.
    var held: Set<String> = []
  }
}

extension BlueprintDraft {
  /// Finds out which shared sets become groups, and what of them a group can hold.
  ///
  /// A group holds texts, and generated secrets that nothing else reads; references and secrets
  /// that a person provides it cannot hold.
  mutating func planGroups() {
    var sets: [SharedVariables] = []
    for set in shared where groups[set.name] == nil {
      groups[set.name] = GroupPlan(set: set)
      sets.append(set)
    }
    if sets.isEmpty { return }

    let readers = configured
    var uses: [String: Int] = [:]
    for entry in readers.flatMap(\.variables.entries) + sets.flatMap(\.variables.entries) {
      for secret in entry.value.secrets { uses[secret.name, default: 0] += 1 }
    }
    for set in sets {
      for entry in set.variables.entries where canHold(entry.value, uses: uses) {
        groups[set.name]?.held.insert(entry.name)
      }
    }
  }

  private func canHold(_ value: Value, uses: [String: Int]) -> Bool {
    if text(of: value) != nil { return true }
    guard value.parts.count == 1, case .secret(let secret) = value.parts[0],
      case .generated = secret.origin
    else { return false }
    return uses[secret.name] == 1
  }

  /// Every resource with variables that Render hosts here, in the order of the file.
  var configured: [any Configured] { part.services as [any Configured] + part.sites + part.jobs }

  /// The shared sets that they read, one after the other.
  private var shared: [SharedVariables] {
    var sets: [SharedVariables] = []
    // By index: a copy of a whole resource would cost more than the rest.
    func see(_ resources: [some Configured]) {
      for index in resources.indices { sets += resources[index].shared }
    }
    see(part.services)
    see(part.sites)
    see(part.jobs)
    return sets
  }

  /// The text of a value whose parts are all known now.
  func text(of value: Value) -> String? {
    if let literal = value.literal { return literal }
    var text = ""
    for piece in value.parts {
      switch piece {
      case .literal(let literal): text += literal
      case .secret: return nil
      case .reference(let reference):
        guard let provider = part.provider(reference),
          case .text(let known) = RenderReference(reference, provider)
        else { return nil }
        text += known
      }
    }
    return text
  }

  /// Writes the groups that hold anything.
  mutating func mapGroups() {
    var done: Set<String> = []
    for set in shared where done.insert(set.name).inserted {
      guard let plan = groups[set.name], !plan.held.isEmpty else { continue }
      var group = Blueprint.VariableGroup(name: name(set.name))
      for entry in plan.set.variables.entries where plan.held.contains(entry.name) {
        if let text = text(of: entry.value) {
          group.envVars.append(.value(entry.name, .text(text)))
        } else if let secret = entry.value.secrets.first {
          group.envVars.append(.generated(entry.name))
          noteGenerated(secret)
          stores.append(SecretStore(secret, in: "Render group '\(group.name)'", site: set.site))
        }
      }
      blueprint.envVarGroups.append(group)
    }
  }

  /// Says so where a secret asks for more random bytes than Render makes.
  mutating func noteGenerated(_ secret: Secret) {
    guard case .generated(let bytes) = secret.origin,
      bytes > RenderFacts.generatedBytes.value
    else { return }
    findings.report(
      RenderRules.generatedBytes,
      "secret '\(secret.name)' asks for \(bytes) random bytes, and Render makes "
        + "\(RenderFacts.generatedBytes.value)",
      help: "ask for .generated(bytes: 32), or provide it: .provided(\"…\")",
      at: secret.site
    )
  }
}
