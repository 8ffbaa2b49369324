package import InfraSerialization

extension AnyValue {
  /// The value under a key of a map.
  package subscript(key: String) -> AnyValue? {
    if case .map(let entries) = self { entries[key] } else { nil }
  }

  /// The text, where it is text.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// Whether it is true, where it is true or false.
  package var flag: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  /// The whole number, where it is one.
  package var whole: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number.rounded())
    default: nil
    }
  }

  /// The items, where it is a list.
  package var items: [AnyValue]? {
    if case .list(let items) = self { items } else { nil }
  }

  /// The entries, where it is a map.
  package var entries: [(key: String, value: AnyValue)]? {
    if case .map(let map) = self { map.entries } else { nil }
  }

  /// The value as JSON on one line, as requests and the journal have it.
  package var line: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .number(let value): value.isFinite ? "\(value)" : "null"
    case .string(let value): Self.quoted(value)
    case .list(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
    case .map(let map):
      "{" + map.entries.map { Self.quoted($0.key) + ":" + $0.value.line }.joined(separator: ",")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
