/// One JSON object on one line, with its fields in order.
struct JSONLine {
  private(set) var text = "{"

  /// Starts an object of a type.
  init(_ type: String) { add("type", type) }

  /// Starts an object without a type.
  init() {}

  mutating func add(_ name: String, _ value: String?) {
    put(name, value.map(Self.quoted) ?? "null")
  }

  mutating func add(_ name: String, _ value: Int?) { put(name, value.map(String.init) ?? "null") }

  mutating func add(_ name: String, _ value: Double) { put(name, "\(value)") }

  mutating func add(_ name: String, _ values: [String]) {
    put(name, "[" + values.map(Self.quoted).joined(separator: ",") + "]")
  }

  mutating func add(_ name: String, _ values: [JSONLine]) {
    put(name, "[" + values.map { $0.text + "}" }.joined(separator: ",") + "]")
  }

  /// The whole line.
  var line: String { text + "}\n" }

  private mutating func put(_ name: String, _ value: String) {
    if text != "{" { text += "," }
    text += Self.quoted(name) + ":" + value
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
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
