extension ComposeText {
  /// One piece of a text.
  package enum Part: Sendable, Hashable {
    /// Text, with single dollars.
    case literal(String)
    /// A variable, whichever way it is written.
    case variable(ComposeVariable)
  }

  /// The pieces in order, or nil where Compose would refuse the text.
  ///
  /// `${NAME-text}`, `${NAME+text}` and `${NAME?text}` count as variables too; what stands after
  /// the operator is kept as written only for `:-` and `:?`.
  package var parts: [Part]? {
    var reader = Reader(bytes: Array(written.utf8))
    return reader.parts()
  }

  /// The text with single dollars, if no variable is in it.
  package var literal: String? {
    guard let parts else { return nil }
    switch parts.count {
    case 0: return ""
    case 1:
      guard case .literal(let text) = parts[0] else { return nil }
      return text
    default: return nil
    }
  }

  /// The variables of the text, those inside defaults included, in order.
  package var variables: [ComposeVariable] {
    (parts ?? []).flatMap { part -> [ComposeVariable] in
      guard case .variable(let variable) = part else { return [] }
      if case .text(let text) = variable.fallback { return [variable] + text.variables }
      return [variable]
    }
  }
}

/// Reads a text the way Compose's own loader does.
private struct Reader {
  let bytes: [UInt8]
  var position = 0

  mutating func parts() -> [ComposeText.Part]? {
    var parts: [ComposeText.Part] = []
    var literal: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "$") else {
        literal.append(byte)
        continue
      }
      if position < bytes.count, bytes[position] == UInt8(ascii: "$") {
        literal.append(byte)
        position += 1
        continue
      }
      guard startsVariable else {
        literal.append(byte)
        continue
      }
      guard let variable = variable() else { return nil }
      if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
      literal = []
      parts.append(.variable(variable))
    }
    if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
    return parts
  }

  /// Whether what follows a dollar makes it more than a dollar; Compose keeps `$1` and `5$ ` as they are.
  private var startsVariable: Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    return byte == UInt8(ascii: "{") || ComposeVariable.isNameStart(byte)
  }

  private mutating func variable() -> ComposeVariable? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else {
      return ComposeVariable(name())
    }
    position += 1
    let name = name()
    guard ComposeVariable.isName(name), let rest = untilBrace() else { return nil }
    if rest.isEmpty { return ComposeVariable(name) }
    if rest.hasPrefix(":-") {
      return ComposeVariable(name, default: ComposeText(written: String(rest.dropFirst(2))))
    }
    if rest.hasPrefix(":?") {
      return ComposeVariable(name, required: ComposeText(written: String(rest.dropFirst(2))).plain)
    }
    let known = ["-", "+", "?", ":+"].contains { rest.hasPrefix($0) }
    return known ? ComposeVariable(name) : nil
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count, ComposeVariable.isNameByte(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// What stands before the brace that closes the variable, past nested ones.
  private mutating func untilBrace() -> String? {
    let start = position
    var depth = 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return String(decoding: bytes[start..<(position - 1)], as: UTF8.self) }
    }
    return nil
  }
}

extension ComposeText {
  /// The text with single dollars, or as written where it is not plain.
  fileprivate var plain: String { literal ?? written }
}
