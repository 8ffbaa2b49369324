import InfraKit

/// A path pattern as regular expressions for nginx.
///
/// `:name` takes one segment and `*` all that is left. Neither takes a backslash or, at its start, a
/// slash: put into a redirect, `//` and `/\` would lead browsers to another host.
struct NginxPath {
  let pattern: PathPattern

  init(_ pattern: PathPattern) { self.pattern = pattern }

  /// Whether the pattern takes every path.
  var isEverything: Bool { pattern.segments == [.rest] }

  /// The expression for a path as the browser asked for it (`$request_uri`), before any query.
  var asked: String {
    expression(segment: "([^/?\\x5c]+)", rest: "([^/?\\x5c][^?]*)?", decoding: false) + "(?:\\?|$)"
  }

  /// The same without groups whose text is kept.
  var askedWithoutGroups: String {
    expression(segment: "[^/?]+", rest: "[^?]*", decoding: false) + "(?:\\?|$)"
  }

  /// The expression for a path as nginx has decoded it (`$uri`).
  var decoded: String { expression(segment: "([^/]+)", rest: "(.*)", decoding: true) + "$" }

  /// What is wrong with the pattern, to follow it in a sentence.
  var fault: String? {
    if let fault = pattern.fault { return fault }
    let groups = pattern.names.count + (pattern.hasRest ? 1 : 0)
    return groups > 9 ? "has \(groups) variable parts where nginx numbers nine" : nil
  }

  private func expression(segment: String, rest: String, decoding: Bool) -> String {
    var text = "^"
    for part in pattern.segments {
      switch part {
      case .literal(let literal): text += "/" + Self.escaped(literal, decoding: decoding)
      case .named: text += "/" + segment
      case .rest: text += "(?:/+\(rest))?"
      }
    }
    if pattern.segments.isEmpty || (pattern.text.hasSuffix("/") && !pattern.hasRest) { text += "/" }
    return text
  }

  /// A destination with the groups in place of the names that the pattern binds.
  func filled(_ destination: String) -> [NginxText.Piece] {
    let names = pattern.names
    var pieces: [NginxText.Piece] = []
    var literal = ""
    var rest = Substring(destination)
    func group(_ number: Int) {
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = ""
      pieces.append(.variable(String(number)))
    }
    while let first = rest.first {
      rest.removeFirst()
      if first == ":", let index = Self.name(at: rest, among: names) {
        rest.removeFirst(names[index].count)
        group(index + 1)
      } else if first == "*", pattern.hasRest {
        group(names.count + 1)
      } else {
        literal.append(first)
      }
    }
    if !literal.isEmpty { pieces.append(.text(literal)) }
    return pieces
  }

  private static func name(at text: Substring, among names: [String]) -> Int? {
    let word = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return names.firstIndex { $0 == word }
  }

  /// A literal segment; what is no plain letter is written by its number or after a backslash.
  private static func escaped(_ literal: String, decoding: Bool) -> String {
    var bytes = Array(literal.utf8)
    if decoding { bytes = percentDecoded(bytes) }
    return bytes.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "@"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "."), UInt8(ascii: "+"):
        text.append("\\")
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let code = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self),
          radix: 16
        )
      {
        result.append(code)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
