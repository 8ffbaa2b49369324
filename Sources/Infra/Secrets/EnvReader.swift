/// Reads `.env` from its first character to its last.
struct EnvReader {
  private let text: [Unicode.Scalar]
  private let shell: (String) -> String?
  private var position = 0
  private var line = 1
  private var entries: [EnvFile.Entry] = []
  private var values: [String: String] = [:]

  init(_ text: String, shell: @escaping (String) -> String?) {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.text = scalars
    self.shell = shell
  }

  mutating func read() throws(EnvProblem) -> [EnvFile.Entry] {
    while skipToStatement() {
      let start = line
      let (name, isInherited) = try readName()
      let value: String
      var last = start
      if isInherited {
        guard let inherited = shell(name) else { continue }
        value = inherited
      } else {
        value = try readValue(of: name)
        last = line
      }
      entries.append(EnvFile.Entry(name: name, value: value, line: start, lastLine: last))
      values[name] = value
    }
    return entries
  }

  /// Moves to the next thing that is neither white space nor a comment; false at the end.
  private mutating func skipToStatement() -> Bool {
    while position < text.count {
      if text[position] == "#" {
        while position < text.count, text[position] != "\n" { position += 1 }
      } else if text[position].properties.isWhitespace {
        if text[position] == "\n" { line += 1 }
        position += 1
      } else {
        return true
      }
    }
    return false
  }

  /// Reads a name up to `=` or `:`, or one that stands alone and is taken from the shell.
  private mutating func readName() throws(EnvProblem) -> (String, isInherited: Bool) {
    skipExport()
    var name: [Unicode.Scalar] = []
    var end: Unicode.Scalar = "\n"
    while position < text.count {
      let scalar = text[position]
      position += 1
      if scalar == "=" || scalar == ":" || scalar == "\n" {
        end = scalar
        break
      }
      guard Self.isBlank(scalar) || Self.isNameScalar(scalar) else {
        throw problem(
          "has '\(scalar)' in the name of a variable",
          "write NAME=value, with letters, digits and underscores in the name"
        )
      }
      name.append(scalar)
    }
    while let last = name.last, last.properties.isWhitespace { name.removeLast() }
    if name.isEmpty {
      throw problem("has a value without a name", "write NAME=value, or remove the line")
    }
    if name.contains(" ") {
      throw problem(
        "has a space in the name of a variable",
        "write NAME=value; what goes on over several lines needs quotes around it"
      )
    }
    if end == "\n" {
      if position <= text.count { line += 1 }
      return (Self.string(name), true)
    }
    while position < text.count, Self.isBlank(text[position]) { position += 1 }
    return (Self.string(name), false)
  }

  private mutating func skipExport() {
    let word = Array("export".unicodeScalars)
    let end = position + word.count
    guard end < text.count, Array(text[position..<end]) == word, Self.isBlank(text[end]) else {
      return
    }
    position = end
    while position < text.count, Self.isBlank(text[position]) { position += 1 }
  }

  private mutating func readValue(of name: String) throws(EnvProblem) -> String {
    guard position < text.count else { return "" }
    let quote = text[position]
    if quote == "'" || quote == "\"" { return try readQuoted(quote, of: name) }
    var value: [Unicode.Scalar] = []
    while position < text.count, text[position] != "\n" {
      value.append(text[position])
      position += 1
    }
    if let comment = value.indices.dropLast().first(where: {
      value[$0] == " " && value[$0 + 1] == "#"
    }) {
      value.removeSubrange(comment...)
    }
    while let last = value.last, last.properties.isWhitespace { value.removeLast() }
    return try expand(value, name)
  }

  /// Reads what quotes enclose; inside them, a backslash keeps the quote itself from ending it.
  private mutating func readQuoted(
    _ quote: Unicode.Scalar,
    of name: String
  ) throws(EnvProblem) -> String {
    let start = line
    position += 1
    var value: [Unicode.Scalar] = []
    var isEscaped = false
    while position < text.count {
      let scalar = text[position]
      position += 1
      if scalar == "\n" { line += 1 }
      if scalar == quote {
        if !isEscaped {
          return quote == "'" ? Self.string(value) : try expand(EnvEscapes.expanded(value), name)
        }
        value.append(scalar)
        isEscaped = false
      } else if scalar == "\\" && !isEscaped {
        isEscaped = true
      } else {
        if isEscaped { value.append("\\") }
        isEscaped = false
        value.append(scalar)
      }
    }
    throw EnvProblem(
      line: start,
      message: "the value of \(name) starts with \(quote) and no other one ends it",
      help: quote == "'" ? "close it; an apostrophe inside is written \\'" : "close it"
    )
  }

  private func expand(_ value: [Unicode.Scalar], _ name: String) throws(EnvProblem) -> String {
    if !value.contains("$") { return Self.string(value) }
    do {
      return try EnvTemplate.expanded(value[...]) { shell($0) ?? values[$0] }
    } catch {
      throw problem(
        "the value of \(name) \(error.description)",
        "a dollar that is meant as one is written $$, or the value stands in apostrophes"
      )
    }
  }

  private func problem(_ message: String, _ help: String) -> EnvProblem {
    EnvProblem(line: line, message: message, help: help)
  }

  /// White space within a line, as the format has it.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\u{0B}", "\u{0C}", "\r", " ", "\u{85}", "\u{A0}": true
    default: false
    }
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "_", ".", "-", "[", "]": true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
