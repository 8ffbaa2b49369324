import InfraSerialization

/// The properties that a JSON schema names, as paths such as `deploy.limitOverride.containers.cpu`.
///
/// A map's entries count as `*`, and a list's items as their list.
struct SchemaPaths {
  private(set) var paths: Set<String> = []
  private let root: AnyValue

  init(_ schema: AnyValue) {
    root = schema
    walk(schema, at: "", within: [])
  }

  private mutating func walk(_ schema: AnyValue, at path: String, within references: Set<String>) {
    guard case .map(let fields) = schema else { return }
    if case .string(let reference)? = fields["$ref"], !references.contains(reference) {
      walk(resolved(reference), at: path, within: references.union([reference]))
    }
    for keyword in ["anyOf", "oneOf", "allOf"] {
      guard case .list(let choices)? = fields[keyword] else { continue }
      for choice in choices { walk(choice, at: path, within: references) }
    }
    for keyword in ["then", "else"] {
      if let branch = fields[keyword] { walk(branch, at: path, within: references) }
    }
    if case .map(let properties)? = fields["properties"] {
      for (name, property) in properties.entries {
        let place = path.isEmpty ? name : "\(path).\(name)"
        // A property that must not be there is none.
        if property == .bool(false) { continue }
        paths.insert(place)
        walk(property, at: place, within: references)
      }
    }
    let entries = path.isEmpty ? "*" : "\(path).*"
    if case .map(let patterns)? = fields["patternProperties"] {
      for (pattern, property) in patterns.entries where pattern != "^x-" {
        walk(property, at: entries, within: references)
      }
    }
    for keyword in ["additionalProperties", "unevaluatedProperties"] {
      if case .map? = fields[keyword] {
        walk(fields[keyword] ?? .null, at: entries, within: references)
      }
    }
    if let items = fields["items"] { walk(items, at: path, within: references) }
  }

  private func resolved(_ reference: String) -> AnyValue {
    var value = root
    for step in reference.split(separator: "/").dropFirst() {
      switch value {
      case .map(let fields): value = fields[String(step)] ?? .null
      case .list(let items): value = Int(step).map { items[$0] } ?? .null
      default: return .null
      }
    }
    return value
  }
}
