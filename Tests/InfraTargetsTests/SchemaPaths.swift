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
    if case .map(let properties)? = fields["properties"] {
      for (name, property) in properties.entries {
        let place = path.isEmpty ? name : "\(path).\(name)"
        paths.insert(place)
        walk(property, at: place, within: references)
      }
    }
    if case .map? = fields["additionalProperties"] {
      walk(fields["additionalProperties"] ?? .null, at: "\(path).*", within: references)
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

  /// The paths of a document's fields, with `*` beside every map entry's own name.
  static func fields(of document: AnyValue) -> Set<String> {
    var found: Set<String> = []
    func walk(_ value: AnyValue, at paths: [String]) {
      switch value {
      case .map(let fields):
        for (name, field) in fields.entries {
          // Whether a name is an entry of a map or a field, only the schema knows: both count.
          let places = paths.flatMap { path in
            path.isEmpty ? [name] : ["\(path).\(name)", "\(path).*"]
          }
          found.formUnion(places)
          walk(field, at: places)
        }
      case .list(let items):
        for item in items { walk(item, at: paths) }
      default: break
      }
    }
    walk(document, at: [""])
    return found
  }
}
