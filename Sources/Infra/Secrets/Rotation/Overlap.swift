import InfraContract
import InfraKit

/// Whether programs take two values of a secret at once, so that it can rotate unnoticed.
package enum Overlap: Sendable, Hashable {
  /// The description gives them both.
  case described
  /// The contract of these processes has the second variable, and the description leaves it out.
  case left([String])
  /// No program that reads the secret has a variable for a second value.
  case none

  /// What the second variable of a secret is called: `NAME_PREVIOUS`.
  package static func second(of name: String) -> String { name + "_PREVIOUS" }

  /// Looks at the programs that read a secret.
  package init(_ entry: SecretInventory.Entry, in inventory: SecretInventory) {
    let application = inventory.environment.environment.application
    let readers = application.configured.filter { resource in
      entry.uses.contains { $0.resource == resource.id && $0.manner == nil }
    }
    let second = Self.second(of: entry.name)
    let fields = readers.flatMap { reader in
      ((reader as? any Contracted)?.contracts ?? []).compactMap { contract in
        contract.fields.first { $0.name == second && $0.isSecret }.map { _ in contract.process }
      }
    }
    let gives = inventory.entry(second)?.uses ?? []
    if !gives.isEmpty,
      readers.contains(where: { reader in gives.contains { $0.resource == reader.id } })
    {
      self = .described
    } else if !fields.isEmpty {
      var seen: Set<String> = []
      self = .left(fields.filter { seen.insert($0).inserted })
    } else {
      self = .none
    }
  }
}
