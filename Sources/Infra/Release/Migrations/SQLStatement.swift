/// One statement of an SQL file, with the comments before it.
struct SQLStatement: Sendable, Hashable {
  /// The text with the comments before and in it, without the final semicolon.
  let text: String

  /// The line of the file that the statement itself starts at, counted from one.
  let line: Int

  /// The words and signs, without comments and the contents of quotes, in upper case; names in
  /// double quotes keep their case.
  let words: [String]

  /// The comments before and in it, each with its line.
  let comments: [Comment]

  /// A comment without its signs.
  struct Comment: Sendable, Hashable {
    let text: String
    let line: Int
  }

  /// The statements of a file, in order.
  ///
  /// Postgres reads the statements themselves; this only finds where each starts and ends, by the
  /// rules of postgresql.org/docs/current/sql-syntax-lexical.html (read 2026-11-24).
  static func all(in text: String) -> [SQLStatement] {
    var lexer = SQLLexer(text)
    var statements: [SQLStatement] = []
    while let statement = lexer.next() { statements.append(statement) }
    return statements
  }
}

/// Finds the ends of statements.
private struct SQLLexer {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  /// The statement that is being read.
  private var start = 0
  private var firstLine: Int?
  private var words: [String] = []
  private var comments: [SQLStatement.Comment] = []
  private var parentheses = 0
  /// How many bodies of functions in SQL's own form (BEGIN ATOMIC … END) are open.
  private var bodies: [String] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next statement; nil at the end.
  mutating func next() -> SQLStatement? {
    start = index
    firstLine = nil
    words = []
    comments = []
    parentheses = 0
    bodies = []
    while index < bytes.count {
      if byte(0) == UInt8(ascii: ";"), parentheses <= 0, bodies.isEmpty {
        let end = index
        advance()
        if words.isEmpty {
          start = index
          continue
        }
        return statement(to: end)
      }
      step()
    }
    return words.isEmpty ? nil : statement(to: index)
  }

  private func statement(to end: Int) -> SQLStatement {
    SQLStatement(
      text: String(decoding: bytes[start..<end], as: UTF8.self),
      line: firstLine ?? line,
      words: words,
      comments: comments
    )
  }

  /// Reads one space, comment, quote, word or sign.
  private mutating func step() {
    let current = byte(0) ?? 0
    switch current {
    case UInt8(ascii: "-") where byte(1) == UInt8(ascii: "-"): lineComment()
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): blockComment()
    case UInt8(ascii: "'"): quote(escapes: false)
    case UInt8(ascii: "\""): name()
    case UInt8(ascii: "$"): dollar()
    case _ where Self.isWord(current): word()
    case _ where current <= 0x20: advance()
    default: sign(current)
    }
  }

  private mutating func sign(_ current: UInt8) {
    if current == UInt8(ascii: "(") { parentheses += 1 }
    if current == UInt8(ascii: ")") { parentheses -= 1 }
    add(String(UnicodeScalar(current)))
    advance()
  }

  private mutating func word() {
    let begin = index
    let beginLine = line
    while let current = byte(0), Self.isWord(current) || current == UInt8(ascii: "$") { advance() }
    let text = String(decoding: bytes[begin..<index], as: UTF8.self).uppercased()
    // E'…' has escapes; the others (B, X, N, U&) have none.
    if byte(0) == UInt8(ascii: "'"), ["E", "B", "X", "N"].contains(text) {
      if firstLine == nil { firstLine = beginLine }
      quote(escapes: text == "E")
      return
    }
    if firstLine == nil { firstLine = beginLine }
    trackBody(text)
    words.append(text)
  }

  /// Follows BEGIN ATOMIC … END, in which CASE has an END of its own.
  private mutating func trackBody(_ word: String) {
    switch word {
    case "ATOMIC" where words.last == "BEGIN": bodies.append(word)
    case "CASE" where !bodies.isEmpty: bodies.append(word)
    case "END" where !bodies.isEmpty: bodies.removeLast()
    default: break
    }
  }

  private mutating func lineComment() {
    let begin = index
    let beginLine = line
    while let current = byte(0), current != UInt8(ascii: "\n") { advance() }
    comment(from: begin + 2, to: index, beginLine)
  }

  private mutating func blockComment() {
    let begin = index
    let beginLine = line
    var depth = 0
    repeat {
      if byte(0) == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        depth += 1
        advance()
      } else if byte(0) == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        depth -= 1
        advance()
      }
      advance()
    } while depth > 0 && index < bytes.count
    comment(from: begin + 2, to: max(begin + 2, index - 2), beginLine)
  }

  private mutating func comment(from begin: Int, to end: Int, _ number: Int) {
    let text = String(decoding: bytes[begin..<max(begin, end)], as: UTF8.self)
    let trimmed = text.drop(while: \.isWhitespace)
    let kept = String(String(trimmed.reversed().drop(while: \.isWhitespace)).reversed())
    comments.append(SQLStatement.Comment(text: kept, line: number))
  }

  /// A text in quotes, of which only its being there counts.
  private mutating func quote(escapes: Bool) {
    add("'")
    advance()
    while let current = byte(0) {
      if escapes, current == UInt8(ascii: "\\") {
        advance()
        advance()
        continue
      }
      advance()
      guard current == UInt8(ascii: "'") else { continue }
      if byte(0) != UInt8(ascii: "'") { return }
      advance()
    }
  }

  /// A name in double quotes.
  private mutating func name() {
    if firstLine == nil { firstLine = line }
    advance()
    var text: [UInt8] = []
    while let current = byte(0) {
      advance()
      if current == UInt8(ascii: "\"") {
        guard byte(0) == UInt8(ascii: "\"") else { break }
        advance()
      }
      text.append(current)
    }
    words.append("\"" + String(decoding: text, as: UTF8.self) + "\"")
  }

  /// `$tag$ … $tag$`, or a parameter such as `$1`.
  private mutating func dollar() {
    var end = index + 1
    while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
    let opens = end < bytes.count && bytes[end] == UInt8(ascii: "$")
    let isTag = end == index + 1 || !(0x30...0x39).contains(bytes[index + 1])
    guard opens, isTag else {
      add("$")
      advance()
      return
    }
    let tag = Array(bytes[index...end])
    add("'")
    for _ in tag { advance() }
    while index < bytes.count {
      if bytes[index...].starts(with: tag) {
        for _ in tag { advance() }
        return
      }
      advance()
    }
  }

  private mutating func add(_ word: String) {
    if firstLine == nil { firstLine = line }
    words.append(word)
  }

  private func byte(_ offset: Int) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  private mutating func advance() {
    if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { line += 1 }
    index += 1
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (0x30...0x39).contains(byte)
      || (0x61...0x7A).contains(byte | 0x20)
  }
}
