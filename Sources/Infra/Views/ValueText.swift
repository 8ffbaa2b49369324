package import InfraContract
import InfraKit

/// Values as people read them in a view: references and secrets by name, never a secret's value.
package enum ValueText {
  /// A value in the words of the description: `database.url`, `secret JWT_KEY`,
  /// `postgres://\(database.host):5432/app`.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - name: The name of what holds it, which may say that its text is a credential.
  /// - Returns: One line. A text that looks like a credential is withheld.
  package static func of(_ value: Value, named name: String) -> String {
    if let kind = Credentials.kind(of: value, named: name) { return "(withheld: \(kind))" }
    if value.parts.isEmpty { return "(empty)" }
    if value.parts.count == 1 { return whole(value.parts[0]) }
    return value.parts.map(inside).joined()
  }

  /// A text that a target made, withheld where it looks like a credential.
  package static func delivered(_ text: String, named name: String) -> String {
    of(Value(text), named: name)
  }

  /// A reference as the description writes it.
  package static func of(_ reference: Reference) -> String {
    "\(reference.name).\(reference.property.rawValue)"
  }

  /// Where a secret's value comes from.
  package static func origin(of secret: Secret) -> String {
    switch secret.origin {
    case .generated(let bytes): "generated, \(bytes) bytes"
    case .provided(let place): Wording.printable("provided by a person: \(place)")
    }
  }

  private static func whole(_ part: Value.Part) -> String {
    switch part {
    case .literal(let text): Wording.printable(text)
    case .reference(let reference): of(reference)
    case .secret(let secret): "secret \(secret.name)"
    }
  }

  private static func inside(_ part: Value.Part) -> String {
    switch part {
    case .literal(let text): Wording.printable(text)
    case .reference, .secret: "\\(\(whole(part)))"
    }
  }
}
