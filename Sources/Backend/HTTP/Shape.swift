/// What a value from a client may look like: the check and its JSON Schema in one.
indirect enum Shape: Sendable {
  /// A text of a number of Unicode characters, without the zero character.
  case text(ClosedRange<Int>)
  /// An address for mail: printable ASCII around one `@`.
  case email
  /// One of a few words.
  case choice([String])
  /// Date and time with an offset.
  case dateTime
  /// A UUID.
  case identifier
  /// A whole number, in decimal digits where it comes as text.
  case integer(ClosedRange<Int>)
  /// `true` or `false`.
  case boolean
  /// The shape, or null.
  case nullable(Shape)

  /// What is wrong with a text, or nil.
  func complaint(about text: String) -> String? {
    switch self {
    case .text(let range):
      if text.unicodeScalars.contains("\0") { return "must not contain the zero character" }
      let count = text.unicodeScalars.count
      if range.contains(count) { return nil }
      return "must have \(range.lowerBound) to \(range.upperBound) characters, not \(count)"
    case .email: return Self.isEmail(text) ? nil : "must be an email address"
    case .choice(let words):
      return words.contains(text) ? nil : "must be one of \(words.joined(separator: ", "))"
    case .dateTime:
      return RFC3339.accepts(text) ? nil : "must be a time such as 2030-01-31T12:00:00Z"
    case .identifier: return Identifier.accepts(text) ? nil : "must be a UUID"
    case .integer(let range):
      let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text.utf8.count < 10
      if isNumber, let number = Int(text), range.contains(number) { return nil }
      return "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .boolean: return text == "true" || text == "false" ? nil : "must be true or false"
    case .nullable(let shape): return shape.complaint(about: text)
    }
  }

  /// What is wrong with a JSON value, or nil.
  func complaint(about value: JSON) -> String? {
    switch (self, value) {
    case (.nullable, .null): nil
    case (.nullable(let shape), _): shape.complaint(about: value)
    case (_, .text(let text)): complaint(about: text)
    default: "must be a string, not \(value.kind)"
    }
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return parts.count == 2 && (1...64).contains(parts[0].count)
      && (1...180).contains(parts[1].count)
      && parts.allSatisfy { $0.allSatisfy { (0x21...0x7E).contains($0) } }
  }

  /// The shape as JSON Schema (2020-12).
  var schema: JSON {
    switch self {
    case .text(let range):
      [
        "type": "string", "minLength": .integer(range.lowerBound),
        "maxLength": .integer(range.upperBound), "pattern": "^[^\\u0000]*$",
      ]
    case .email: ["type": "string", "pattern": "^[!-?A-~]{1,64}@[!-?A-~]{1,180}$"]
    case .choice(let words): ["type": "string", "enum": .array(words.map(JSON.text))]
    case .dateTime: ["type": "string", "format": "date-time"]
    case .identifier: ["type": "string", "format": "uuid"]
    case .integer(let range):
      [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
    case .boolean: ["type": "boolean"]
    case .nullable(let shape): ["anyOf": [shape.schema, ["type": "null"]]]
    }
  }
}

/// The body of a request: an object with these members and no others.
struct BodyShape: Sendable {
  /// One member.
  struct Field: Sendable {
    let name: String
    let shape: Shape
    let isRequired: Bool

    static func required(_ name: String, _ shape: Shape) -> Field {
      Field(name: name, shape: shape, isRequired: true)
    }

    static func optional(_ name: String, _ shape: Shape) -> Field {
      Field(name: name, shape: shape, isRequired: false)
    }
  }

  let name: String
  let fields: [Field]
  /// Whether the request may have no body at all.
  var mayBeAbsent = false
  /// The fewest members.
  var minimum = 0

  /// Checks a body, reports all that is wrong with it, and returns the members.
  func check(_ body: JSON) throws(Problem) -> Fields {
    guard case .object(let members) = body else {
      throw .invalid([Problem.Fault(pointer: "", detail: "must be an object, not \(body.kind)")])
    }
    var faults: [Problem.Fault] = []
    for field in fields {
      if let value = body[field.name] {
        if let complaint = field.shape.complaint(about: value) {
          faults.append(Problem.Fault(pointer: "/\(field.name)", detail: complaint))
        }
      } else if field.isRequired {
        faults.append(Problem.Fault(pointer: "/\(field.name)", detail: "is missing"))
      }
    }
    for member in members where !fields.contains(where: { $0.name == member.name }) {
      let name = member.name.prefix(100).replacing("~", with: "~0").replacing("/", with: "~1")
      faults.append(Problem.Fault(pointer: "/\(name)", detail: "is not known here"))
    }
    if members.count < minimum {
      faults.append(Problem.Fault(pointer: "", detail: "must have a member at least"))
    }
    guard faults.isEmpty else { throw .invalid(faults) }
    return Fields(body: body)
  }

  /// The body as JSON Schema.
  var schema: JSON {
    let properties = JSON.object(fields.map { JSON.Member(name: $0.name, value: $0.shape.schema) })
    let required = fields.filter(\.isRequired).map { JSON.text($0.name) }
    var members: [JSON.Member] = [
      .init(name: "type", value: "object"),
      .init(name: "additionalProperties", value: false),
      .init(name: "properties", value: properties),
    ]
    if !required.isEmpty { members.append(.init(name: "required", value: .array(required))) }
    if minimum > 0 { members.append(.init(name: "minProperties", value: .integer(minimum))) }
    return .object(members)
  }
}

/// The members of a checked body.
struct Fields: Sendable {
  fileprivate let body: JSON

  /// The text of a member; nil where it is absent or null.
  subscript(_ name: String) -> String? {
    guard case .text(let text) = body[name] else { return nil }
    return text
  }

  /// The text of a member that its shape requires.
  func text(_ name: String) -> String { self[name] ?? "" }
}
