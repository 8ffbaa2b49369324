import InfraContract
import InfraKit

/// The fields of a resource or a target as names and texts, for comparing.
///
/// They are found by reflection, so a field that is added to the model is compared from then on.
enum FieldReader {
  /// One field.
  struct Field: Equatable {
    /// The name in words, such as `health interval`; of a variable its own name.
    let name: String
    /// The value.
    let text: String
  }

  /// The fields of a value, but for some.
  static func fields(of subject: Any, leavingOut skipped: Set<String>) -> [Field] {
    var fields: [Field] = []
    for child in Mirror(reflecting: subject).children {
      guard let label = child.label, !skipped.contains(label) else { continue }
      // The variables of a resource are fields of their own right.
      let name = label == "variables" ? "" : words(label)
      flatten(shape(of: child.value, named: label), name, into: &fields)
    }
    return fields
  }

  private indirect enum Shape {
    case nothing
    case text(String)
    case parts([(name: String, shape: Shape)])
  }

  private static func flatten(_ shape: Shape, _ name: String, into fields: inout [Field]) {
    switch shape {
    case .nothing: break
    case .text(let text): fields.append(Field(name: name, text: text))
    case .parts(let parts):
      for part in parts {
        let whole = [name, part.name].filter { !$0.isEmpty }.joined(separator: " ")
        flatten(part.shape, whole, into: &fields)
      }
    }
  }

  private static func shape(of value: Any, named name: String) -> Shape {
    if let known = known(value, named: name) { return known }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional?:
      guard let held = mirror.children.first else { return .nothing }
      return shape(of: held.value, named: name)
    case .collection?, .set?: return list(mirror)
    case .enum?: return choice(value, mirror)
    case .struct?, .tuple?:
      if let raw = (value as? any RawRepresentable)?.rawValue as? String {
        return .text(Wording.printable(raw))
      }
      if let text = value as? any CustomStringConvertible {
        return .text(Wording.printable(text.description))
      }
      return .parts(
        mirror.children.compactMap { child in
          guard let label = child.label, !(child.value is CallSite) else { return nil }
          return (words(label), shape(of: child.value, named: label))
        }
      )
    // A closure says nothing that could be compared.
    default: return .nothing
    }
  }

  private static func known(_ value: Any, named name: String) -> Shape? {
    switch value {
    case is CallSite: .nothing
    case let variables as Variables:
      .parts(variables.entries.map { ($0.name, .text(ValueText.of($0.value, named: $0.name))) })
    case let sets as [SharedVariables]:
      .parts(sets.map { ($0.name, shape(of: $0.variables, named: name)) })
    case let value as Value: .text(ValueText.of(value, named: name))
    case let typed as any VariableType: .text(ValueText.of(typed.value, named: name))
    case let text as String: .text(ValueText.delivered(text, named: name))
    case let number as Int: .text(String(number))
    case let number as Double: .text(String(number))
    case let flag as Bool: .text(flag ? "yes" : "no")
    case let duration as Duration: .text(text(of: duration))
    case let command as Command: .text(ValueText.delivered(command.shellText, named: name))
    case let id as ResourceID: .text(id.title)
    case let condition as StartCondition:
      .text("\(condition.resource.title) \(condition.event)")
    case let exception as RuleException:
      .text("\(exception.effect) \(exception.code): \(Wording.printable(exception.reason))")
    default: nil
    }
  }

  /// The elements of a list: on one line where they are texts, by their names where they have fields.
  private static func list(_ mirror: Mirror) -> Shape {
    var texts: [String] = []
    var parts: [(name: String, shape: Shape)] = []
    var names: [String: Int] = [:]
    for (index, child) in mirror.children.enumerated() {
      let element = shape(of: child.value, named: "")
      if case .text(let text) = element { texts.append(text) }
      let own = name(of: child.value) ?? String(index + 1)
      names[own, default: 0] += 1
      let count = names[own, default: 1]
      parts.append((count == 1 ? own : "\(own) (\(count))", element))
    }
    if texts.count < parts.count { return .parts(parts) }
    if texts.isEmpty { return .nothing }
    if mirror.displayStyle == .set { texts.sort() }
    return .text(texts.joined(separator: ", "))
  }

  /// What tells an element of a list from the others.
  private static func name(of element: Any) -> String? {
    for child in Mirror(reflecting: element).children
    where child.label == "name" || child.label == "source" {
      return String(describing: child.value)
    }
    return nil
  }

  private static func choice(_ value: Any, _ mirror: Mirror) -> Shape {
    guard let payload = mirror.children.first else { return .text(words("\(value)")) }
    let name = words(payload.label ?? "")
    return switch shape(of: payload.value, named: name) {
    case .nothing: .text(name)
    case .text(let text): .text("\(name) \(text)")
    case .parts(let parts): .parts([("", .text(name))] + parts)
    }
  }

  private static func text(of duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    if attoseconds == 0 { return "\(seconds) s" }
    return "\(Double(seconds) + Double(attoseconds) / 1e18) s"
  }

  /// `shutdownGrace` as `shutdown grace`.
  private static func words(_ label: String) -> String {
    var words = ""
    for character in label {
      if character.isUppercase, words.last?.isLowercase == true { words += " " }
      words += character.lowercased()
    }
    return words
  }
}
