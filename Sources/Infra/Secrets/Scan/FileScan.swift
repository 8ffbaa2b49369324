import InfraDisk
import InfraKit

/// The finds of one file.
struct FileScan {
  private let bytes: [UInt8]
  private let lines: LineTable
  /// Whether names say nothing here.
  let isRecord: Bool
  private var found: [Leak] = []
  /// The bytes that are told already: the most certain kind of find comes first.
  private var told: [Range<Int>] = []

  init(bytes: [UInt8], isRecord: Bool) {
    self.bytes = bytes
    self.isRecord = isRecord
    lines = LineTable(bytes)
  }

  /// What was found, in order.
  var leaks: [Leak] { found.sorted { ($0.line, $0.what) < ($1.line, $1.what) } }

  mutating func addStored(_ value: SecretScan.Stored, at place: Int) {
    let range = place..<place + value.value.utf8.count
    add(.storedValue, range, "the value of \(value.name) from \(value.place)")
  }

  mutating func addToken(_ form: TokenForm, at place: Int) {
    if place > 0, Credentials.isKey(bytes[place - 1]) { return }
    let body = bytes[(place + form.prefix.count)...].prefix { form.isLetter($0) }
    guard body.count >= form.length, Randomness.isVaried(body), !Sample.isOne(body) else { return }
    add(.knownForm, place..<body.endIndex, form.kind)
  }

  /// A JSON Web Token: three parts in base64url, of which two are objects and one is a signature.
  mutating func addJWT(at place: Int) {
    if place > 0, Credentials.isKey(bytes[place - 1]) { return }
    let word = bytes[place...].prefix { Credentials.isKey($0) }
    let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count >= 10, parts[1].starts(with: "eyJ".utf8),
      parts[2].count >= 32, Randomness.isVaried(parts[2]), !Sample.isOne(parts[2])
    else { return }
    add(.knownForm, place..<word.endIndex, "a JSON Web Token")
  }

