/// Variables inside a value: `$NAME`, `${NAME}`, `${NAME:-default}` and the like, nested.
enum EnvTemplate {
  /// Why a value cannot be worked out, to follow "the value of NAME".
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  typealias Scalars = ArraySlice<Unicode.Scalar>

  /// The text with every variable replaced; what is not set is empty.
  static func expanded(_ text: Scalars, _ lookup: (String) -> String?) throws(Fault) -> String {
    var result = String.UnicodeScalarView()
    var rest = text
    while let scalar = rest.popFirst() {
      guard scalar == "$", let next = rest.first else {
        result.append(scalar)
        continue
      }
      if next == "$" {
        rest.removeFirst()
        result.append("$")
      } else if next == "{" {
        result.append(contentsOf: try braced(&rest, lookup).unicodeScalars)
      } else if let name = takeName(&rest) {
        result.append(contentsOf: (lookup(name) ?? "").unicodeScalars)
      } else {
        // Not the start of anything, so a dollar.
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Replaces `{…}`, which the text starts with.
  private static func braced(
    _ rest: inout Scalars,
    _ lookup: (String) -> String?
  ) throws(Fault) -> String {
    guard var inside = takeBraces(&rest) else {
      throw Fault(description: "has '${' without the '}' that ends it")
    }
    guard let name = takeName(&inside) else {
      throw Fault(description: "has '${' without the name of a variable after it")
    }
    let value = lookup(name)
    if inside.isEmpty { return value ?? "" }
    let mustBeFilled = inside.first == ":"
    if mustBeFilled { inside.removeFirst() }
    let isThere = mustBeFilled ? !(value ?? "").isEmpty : value != nil
    switch inside.popFirst() {
    case "-": return isThere ? value ?? "" : try expanded(inside, lookup)
    case "+": return isThere ? try expanded(inside, lookup) : ""
    case "?":
      if isThere { return value ?? "" }
      throw Fault(description: "needs \(name), which is not set")
    default:
      throw Fault(description: "has '${\(name)' with something after the name that means nothing")
    }
  }

  /// Takes a pair of braces and answers what is between them.
  private static func takeBraces(_ rest: inout Scalars) -> Scalars? {
    var depth = 0
    for index in rest.indices {
      if rest[index] == "{" { depth += 1 }
      guard rest[index] == "}" else { continue }
      depth -= 1
      if depth > 0 { continue }
      let inside = rest[rest.startIndex + 1..<index]
      rest = rest[(index + 1)...]
      return inside
    }
    return nil
  }

  private static func takeName(_ rest: inout Scalars) -> String? {
    let name = rest.prefix { isLetter($0) || ("0"..."9").contains($0) }
    guard let first = name.first, isLetter(first) else { return nil }
    rest = rest[name.endIndex...]
    return EnvReader.string(name)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