  /// A private key in PEM form with its content; the head alone is in many a program.
  mutating func addPrivateKey(at place: Int) {
    let lead = bytes[..<place].suffix(24)
    let hyphens = Array("-----BEGIN".utf8)
    guard let dash = lead.indices.first(where: { lead[$0...].starts(with: hyphens) }) else {
      return
    }
    var body = 0
    for byte in bytes[(place + 17)...].prefix(400) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "="):
        body += 1
      // What stands between two lines of it, in a file or in a program's text.
      case 0x0A, 0x0D, 0x20, 0x09, UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: ","):
        continue
      default: break
      }
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") { break }
    }
    guard body >= 60 else { return }
    add(.knownForm, dash..<place + 17, "a private key")
  }

  /// `scheme://user:password@host`, with a password of chance and a host that is not here.
  mutating func addURL(at place: Int) {
    let start = place + 3
    let rest = bytes[start...].prefix(300)
    let authority = rest.prefix { $0 > 0x20 && !"/?#\"'<>`)".utf8.contains($0) }
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return }
    let password = authority[(colon + 1)..<at]
    let host = authority[(at + 1)...].prefix { $0 != UInt8(ascii: ":") }
    guard password.count >= 8, !Sample.isOne(password), Self.isFar(host),
      !password.contains(where: { "${}%\\(".utf8.contains($0) && $0 != UInt8(ascii: "%") }),
      Randomness.isVaried(password)
    else { return }
    add(.knownForm, (colon + 1)..<at, "a password in a URL")
  }

  /// Whether a host is another machine's, and no sample's.
  private static func isFar(_ host: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: host, as: UTF8.self).lowercased()
    return name.contains(".") && !name.hasPrefix("127.") && !name.contains("example")
      && !name.hasSuffix(".test") && !name.hasSuffix(".invalid") && !name.hasSuffix(".local")
  }

  /// A value of chance with a name that says what it is.
  mutating func addNamed(at place: Int) {
    let line = lines.line(of: place)
    let whole = lines.range(of: line)
    let range = max(whole.lowerBound, place - 80)..<min(whole.upperBound, place + 500)
    guard let assigned = assignment(around: place, range, line),
      let word = SecretName.word(of: assigned.name), Randomness.isLikely(assigned.text),
      !Sample.isOne(assigned.text)
    else { return }
    let article = "aeiou".contains(word.prefix(1)) ? "an" : "a"
    let name = String(decoding: assigned.name.prefix(60), as: UTF8.self)
    let range2 = assigned.text.startIndex..<assigned.text.endIndex
    add(.namedValue, range2, "\(article) \(word) as '\(name)'")
  }

  /// Any text in the place of a value that the description declares as a secret.
  mutating func addDeclared(_ name: String, at place: Int) {
    let end = place + name.utf8.count
    if place > 0, AssignedValue.isName(bytes[place - 1]) { return }
    if end < bytes.count, AssignedValue.isName(bytes[end]) { return }
    let line = lines.line(of: place)
    let range = lines.range(of: line)
    guard range.count < 2000, let assigned = assignment(around: place, range, line),
      assigned.name.elementsEqual(name.utf8), Self.isWrittenOut(assigned)
    else { return }
    add(
      .namedValue,
      assigned.text.startIndex..<assigned.text.endIndex,
      "a text as '\(name)', which the description declares as a secret"
    )
  }

  /// The text of a name: on its line, or on one of the next where an entry has a line for its name.
  private func assignment(around place: Int, _ range: Range<Int>, _ line: Int) -> AssignedValue? {
    if let assigned = AssignedValue(around: place, in: bytes, line: range),
      !assigned.text.elementsEqual("{".utf8)
    {
      return assigned
    }
    let last = lines.line(of: bytes.count)
    guard line < last else { return nil }
    var start = place
    while start > range.lowerBound, AssignedValue.isName(bytes[start - 1]) { start -= 1 }
    var end = place
    while end < range.upperBound, AssignedValue.isName(bytes[end]) { end += 1 }
    let after = bytes[end..<range.upperBound].filter { !" \t\r\"',".utf8.contains($0) }
    // `- key: NAME` of Render's file, and `NAME: {` of Railway's.
    let opens = after.elementsEqual(":{".utf8)
    let isListed = after.isEmpty && bytes[range.lowerBound..<start].contains(UInt8(ascii: ":"))
    guard opens || isListed else { return nil }
    for next in (line + 1)...min(last, line + (opens ? 2 : 1)) {
      if let assigned = AssignedValue.entry(
        naming: start..<end,
        in: bytes,
        next: lines.range(of: next)
      ) {
        return assigned
      }
    }
    return nil
  }

  /// Whether a declared secret's value is a text of its own: one word, and no variable of any
  /// language and nothing that is still to be put in.
  private static func isWrittenOut(_ assigned: AssignedValue) -> Bool {
    let text = assigned.text
    guard text.count >= 8, !Sample.isOne(text) else { return false }
    let digits = text.count { (0x30...0x39).contains($0) }
    // A bare word in a program is the name of something.
    return digits >= 1 && !text.contains(where: { " ${}<>()[]|\\".utf8.contains($0) })
  }

  private mutating func add(_ kind: Leak.Kind, _ range: Range<Int>, _ what: String) {
    if told.contains(where: { $0.overlaps(range) }) { return }
    let line = lines.line(of: range.lowerBound)
    told.append(range)
    found.append(
      Leak(
        kind,
        line: line,
        what: what,
        fingerprint: Digest(of: Array(bytes[range])),
        isAllowed: allows(lines.range(of: line))
      )
    )
  }

  /// Whether the author allows what stands in a line.
  private func allows(_ line: Range<Int>) -> Bool {
    let marker = Array(SecretScan.marker.utf8)
    guard line.count >= marker.count else { return false }
    return (line.lowerBound...line.upperBound - marker.count).contains { place in
      guard bytes[place] == marker[0], bytes[place..<place + marker.count].elementsEqual(marker)
      else { return false }
      // A reason must follow.
      return bytes[(place + marker.count)..<line.upperBound].contains { Credentials.isKey($0) }
    }
  }
}

/// Texts that stand for a secret in documents and samples.
enum Sample {
  private static let words = [
    "example", "sample", "dummy", "placehold", "changeme", "change-me", "change_me", "replace",
    "your", "insert", "xxxx", "redacted", "fake", "not-a-", "notreal", "secret",
    "password", "test", "mock", "default", "...", "****", "undefined", "process.env", "env.",
    "sflkxwrjsmekkf2qt4fwpmejf36pok6yjv_adqssw5c",
  ]

  /// Whether a text says of itself that it is none.
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    if "$<{(%@*/".utf8.contains(first) { return true }
    if text.contains(where: { "{}<>".utf8.contains($0) }) { return true }
    let small = String(decoding: text.prefix(400), as: UTF8.self).lowercased()
    return words.contains { small.contains($0) }
  }
}
